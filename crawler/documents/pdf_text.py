"""The text of a PDF for the reader of plain text: its paragraphs, with the entries of its references apart."""

import re

from claims.errors import InputError
from claims.language.headings import is_reference_heading
from crawler.extraction.pdf.text import read_pdf
from crawler.outcome import Failure

# A heading in one paragraph with the first entry, and perhaps with the text above it.
_HEADED = re.compile(r"(?:^|(?<=[.)\]]\s))([^\W\d_][\w ]{1,40}?)\s+(?=\[1\]\s)")
_ENTRY = re.compile(r"\s+(?=\[\d{1,3}\]\s)")


def pdf_text(data: bytes, name: str) -> tuple[str, str | None]:
    """Return the text and the title of a PDF.

    Raises:
        InputError: it has no text, or is broken or protected.
    """
    source = read_pdf(data, name)
    if isinstance(source, Failure):
        raise InputError(f"{source.reason}.", place=name, mend="Give the text of the document instead.")
    paragraphs: list[str] = []
    listed = False
    for passage in source.passages:
        text = source.text[passage.start : passage.end]
        headed = _HEADED.search(text)
        if headed and is_reference_heading(headed[1]):
            paragraphs += [text[: headed.start()], headed[1]]
            text, listed = text[headed.end() :], True
        listed = listed or is_reference_heading(text)
        paragraphs.append(_ENTRY.sub("\n", text) if listed else text)
    return "\n\n".join(paragraphs), source.title
