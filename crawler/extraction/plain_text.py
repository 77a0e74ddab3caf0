"""Plain text to a source: paragraphs are separated by blank lines."""

import re

from claims.records import BlockKind, Source
from crawler.extraction.blocks import tidy, to_source

_BLANK = re.compile(r"\n[ \t]*(?=\n)")


def read_plain_text(text: str, url: str) -> Source:
    """Return the paragraphs of a text, their wrapped lines joined."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    stretches = re.split(r"\n{2,}", _BLANK.sub("\n", unix))
    return to_source(url, [(tidy(stretch), BlockKind.PARAGRAPH, True, None) for stretch in stretches])
