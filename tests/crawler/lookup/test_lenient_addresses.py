"""crawler.lookup.lenient_addresses: other addresses of a page that no archive holds at its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.records import Status
from crawler.app.open_archives import open_archives
from crawler.archives.local.archive import LocalArchive, open_local
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lenient_addresses import lenient_addresses
from crawler.settings import Settings
from tests.crawler.archive_files import article, write_warc
from tests.crawler.lookup.looking_up import archive_of, capture, citing, found
from tests.crawler.servers import Asked, Reply, reply, serving


def same_version(url: str, *, by_key: bool) -> list[str]:
    """The other addresses of a page that are not of its versions for phones."""
    found = lenient_addresses(url, by_key=by_key)
    return [other for other, rule in found if not rule.endswith(("for phones", "AMP version"))]


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
    assert lenient in [url for url, _ in lenient_addresses(printed, by_key=True)]


@pytest.mark.parametrize(
    "url",
    ["http://e.org/", "http://e.org/a?id=4", "http://example.org/amplifier", "http://m.org/a", "http://e.org/a?q="],
)
def test_a_plain_address_has_no_other_but_those_for_phones(url: str) -> None:
    others = [
        other for other, rule in lenient_addresses(url, by_key=True) if "phones" not in rule and "AMP" not in rule
    ]
    assert others == []


@pytest.mark.parametrize(
    ("printed", "versions"),
    [
        ("https://www.e.org/news/a", ["https://m.e.org/news/a", "https://www.e.org/news/a/amp"]),
        ("http://e.org/a.html", ["http://m.e.org/a.html"]),
        ("http://e.org/a?id=4", ["http://m.e.org/a?id=4"]),
        ("http://m.e.org/a", ["http://e.org/a"]),
        ("http://10.0.0.7:8080/a", []),
        ("http://e.org/", ["http://m.e.org/"]),
    ],
)
def test_a_page_for_desktops_has_one_for_phones(printed: str, versions: list[str]) -> None:
    assert [url for url, _ in lenient_addresses(printed, by_key=True)][: len(versions)] == versions


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("printed", "kept", "rule"),
    [
        ("http://e.org/a?utm_source=chatgpt.com", "http://e.org/a", "without tracking parameters"),
        ("http://e.org/a/index.php", "http://e.org/a/", "without the name of an index file"),
        ("http://m.e.org/seite?id=2", "http://www.e.org/seite?id=2", "for large screens"),
        ("http://www.e.org/seite?id=2", "https://m.e.org/seite?id=2", "for phones"),
        ("http://www.e.org/2019/seite", "http://www.e.org/2019/seite/amp/", "its AMP version"),
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


@pytest.mark.parametrize(
    ("printed", "others"),
    [
        ("http://e.org/a", {"https://e.org/a", "http://www.e.org/a", "http://e.org/a/"}),
        (
            "https://www.e.org/a/?id=4",
            {"http://www.e.org/a/?id=4", "https://e.org/a/?id=4", "https://www.e.org/a?id=4"},
        ),
        ("http://e.org/a.html?gclid=1", {"http://e.org/a.html", "https://e.org/a.html", "http://www.e.org/a.html"}),
        ("http://e.org/", {"https://e.org/", "http://www.e.org/"}),
    ],
)
def test_an_archive_without_keys_is_asked_for_other_schemes_hosts_and_ends(printed: str, others: set[str]) -> None:
    assert set(same_version(printed, by_key=False)) == others


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("printed", "kept", "rule"),
    [
        ("http://e.org/a", "https://www.e.org/a/", "looked up by https, with www, with the trailing slash"),
        ("https://www.e.org/a/", "http://e.org/a", "looked up by http, without www, without the trailing slash"),
        ("http://e.org/a/", "http://e.org/a/index.html", "looked up with the name of an index file"),
        ("http://e.org/a#part", "http://e.org/a", ""),
    ],
)
async def test_the_rule_says_how_the_captured_address_differs(
    tmp_path: Path, printed: str, kept: str, rule: str
) -> None:
    result = await found(archive_of(tmp_path, capture("2020-01-01", url=kept)), citing(printed))
    assert result.capture
    assert result.capture.rule == ", ".join(filter(None, ("the latest capture", rule)))


@pytest.mark.anyio
@pytest.mark.parametrize("fragment", ["#!/story/7", "#/artikel/7"])
async def test_a_page_that_only_the_scripts_of_a_site_know_is_doubtful(tmp_path: Path, fragment: str) -> None:
    archive = archive_of(tmp_path, capture("2020-01-01", url="http://e.org/app"))
    result = await found(archive, citing(f"http://e.org/app{fragment}"))
    assert (result.status, result.doubt is None) == (Status.MOVED, False)


def exact_memento(url: str) -> Callable[[Asked], Reply]:
    """An archive that holds one page and finds it only by the very address."""

    def answer(asked: Asked) -> Reply:
        if not asked.path.endswith(f"/{url}") or "timemap" in asked.path:
            return reply("404 Not Found")
        headers = {"Memento-Datetime": "Wed, 01 Jan 2020 00:00:00 GMT", "Content-Type": "text/html"}
        return reply(body=article("as it was"), headers=headers)

    return answer


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("printed", "kept", "rule"),
    [
        ("http://e.org/a?utm_source=chatgpt.com", "http://e.org/a", "looked up without tracking parameters"),
        ("http://e.org/a?utm_source=chatgpt.com", "https://e.org/a", "looked up by https"),
        ("http://e.org/a", "http://e.org/a/", "looked up with the trailing slash"),
        ("http://m.e.org/seite", "http://e.org/seite", "looked up at the address for large screens"),
    ],
)
async def test_a_memento_archive_is_asked_leniently_too(tmp_path: Path, printed: str, kept: str, rule: str) -> None:
    with serving(exact_memento(kept)) as server:
        settings = Settings(archive=(server.base,), store=tmp_path, allow_private=True)
        async with open_archives(settings) as archives:
            result = await look_up(citing(printed), archives, None)
    assert result.status is Status.CHECKED
    assert result.capture
    assert rule in (result.capture.rule or "")


@pytest.mark.anyio
async def test_a_memento_archive_that_answers_with_another_case_is_doubtful(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        link = {"Link": '<http://e.org/Seite>; rel="original"'}
        return exact_memento("http://e.org/seite")(asked).replace(
            b"\r\n\r\n", f"\r\nLink: {link['Link']}\r\n\r\n".encode(), 1
        )

    with serving(answer) as server:
        settings = Settings(archive=(server.base,), store=tmp_path, allow_private=True)
        async with open_archives(settings) as archives:
            result = await look_up(citing("http://e.org/seite"), archives, None)
    assert result.status is Status.MOVED


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("printed", "there", "rule"),
    [
        ("/a?utm_source=chatgpt.com&id=4", "/a?id=4", "looked up without tracking parameters"),
        ("/a/index.html", "/a/", "looked up without the name of an index file"),
        ("/a", "/a/", "looked up with the trailing slash"),
    ],
)
async def test_a_live_page_that_is_gone_is_asked_for_leniently(
    tmp_path: Path, printed: str, there: str, rule: str
) -> None:
    def site(asked: Asked) -> Reply:
        headers = {"Content-Type": "text/html"}
        return reply(body=article("as it is"), headers=headers) if asked.path == there else reply("404 Not Found")

    empty = write_warc(tmp_path / "other.warc.gz", [capture("2020-01-01")])
    settings = Settings(archive=(str(empty),), live=True, allow_private=True, store=tmp_path / "store")
    with serving(site) as server:
        async with open_archives(settings) as archives:
            result = await look_up(citing(server.base + printed), archives, None)
            asked = [each.path for each in server.asked]
    assert result.capture
    assert (result.status, result.capture.url) == (Status.CHECKED, server.base + there)
    assert rule in (result.capture.rule or "")
    assert asked[0] == printed


@pytest.mark.anyio
async def test_an_archived_copy_at_another_address_is_preferred_to_the_live_page(tmp_path: Path) -> None:
    with serving(lambda _: reply(body=article("as it is"), headers={"Content-Type": "text/html"})) as server:
        kept = write_warc(tmp_path / "kept.warc.gz", [capture("2020-01-01", url=f"{server.base}/a")])
        settings = Settings(archive=(str(kept),), live=True, allow_private=True, store=tmp_path / "store")
        async with open_archives(settings) as archives:
            result = await look_up(citing(f"{server.base}/a?fbclid=1"), archives, None)
    assert result.capture
    assert (result.capture.archive, server.asked) == ("kept.warc.gz", [])


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
