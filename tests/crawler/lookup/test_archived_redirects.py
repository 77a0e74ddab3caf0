"""crawler.lookup.archived_redirects: redirects that an archive holds, followed to a capture of their target."""

from pathlib import Path

import pytest

from claims.records import Status
from tests.crawler.lookup.looking_up import URL, archive_of, capture, citing, day_of, found, redirect

pytestmark = pytest.mark.anyio


async def test_archived_redirects_are_followed_within_a_day(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, redirect("2007-08-20", "/moved"),
        capture("2007-08-20", "the moved page", url="https://www.example.org/moved"),
        capture("2009-01-01", "a later page", url="https://www.example.org/moved"),
    )  # fmt: skip
    result = await found(archive, citing(access_date="2009-01-01"))
    assert day_of(result) == "20070820"
    assert result.capture
    assert result.capture.url == "https://www.example.org/moved"


async def test_a_redirect_to_a_page_captured_much_later_gives_a_doubtful_copy(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, redirect("2007-08-20", "/moved"), capture("2009-01-01", "the page", url="http://example.org/moved")
    )
    result = await found(archive, citing())
    assert result.status is Status.MOVED
    assert result.doubt
    assert "24 hours" in result.doubt.reason
    assert result.source
    assert "the page" in result.source.text


async def test_a_page_that_redirects_to_its_secure_self_is_read(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, redirect("2007-08-20", "https://example.org/page"),
        capture("2007-08-20", "secure", url="https://example.org/page"),
    )  # fmt: skip
    assert (await found(archive, citing())).status is Status.CHECKED


@pytest.mark.parametrize("attributes", ["http-equiv=refresh content='0; url=/moved'", 'content="0" http-equiv="x"'])
async def test_a_page_that_is_nothing_but_a_redirect_is_followed(tmp_path: Path, attributes: str) -> None:
    archive = archive_of(
        tmp_path, capture("2007-08-20", body=f"<html><meta {attributes}><p>Moved.</p>".encode()),
        capture("2007-08-20", "the moved page", url="http://example.org/moved"),
    )  # fmt: skip
    result = await found(archive, citing())
    assert result.capture
    assert result.capture.url == ("http://example.org/moved" if "refresh" in attributes else URL)


async def test_redirects_in_a_circle_are_refused(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path, redirect("2007-08-20", "/other"), redirect("2007-08-20", "/page", url="http://example.org/other")
    )
    result = await found(archive, citing())
    assert result.status is Status.REFUSED
    assert result.reason
    assert "lead back" in result.reason


async def test_a_redirect_to_the_front_page_is_a_soft_404(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, redirect("2007-08-20", "/"), capture("2007-08-20", url="http://example.org/"))
    assert (await found(archive, citing())).status is Status.SOFT_404
