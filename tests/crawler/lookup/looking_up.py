"""Look-ups of citations in archives that a test writes."""

from pathlib import Path

from claims.records import Citation
from crawler.archives.local.archive import LocalArchive, open_local
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from tests.crawler.archive_files import Archived, article, write_warc

URL = "http://example.org/page"
NOT_FOUND = b"<html><title>Page not found</title><p>Sorry, the page was not found on this server.</p></html>"


def archive_of(folder: Path, *pages: Archived, name: str = "pages") -> LocalArchive:
    return open_local(write_warc(folder / f"{name}.warc.gz", pages), folder / "cache")


def capture(day: str, words: str = "", **other: object) -> Archived:
    return Archived(**{"url": URL, "time": f"{day}T12:00:00Z", "body": article(words or day), **other})  # type: ignore[arg-type]


def redirect(day: str, to: str, **other: object) -> Archived:
    return capture(day, status="302 Found", headers={"Location": to}, body=b"", **other)


def citing(url: str | None = URL, **dates: object) -> Citation:
    return Citation(id="1", text="An entry.", url=url, **dates)  # type: ignore[arg-type]


async def found(archive: LocalArchive, citation: Citation, as_of: str | None = None) -> LookupResult:
    return await look_up(citation, [archive], as_of)


def day_of(result: LookupResult) -> str:
    assert result.capture, result
    return result.capture.timestamp[:8]
