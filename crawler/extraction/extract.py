"""Extracts the readable text of a captured response, by what its bytes are and not by what they are declared as."""

import re

from claims.records import Source, Status
from crawler.extraction.blocks import read_plain_text
from crawler.extraction.charset import to_text, to_utf8
from crawler.extraction.html import read_html
from crawler.extraction.pdf.text import read_pdf
from crawler.outcome import Failure

_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|table|p|h1|frameset|script)[\s>]", re.IGNORECASE
)
_HTML_TYPES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
_TEXT_TYPES = ("text/plain", "text/markdown", "text/x-web-markdown")
_GENERIC_TYPES = (
    "",
    "application/octet-stream",
    "text/xml",
    "application/xml",
    "unknown/unknown",
    "unk",
    "no-type",
    "*/*",
)
_SNIFFED = 4_096


def extract(body: bytes, content_type: str, url: str, *, hidden: bool = False) -> Source | Failure:
    """Return the text of a body; a failure `unsupported_type` if it is not text, `no_text` if it holds none.

    A page that shows no text at all is given with its hidden text, if it holds any.

    Args:
        body: the bytes, decoded from their content coding.
        content_type: the `Content-Type` header, empty if absent.
        url: the address that the source is to name.
        hidden: whether to add what a web page holds and does not show, in two to three times the time.
    """
    kind = _kind(body, content_type)
    if kind == "application/pdf":
        return read_pdf(body, url)
    if kind == "html":
        page = to_utf8(body, content_type)
        source = read_html(page, url, hidden=hidden)
        if not (source.text or hidden):
            source = read_html(page, url, hidden=True)
    elif kind == "text":
        source = read_plain_text(to_text(body, content_type), url)
    else:
        return Failure(status=Status.UNSUPPORTED_TYPE, reason=f"the copy is of a type that is not read: {kind}")
    if not source.text:
        return Failure(status=Status.NO_TEXT, reason="the copy holds no text")
    return source


def is_pdf(body: bytes) -> bool:
    """Return whether a body is a PDF, which is read in a process of its own."""
    return body[:_SNIFFED].lstrip().startswith(b"%PDF-")


def _kind(body: bytes, content_type: str) -> str:
    """Return `html`, `text`, or the media type of something else. The bytes are believed before the header."""
    declared = content_type.partition(";")[0].strip().lower()
    head = body[:_SNIFFED].lstrip()
    if body.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "html" if declared in _HTML_TYPES or b"<\0h\0t\0m\0l" in body[:_SNIFFED].lower() else "text"
    if is_pdf(head):
        return "application/pdf"
    if b"\0" in head and "utf-16" not in content_type.lower():
        return declared if declared and not declared.startswith("text/") else "binary data"
    if _MARKUP.search(head.replace(b"\0", b"")) and (declared in _HTML_TYPES or declared in _GENERIC_TYPES):
        return "html"
    if declared in _HTML_TYPES:
        return "html"
    if declared in _TEXT_TYPES:
        return "text"
    if declared in _GENERIC_TYPES:
        return "html" if head.startswith(b"<") else "text"
    return declared
