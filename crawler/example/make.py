"""Makes `archive.warc.gz` of `pages/`: run `python -m crawler.example.make` after changing a page.

The same pages give the same bytes (record ids are derived from the records), so a test can check that the archive in
the repository is made of these pages.
"""

import uuid
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FOLDER = Path(__file__).parent
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One capture of the example's archive; `file` is a name in `pages/`, None for a redirect."""

    url: str
    time: str
    file: str | None = None
    status: str = "200 OK"
    media_type: str = HTML
    encoding: str = "utf-8"
    location: str | None = None


HERALD = "https://www.steppe-herald.example"
PAGES = (
    # Two captures of one page: the first report of 2002 lacks most of what the article cites the page for.
    Page(url=f"{HERALD}/2002/08/12/friendship-in-writing", time="2002-08-13T06:10:00Z", file="friendship-2002.html"),
    Page(url=f"{HERALD}/2002/08/12/friendship-in-writing", time="2007-08-20T09:31:44Z", file="friendship-2007.html"),
    Page(url="https://ubweekly.example/news.php?id=481&issue=29", time="2007-08-25T17:02:10Z", file="kim-visit.html"),
    Page(url=f"{HERALD}/1999/09/02/embassy-gates", time="2006-11-02T03:15:27Z", file="embassy.html"),
    Page(
        url="https://doi.org/10.5555/iaa.2006.12.2.41",
        time="2006-05-01T12:00:00Z",
        status="302 Found",
        location="https://inner-asian-affairs.example/12/2/careful-friendship",
    ),
    Page(
        url="https://inner-asian-affairs.example/12/2/careful-friendship",
        time="2006-05-01T12:00:02Z",
        file="careful-friendship.html",
    ),
    # Declares no character set at all, as pages of 2001 often did.
    Page(
        url="https://ledger.example/asia/2001/06/16/forged-notes.html",
        time="2007-07-30T22:48:05Z",
        file="forged-notes.html",
        media_type="text/html",
    ),
    Page(
        url="https://www.rails-and-ports.example/features/2005/pusan-europe.html",
        time="2007-09-03T08:00:19Z",
        file="pusan-europe.html",
    ),
    Page(url="https://gobi-business.example/2013/06/air-link", time="2014-01-11T11:11:11Z", file="air-link.html"),
    Page(url="https://radio-free-steppe.example/charities-haven", time="2007-10-01T05:00:00Z", file="gone-soft.html"),
    Page(
        url="https://eastern-bulletin.example/world/no-camps",
        time="2007-08-29T20:20:20Z",
        file="gone-hard.html",
        status="404 Not Found",
    ),
    # A legacy encoding, declared in the page alone.
    Page(
        url="http://altan-medee.example/2006/10/11/seamstresses",
        time="2007-06-15T14:45:00Z",
        file="seamstresses.html",
        media_type="text/html",
        encoding="windows-1251",
    ),
)


def archive() -> bytes:
    """Return the bytes of a gzipped WARC of all `PAGES`."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, page in enumerate(PAGES):
        _write(writer, page, number)
    return out.getvalue()


def _write(writer: WARCWriter, page: Page, number: int) -> None:
    text = (FOLDER / "pages" / page.file).read_text(encoding="utf-8") if page.file else ""
    body = text.encode(page.encoding)
    headers = [("Content-Type", page.media_type), ("Content-Length", str(len(body)))]
    if page.location:
        headers.append(("Location", page.location))
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{page.time} {page.url} {number}")
    record = writer.create_warc_record(
        page.url,
        "response",
        payload=BytesIO(body),
        http_headers=StatusAndHeaders(page.status, headers, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": page.time, "WARC-Record-ID": f"<urn:uuid:{identity}>"},
    )
    writer.write_record(record)
    record.raw_stream.close()  # warcio's temporary file, in which it counted and hashed the body


if __name__ == "__main__":
    (FOLDER / "archive.warc.gz").write_bytes(archive())
