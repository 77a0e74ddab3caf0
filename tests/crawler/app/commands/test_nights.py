"""Two weeks of nightly runs over a document and an archive that change, told by exit statuses, diffs and a baseline."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from reports.changes.diff import diff
from reports.report_json import read_report
from tests.crawler.archive_files import Archived, article, write_warc
from tests.crawler.servers import out_of_service
from tests.process import citewatch

NIGHTS = 14
FAIL_ON = "not_supported,contradicted,partially_supported,never_archived"

DOCUMENT = """# The bridge at Ulvund

The bridge at Ulvund was opened in {opened}.[^1] It is 84 metres long.[^2] The toll on the bridge was lifted in
1936.[^3]

[^1]: The opening. <https://annals.example/opening>. Retrieved 2015-05-01.
[^2]: Measures. <https://survey.example/measures>. Retrieved 2015-05-01.
[^3]: The toll. <https://tolls.example/lifted>. Retrieved 2015-05-01.
"""
OPENING = ("https://annals.example/opening", "The bridge at Ulvund was opened in 1911, on a windy Sunday.")
MEASURES = ("https://survey.example/measures", "The bridge at Ulvund is 91 metres long and six metres wide.")
TOLL = ("https://tolls.example/lifted", "The toll on the bridge at Ulvund was lifted in 1936, to loud cheers.")
TOLL_AGAIN = (TOLL[0], f"{TOLL[1]} Nobody had paid it for years.")


@dataclass(frozen=True)
class Night:
    """What one run came to: exit status, and each change since the last finished run by its kind and its claim."""

    status: int
    changes: tuple[tuple[str, str], ...] = ()


def pages(night: int) -> list[tuple[str, str]]:
    """What the archive holds: the toll's page goes on night 4, and another capture of it appears on night 12."""
    toll = [TOLL] if night < 4 else [TOLL_AGAIN] if night >= 12 else []
    return [OPENING, MEASURES, *toll]


def opened(night: int) -> int:
    """What the document says: someone mistypes the year on night 6, someone mends it on night 8."""
    return 1921 if 6 <= night < 8 else 1911


@contextmanager
def archive(home: Path, night: int) -> Iterator[list[str]]:
    """The archive's arguments: the file as it is tonight, or on night 10 an address that is out of service."""
    if night == 10:
        with out_of_service() as base:
            yield ["--archive", base, "--allow-private"]
        return
    captures = [Archived(url=url, time="2015-05-02T00:00:00Z", body=article(words)) for url, words in pages(night)]
    yield ["--archive", str(write_warc(home / f"{night}.warc.gz", captures)), "--offline"]


def verify(home: Path, night: int, *more: str) -> int:
    (home / "bridge.md").write_text(DOCUMENT.format(opened=opened(night)), encoding="utf-8")
    where = ("--format", "json", "--out", str(night), "--store", f"store-{night}")
    with archive(home, night) as arguments:
        return citewatch("verify", "bridge.md", *arguments, *where, "--fail-on", FAIL_ON, *more, home=home).returncode


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nights")


@pytest.fixture(scope="module")
def nights(home: Path) -> dict[int, Night]:
    """Fourteen nights. What was found on the first becomes the baseline; each finished report is compared with the one
    before it, and a night that did not finish is passed over."""
    nights = {1: Night(verify(home, 1))}
    (home / "known.json").write_bytes(citewatch("baseline", "1/report.json", home=home).stdout)
    last = read_report((home / "1" / "report.json").read_bytes())
    for night in range(2, NIGHTS + 1):
        status = verify(home, night, "--baseline", "known.json")
        report = read_report((home / str(night) / "report.json").read_bytes())
        nights[night] = Night(status, tuple((change.kind.value, change.text) for change in diff(last, report)))
        last = last if status == 3 else report
    return nights


def test_the_first_night_finds_what_is_wrong_and_the_baseline_makes_it_known(nights: dict[int, Night]) -> None:
    assert nights[1].status == 1
    assert {nights[night].status for night in range(2, 4)} == {0}


def test_a_source_that_dies_fails_the_run_from_then_on_and_is_told_once(nights: dict[int, Night]) -> None:
    assert nights[4] == Night(1, (("source_died", "The toll on the bridge was lifted in 1936."),))
    assert {nights[night].status for night in (5, 9, 11)} == {1}


def test_an_edited_number_is_told_as_an_edit_and_so_is_its_mending(nights: dict[int, Night]) -> None:
    assert nights[6] == Night(1, (("edited", "The bridge at Ulvund was opened in 1921."),))
    assert nights[8] == Night(1, (("edited", "The bridge at Ulvund was opened in 1911."),))


def test_a_night_without_the_archive_does_not_finish_and_changes_nothing(nights: dict[int, Night]) -> None:
    assert nights[10] == Night(3)
    assert nights[11] == Night(1)


def test_a_capture_that_appears_mends_its_claim(nights: dict[int, Night]) -> None:
    assert nights[12] == Night(0, (("mended", "The toll on the bridge was lifted in 1936."),))


def test_on_all_other_nights_nothing_changed(nights: dict[int, Night]) -> None:
    quiet = [night for night in range(2, NIGHTS + 1) if night not in (4, 6, 8, 10, 12)]

    assert {nights[night].changes for night in quiet} == {()}
    assert {nights[night].status for night in range(13, NIGHTS + 1)} == {0}


@pytest.mark.usefixtures("nights")
def test_the_command_diff_tells_the_same_with_its_exit_status(home: Path) -> None:
    died = citewatch("diff", "3/report.json", "4/report.json", home=home)
    wrong = citewatch("diff", "5/report.json", "6/report.json", home=home)
    righted = citewatch("diff", "7/report.json", "8/report.json", home=home)
    mended = citewatch("diff", "11/report.json", "12/report.json", home=home)

    assert died.stdout.startswith(b"source died  bridge.md:4  supported -> source_unavailable  The toll")
    assert (wrong.returncode, righted.returncode, mended.returncode) == (1, 0, 0)
    assert wrong.stdout.startswith(b"edited  bridge.md:3  supported -> ")
    assert wrong.stdout.endswith(b"opened in 1921.  (was: The bridge at Ulvund was opened in 1911.)\n")
    assert mended.stdout.startswith(b"mended  bridge.md:4  source_unavailable -> supported")
