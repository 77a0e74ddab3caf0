"""crawler.lookup.lenient_addresses: other addresses of a page that no archive holds at its own."""

from pathlib import Path

import pytest

from claims.records import Status
from crawler.archives.local.archive import LocalArchive, open_local
from crawler.lookup.lenient_addresses import lenient_addresses
from tests.crawler.lookup.looking_up import archive_of, capture, citing, found


@pytest.mark.parametrize(
    ("printed", "lenient"),
    [
        ("http://e.org/a?utm_source=chatgpt.com", "http://e.org/a"),
        ("http://e.org/a?id=4&fbclid=x&UTM_Medium=y", "http://e.org/a?id=4"),
        ("http://e.org/a?gclid=1&srsltid=2&b=3", "http://e.org/a?b=3"),
        ("http://e.org/a/index.html", "http://e.org/a/"),
        ("https://m.e.org/a", "https://e.org/a"),
        ("https://www.e.org/a/amp/", "https://www.e.org/a/"),
        ("https://amp.e.org/a?amp=1", "https://e.org/a"),
    ],
)
def test_an_address_without_its_additions_is_that_of_the_page(printed: str, lenient: str) -> None:
    assert lenient_addresses(printed)[-1][0] == lenient


@pytest.mark.parametrize(
    "url",
    ["http://e.org/", "http://e.org/a?id=4", "http://example.org/amplifier", "http://m.org/a", "http://e.org/a?q="],
)
def test_a_plain_address_has_no_other(url: str) -> None:
    assert lenient_addresses(url) == ()


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("printed", "kept", "rule"),
    [
        ("http://e.org/a?utm_source=chatgpt.com", "http://e.org/a", "without tracking parameters"),
        ("http://e.org/a/index.php", "http://e.org/a/", "without the name of an index file"),
        ("http://m.e.org/seite?id=2", "http://www.e.org/seite?id=2", "for large screens"),
    ],
)
async def test_the_copy_at_another_address_is_found_and_its_rule_named(
    tmp_path: Path, printed: str, kept: str, rule: str
) -> None:
    result = await found(archive_of(tmp_path, capture("2020-01-01", url=kept)), citing(printed))
    assert result.status is Status.CHECKED
    assert result.capture
    assert result.capture.rule
    assert rule in result.capture.rule


@pytest.mark.anyio
async def test_the_address_as_printed_comes_first(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, capture("2020-01-01", url="http://e.org/a"), capture("2019-01-01", url="http://e.org/a?utm_id=7")
    )
    result = await found(archive, citing("http://e.org/a?utm_id=7"))
    assert result.capture
    assert result.capture.url == "http://e.org/a?utm_id=7"


@pytest.mark.anyio
async def test_a_copy_whose_address_differs_in_case_is_doubtful(tmp_path: Path) -> None:
    result = await found(archive_of(tmp_path, capture("2020-01-01", url="http://e.org/A")), citing("http://e.org/a"))
    assert result.status is Status.MOVED
    assert result.doubt


@pytest.mark.anyio
@pytest.mark.parametrize("cut", [0.4, 0.6, 0.9])
async def test_a_page_that_a_damaged_archive_may_have_held_is_not_called_never_archived(
    tmp_path: Path, cut: float
) -> None:
    pages = [capture("2020-01-01", url=f"http://e.org/{number}") for number in range(4)]
    whole = archive_of(tmp_path, *pages)
    whole.close()
    file = tmp_path / "pages.warc.gz"
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * cut)])
    damaged = archive_of_file(file)
    result = await found(damaged, citing("http://e.org/absent"))
    assert result.status is Status.DAMAGED
    assert damaged.problems


@pytest.mark.anyio
async def test_a_page_that_a_whole_archive_lacks_is_never_archived(tmp_path: Path) -> None:
    result = await found(archive_of(tmp_path, capture("2020-01-01")), citing("http://e.org/absent"))
    assert result.status is Status.NEVER_ARCHIVED


def archive_of_file(file: Path) -> LocalArchive:
    return open_local(file, file.parent / "cache")
