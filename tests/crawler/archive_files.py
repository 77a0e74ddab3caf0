"""Archive files written for tests with warcio: real WARCs of pages of our own wording."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


@dataclass(frozen=True, kw_only=True)
class Archived:
    """A page as a test wants it archived; `time` is ISO 8601 to the second, UTC."""

    url: str
    time: str
    body: bytes = b"<html><title>A page</title><p>Some words that stand on this page and say what it is about."
    status: str = "200 OK"
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})


def write_warc(path: Path, pages: Iterable[Archived]) -> Path:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.name.endswith(".gz"))
        for page in pages:
            http = StatusAndHeaders(page.status, list(page.headers.items()), protocol="HTTP/1.1")
            record = writer.create_warc_record(
                page.url, "response", payload=BytesIO(page.body), http_headers=http,
                warc_headers_dict={"WARC-Date": page.time},
            )  # fmt: skip
            writer.write_record(record)
            record.raw_stream.close()  # warcio leaves its temporary file to the garbage collector
    return path


def article(words: str) -> bytes:
    """A page that says `words` in a paragraph long enough to be a page's text."""
    filler = "The bridge at Ulvund was built of larch and iron, and the valley paid for it over eleven years. " * 16
    return f"<html><title>Ulvund</title><body><p>{words}</p><p>{filler}</p></body></html>".encode()
