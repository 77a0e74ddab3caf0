"""Plain text to blocks: paragraphs are what blank lines part."""

import re

from claims.records import BlockKind, Source
from crawler.extraction.blocks import tidy, to_source

_BLANK = re.compile(r"\n[ \t]*(?=\n)")


def read_plain(text: str, url: str) -> Source:
    """The paragraphs of a text, their wrapped lines joined."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    stretches = re.split(r"\n{2,}", _BLANK.sub("\n", unix))
    return to_source(url, [(tidy(stretch), BlockKind.PARAGRAPH, True, None) for stretch in stretches])
