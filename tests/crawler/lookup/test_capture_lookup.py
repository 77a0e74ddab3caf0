"""crawler.lookup.capture_lookup: from a citation to the copy that it is checked against."""

from pathlib import Path

import pytest

from claims.records import Status
from crawler.archives.interface import ArchivedResponse, CaptureRow
from crawler.archives.local.archive import open_local
from crawler.lookup.capture_lookup import look_up
from crawler.outcome import Failure
from tests.crawler.archive_files import Archived, write_warc
from tests.crawler.lookup.looking_up import NOT_FOUND, URL, archive_of, capture, citing, day_of, found, redirect

pytestmark = pytest.mark.anyio


async def test_the_last_capture_before_the_access_date_is_taken(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-01-01"), capture("2007-08-20"), capture("2007-08-24"))
    result = await found(archive, citing(access_date="2007-08-22"))
    assert (result.status, day_of(result)) == (Status.CHECKED, "20070820")
    assert result.capture
    assert result.capture.days_from_access == -2
    assert result.capture.rule == "the nearest capture before the access date 2007-08-22"
    assert result.source
    assert "2007-08-20" in result.source.text


async def test_a_capture_of_the_access_day_itself_is_before_it(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-08-21"), capture("2007-08-22"), capture("2007-08-23"))
    assert day_of(await found(archive, citing(access_date="2007-08-22"))) == "20070822"


async def test_the_first_capture_after_the_access_date_comes_next(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-10-26"), capture("2009-01-01"))
    result = await found(archive, citing(access_date="2007-08-22"))
    assert day_of(result) == "20071026"
    assert result.capture
    assert result.capture.days_from_access == 65


async def test_the_capture_that_the_reference_names_comes_first(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-08-22"), capture("2009-03-03"))
    named = "https://web.archive.org/web/20090303120000/http://www.example.org/page"
    result = await found(archive, citing(access_date="2007-08-22", archive_url=named))
    assert day_of(result) == "20090303"
    assert result.capture
    assert result.capture.rule == "the capture that the reference names"


async def test_an_archive_url_of_another_page_does_not_decide(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-08-22"), capture("2009-03-03"))
    named = "https://web.archive.org/web/20090303120000/http://example.org/other"
    assert day_of(await found(archive, citing(access_date="2007-08-22", archive_url=named))) == "20070822"


async def test_an_archive_url_alone_says_which_page_is_meant(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-08-22"))
    named = "https://web.archive.org/web/20090303120000/http://example.org/page"
    assert (await found(archive, citing(None, archive_url=named))).status is Status.CHECKED


@pytest.mark.parametrize(
    ("dates", "as_of", "day"),
    [
        ({"archive_date": "2006-05-05", "date": "2001-01-01"}, "2012-01-01", "20060505"),
        ({"date": "2006-04"}, "2012-01-01", "20060505"),
        ({}, "2012-01-01", "20110101"),
        ({}, None, "20150101"),
    ],
)
async def test_other_dates_stand_in_for_the_access_date(
    tmp_path: Path, dates: dict[str, str], as_of: str | None, day: str
) -> None:
    days = ("2006-01-01", "2006-05-05", "2011-01-01", "2015-01-01")
    archive = archive_of(tmp_path, *(capture(d) for d in days))
    assert day_of(await found(archive, citing(**dates), as_of)) == day


async def test_neighbours_of_a_capture_that_is_no_page_are_tried_and_named(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, capture("2007-08-20", body=NOT_FOUND), capture("2007-08-21", status="404 Not Found"),
        capture("2007-09-01"),
    )  # fmt: skip
    result = await found(archive, citing(access_date="2007-08-22"))
    assert day_of(result) == "20070901"
    assert [(a.timestamp, a.status) for a in result.tried] == [("20070821120000", Status.ERROR_CAPTURE)]


async def test_a_digest_that_proved_to_be_no_page_is_not_tried_again(tmp_path: Path) -> None:
    bad = [capture(f"2007-08-{day:02}", body=NOT_FOUND) for day in range(1, 21)]
    result = await found(archive_of(tmp_path, *bad, capture("2006-01-01")), citing(access_date="2007-08-22"))
    assert day_of(result) == "20060101"
    assert len(result.tried) == 1


async def test_a_page_that_looks_like_none_is_given_with_its_doubt(tmp_path: Path) -> None:
    result = await found(archive_of(tmp_path, capture("2007-08-20", body=NOT_FOUND)), citing())
    assert result.status is Status.SOFT_404
    assert result.doubt
    assert result.source
    assert "Sorry" in result.source.text


@pytest.mark.parametrize(
    ("pages", "status"),
    [
        (
            [capture("2007-08-20", status="404 Not Found"), capture("2008-01-01", status="500 Oops")],
            Status.ERROR_CAPTURE,
        ),
        ([capture("2007-08-20", headers={"Content-Type": "image/png"}, body=b"\x89PNG\0")], Status.UNSUPPORTED_TYPE),
        ([capture("2007-08-20", body=b"<html><body> </body></html>")], Status.NO_TEXT),
        ([redirect("2007-08-20", URL)], Status.REFUSED),
        ([redirect("2007-08-20", "javascript:alert(1)")], Status.REFUSED),
        ([redirect("2007-08-20", "http://example.org/gone")], Status.MOVED),
    ],
)
async def test_a_citation_without_a_readable_copy_says_why(
    tmp_path: Path, pages: list[Archived], status: Status
) -> None:
    result = await found(archive_of(tmp_path, *pages), citing())
    assert (result.status, result.source) == (status, None)
    assert result.reason
    assert result.tried


async def test_a_reference_without_a_url_has_none(tmp_path: Path) -> None:
    result = await found(archive_of(tmp_path, capture("2007-08-20")), citing(None))
    assert result.status is Status.NO_URL


async def test_a_capture_of_archive_today_is_not_asked_for_and_the_report_says_why(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-08-20", url="http://example.org/other"))
    result = await found(archive, citing(archive_url="https://archive.ph/AbCdE"))
    assert result.status is Status.REFUSED
    assert result.reason
    assert "altered captures" in result.reason
    only = await found(archive, citing(None, archive_url="https://archive.is/2013.05.06-123456/http://gone.example/"))
    assert only.status is Status.REFUSED


async def test_a_site_captured_as_an_error_for_years_fills_no_report(tmp_path: Path) -> None:
    bad = [capture(f"2007-08-{day:02}", status="404 Not Found") for day in range(1, 29)]
    result = await found(archive_of(tmp_path, *bad), citing(access_date="2007-08-22"))
    assert result.status is Status.ERROR_CAPTURE
    assert len(result.tried) < 6


async def test_a_capture_of_another_page_of_the_same_key_is_passed_over(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, capture("2007-08-22", url="http://example.org/PAGE"), capture("2001-01-01", "the page itself")
    )
    assert day_of(await found(archive, citing(access_date="2007-08-22"))) == "20010101"


async def test_the_second_archive_is_asked_where_the_first_has_nothing(tmp_path: Path) -> None:
    one = archive_of(tmp_path, capture("2007-08-20", url="http://example.org/other"), name="one")
    two = archive_of(tmp_path, capture("2007-08-20"), name="two")
    result = await look_up(citing(), [one, two], None)
    assert result.capture
    assert result.capture.archive == "two.warc.gz"
    assert [(a.archive, a.status) for a in result.tried] == [("one.warc.gz", Status.NEVER_ARCHIVED)]


async def test_the_second_address_is_looked_up_where_the_first_has_no_copy(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, capture("2007-08-20", url="http://example.org/copy"))
    result = await found(archive, citing(urls=(URL, "http://example.org/copy")))
    assert result.status is Status.CHECKED


class Throttled:
    """An archive that says: not now."""

    name = "busy"
    by_key = True

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...] | Failure:
        return Failure(status=Status.THROTTLED, reason="asked too often")

    async def fetch(self, row: CaptureRow) -> ArchivedResponse | Failure:
        raise AssertionError("nothing to fetch")


async def test_an_archive_that_would_not_answer_leaves_the_citation_unfinished(tmp_path: Path) -> None:
    local = archive_of(tmp_path, capture("2007-08-20", body=NOT_FOUND))
    result = await look_up(citing(), [Throttled(), local], None)
    assert result.status is Status.THROTTLED
    assert result.status.unfinished
    assert result.source


async def test_a_page_cut_short_can_support_but_its_silence_says_nothing(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc", [capture("2007-08-20", "whole words here")])
    path.write_bytes(path.read_bytes()[:-300])
    result = await found(open_local(path, tmp_path / "cache"), citing())
    assert result.status is Status.NO_TEXT
    assert result.doubt
    assert result.source
    assert "whole words here" in result.source.text
