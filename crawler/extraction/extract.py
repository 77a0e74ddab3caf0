"""A captured answer to its readable text, by what the answer really is."""

import re

from claims.records import Source, Status
from crawler.archives.interface import Response
from crawler.extraction.charset import to_text, to_utf8
from crawler.extraction.html import read_html
from crawler.extraction.pdf import read_pdf
from crawler.extraction.plain import read_plain
from crawler.outcome import Failure

_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|table|p|h1|frameset|script)[\s>]", re.IGNORECASE
)
_HTML_TYPES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
_TEXT_TYPES = ("text/plain", "text/markdown", "text/x-web-markdown")
_UNSURE = ("", "application/octet-stream", "text/xml", "application/xml", "unknown/unknown", "unk", "no-type", "*/*")
_SNIFFED = 4_096


def extract(response: Response) -> Source | Failure:
    """The text of an answer's body; `unsupported_type` for what is none, `no_text` where there is none in it."""
    content_type = response.headers.get("content-type", "")
    kind = _kind(response.body, content_type)
    if kind == "application/pdf":
        return read_pdf(response.body, response.url)
    if kind == "html":
        source = read_html(to_utf8(response.body, content_type), response.url)
    elif kind == "text":
        source = read_plain(to_text(response.body, content_type), response.url)
    else:
        return Failure(status=Status.UNSUPPORTED_TYPE, reason=f"the copy is of a type that is not read: {kind}")
    if not source.text:
        return Failure(status=Status.NO_TEXT, reason="the copy holds no text")
    return source


def _kind(body: bytes, content_type: str) -> str:
    """`html`, `text`, or the media type of something else. The octets are believed before the header."""
    declared = content_type.partition(";")[0].strip().lower()
    head = body[:_SNIFFED].lstrip()
    if body.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "html" if declared in _HTML_TYPES or b"<\0h\0t\0m\0l" in body[:_SNIFFED].lower() else "text"
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if b"\0" in head and not declared.endswith("utf-16"):
        return declared if declared and not declared.startswith("text/") else "binary data"
    if _MARKUP.search(head) and (declared in _HTML_TYPES or declared in _UNSURE):
        return "html"
    if declared in _HTML_TYPES:
        return "html"
    if declared in _TEXT_TYPES:
        return "text"
    if declared in _UNSURE:
        return "html" if head.startswith(b"<") else "text"
    return declared
