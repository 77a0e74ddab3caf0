"""How much running text a copy holds: words in sentences of the main text, in scripts with and without spaces. Pure."""

import re
from collections.abc import Container, Iterator
from functools import cache

from claims.language.loader import common
from claims.language.segmentation import PAGE, sentences
from claims.language.tokens import UNSPACED
from claims.records import BlockKind, Passage, Source

FLOOR = 50
"""Words of running text below which what a copy lacks proves nothing. Of the 91 pages of the article extraction
benchmark the shortest has 65; stubs ("Session expired", "Object moved") have up to 40."""

# Words that a sentence has at least; entries of menus and labels of forms have fewer.
_SENTENCE = 4
_WORD = re.compile(r"\S*[^\W\d_]\S*")
_UNSPACED = re.compile(f"[{UNSPACED}]")


def running_words(source: Source, most: int, without: Container[int] = ()) -> int:
    """Return the words in sentences of the main text without headings and notices; counting ends at `most`.

    Two characters of a script without spaces count as a word. A table's row counts if it holds a figure. `without`
    holds the numbers of passages that do not count.
    """
    count = 0
    for number, passage in enumerate(source.passages):
        if passage.main and passage.kind not in (BlockKind.TITLE, BlockKind.HEADING) and number not in without:
            count += sum(_passage_words(source, passage))
            if count >= most:
                break
    return count


def _passage_words(source: Source, passage: Passage) -> Iterator[int]:
    text = source.text
    if passage.kind in (BlockKind.TABLE, BlockKind.INFOBOX):
        row = text[passage.start : passage.end]
        yield len(row.split()) if any(map(str.isdigit, row)) else 0
        return
    for start, end in sentences(text, passage.start, passage.end, layout=PAGE):
        words = _words(text[start:end])
        if words >= _SENTENCE and not _notice().search(text, start, end):
            yield words


def _words(text: str) -> int:
    spaced, unspaced = _UNSPACED.subn(" ", text)
    return len(_WORD.findall(spaced)) + unspaced // 2


@cache
def _notice() -> re.Pattern[str]:
    """Return the expression for what notices on cookies, rights and accounts mention."""
    return re.compile("|".join(common().boilerplate), re.IGNORECASE)
