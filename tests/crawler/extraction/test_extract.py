"""crawler.extraction.extract: what an answer really is, and its text."""

import gzip

import pytest

from claims.records import Source, Status
from crawler.extraction.extract import extract
from crawler.outcome import Failure
from tests.shared import shared

URL = "http://e.org/"


@pytest.mark.parametrize("content_type", ["text/html", "TEXT/HTML; charset=utf-8", "", "application/octet-stream"])
def test_a_web_page_is_read_whatever_it_is_called(content_type: str) -> None:
    source = extract(b"<html><body><p>Words.</p></body></html>", content_type, URL)
    assert isinstance(source, Source)
    assert source.text == "Words."


def test_plain_text_keeps_its_paragraphs() -> None:
    source = extract(b"One line\r\nand its end.\r\n\r\n\r\nTwo <b>.\r\n", "text/plain", URL)
    assert isinstance(source, Source)
    assert source.text == "One line and its end.\n\nTwo <b>."


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"\x89PNG\r\n\0\0", "image/png", Status.UNSUPPORTED_TYPE),
        (b"\x89PNG\r\n\0\0", "text/html", Status.UNSUPPORTED_TYPE),
        (b"PK\x03\x04\0\0", "", Status.UNSUPPORTED_TYPE),
        (b"{}", "application/json", Status.UNSUPPORTED_TYPE),
        (b"", "text/html", Status.NO_TEXT),
        (b"<html><script>x()</script></html>", "text/html", Status.NO_TEXT),
    ],
)
def test_what_holds_no_text_says_so(body: bytes, content_type: str, status: Status) -> None:
    failure = extract(body, content_type, URL)
    assert isinstance(failure, Failure)
    assert failure.status is status


def test_every_page_of_the_benchmark_gives_text_whose_passages_fit() -> None:
    for path in sorted(shared("data/extraction/html").glob("*.gz")):
        source = extract(gzip.decompress(path.read_bytes()), "text/html", URL)
        assert isinstance(source, Source)
        assert "\n\n".join(source.text[p.start : p.end] for p in source.passages) == source.text
