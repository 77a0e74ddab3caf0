"""From the lines of a PDF's pages, with their places, to paragraphs in the order in which people read them. Pure.

Lines that programs wrote across two columns are divided at the gutter; running heads and page numbers are taken out of
the text; words that were hyphenated at line ends are joined; a paragraph may go on over a column or a page.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from claims.records import BlockKind
from crawler.extraction.blocks import TextBlock, tidy

HYPHEN = "\ufffe"
"""PDFium's character for a hyphen at the end of a line."""

# Text in a line that is far from the rest of it, with its left and right edge; points, as all lengths here.
Part = tuple[str, float, float]

_SPACE = " \t\u00a0"
_SENTENCE_END = (".", "!", "?", ":", "。", "！", "？", ".”", '."', ".)")
# A line shorter than this share of the median line of its page ends a paragraph, if it ends a sentence.
_SHORT = 0.8
# A distance between lines of so many times the usual one divides paragraphs.
_APART = 1.6
# Columns: at least so many lines divided at one place, in which both sides have so many characters in the median.
_COLUMN_LINES, _COLUMN_CHARACTERS = 4, 20
_SAME_PLACE = 12.0
# Running heads and feet are the outermost lines of a page, or the next ones where those are so many times their height
# from the text, and at the same height on several pages.
_SET_OFF = 1.0
_SAME_HEIGHT = 4.0
# A first line that is indented by this share of its height begins a paragraph.
_INDENTED = 0.6
_DIGITS = re.compile(r"\d+")
_NUMBERING = re.compile(r"\W*(?:\w{1,9}\W{1,3})?(?:#|[ivxlc]{1,8})(?:\W{1,3}(?:\w{1,4}\W{1,3})?#)?\W*", re.IGNORECASE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its parts from left to right, its bottom and top edge, and the page's number."""

    parts: tuple[Part, ...]
    bottom: float
    top: float
    page: int

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.parts[0][1]

    @property
    def text(self) -> str:
        """Its text."""
        return " ".join(text for text, _, _ in self.parts).strip(_SPACE).translate(_LIGATURES)


def blocks(pages: Sequence[Sequence[Line]]) -> Iterator[TextBlock]:
    """Yield the paragraphs of the pages; running heads once each, as no part of the main text, page numbers never."""
    running = _running(pages)
    seen: set[str] = set()
    body: list[Line] = []
    for page in pages:
        kept = [line for line in page if _place(line) not in running]
        for line in page:
            mask = _mask(line.text)
            if _place(line) in running and mask not in seen and not _NUMBERING.fullmatch(mask):
                seen.add(mask)
                yield tidy(line.text), BlockKind.PARAGRAPH, False, line.page, False
        body += _in_columns(kept)
    yield from _paragraphs(body)


def _running(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """Return the places of running heads and feet: the text without its numbers, and its height."""
    places = Counter[tuple[str, int]]()
    for page in pages:
        lines = sorted(page, key=lambda line: line.bottom)
        places.update({_place(line) for line in (*_outermost(lines), *_outermost(lines[::-1]))})
    return {place for place, count in places.items() if count > 1}


def _outermost(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the first of the lines, and the second if it is set off from those that follow."""
    heights = [list(group) for _, group in groupby(lines, key=lambda line: round(line.bottom / _SAME_HEIGHT))]
    yield from heights[0] if heights else ()
    if len(heights) > 2:
        second, third = heights[1][0], heights[2][0]
        between = max(third.bottom - second.top, second.bottom - third.top)
        if between > _SET_OFF * (second.top - second.bottom):
            yield from heights[1]


def _place(line: Line) -> tuple[str, int]:
    return _mask(line.text), round(line.bottom / _SAME_HEIGHT)


def _mask(text: str) -> str:
    return _DIGITS.sub("#", text)


def _in_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines in the order of reading: those that go across columns as the lines of one column after the other."""
    gutter = _gutter(lines)
    if gutter is None:
        yield from lines
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        before = tuple(part for part in line.parts if part[2] <= gutter)
        after = tuple(part for part in line.parts if part[1] >= gutter)
        is_row = before and after and all(len(text) < _COLUMN_CHARACTERS for text, _, _ in line.parts)
        if is_row or len(before) + len(after) < len(line.parts):  # over all columns: what is above it is read first
            yield from (*_in_columns(left), *_in_columns(right), line)
            left, right = [], []
            continue
        left += [replace(line, parts=before)] if before else []
        right += [replace(line, parts=after)] if after else []
    yield from (*_in_columns(left), *_in_columns(right))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where text in columns is first divided, or None; the short cells of a table are no columns."""
    divided = [pair for line in lines for pair in pairwise(line.parts)]
    for (_, _, edge), (_, start, _) in divided:
        middle = (edge + start) / 2
        at = [
            (one[0], two[0]) for one, two in divided if one[2] <= middle <= two[1] and abs(two[1] - start) < _SAME_PLACE
        ]
        if len(at) >= _COLUMN_LINES and all(
            statistics.median(map(len, side)) >= _COLUMN_CHARACTERS for side in zip(*at, strict=True)
        ):
            return middle
    return None


def _paragraphs(lines: Iterable[Line]) -> Iterator[TextBlock]:
    every = [line for line in lines if line.text]
    usual = _usual_lengths(every)
    pitch = statistics.median([one.top - two.top for one, two in pairwise(every) if _below(one, two)] or [0.0])
    paragraph: list[Line] = []
    for line in every:
        if paragraph and _ends(paragraph[-1], line, usual[paragraph[-1].page], pitch):
            yield _paragraph(paragraph)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield _paragraph(paragraph)


def _usual_lengths(lines: Iterable[Line]) -> dict[int, float]:
    lengths: dict[int, list[int]] = {}
    for line in lines:
        lengths.setdefault(line.page, []).append(len(line.text))
    return {page: statistics.median(some) for page, some in lengths.items()}


def _below(one: Line, other: Line) -> bool:
    return one.page == other.page and other.top < one.top


def _ends(last: Line, line: Line, usual: float, pitch: float) -> bool:
    """Return whether a paragraph ends with its `last` line, before `line`."""
    is_short, is_whole = len(last.text) < _SHORT * usual, last.text.endswith(_SENTENCE_END)
    if not _below(last, line):  # in the next column, or on the next page
        return is_short or is_whole
    is_indented = line.left - last.left > _INDENTED * (line.top - line.bottom)
    return (is_whole and (is_short or is_indented)) or last.top - line.top > _APART * pitch > 0


def _paragraph(lines: Sequence[Line]) -> TextBlock:
    text = lines[0].text
    for line in lines[1:]:
        text = _joined(text, line.text)
    return tidy(text), BlockKind.PARAGRAPH, True, lines[0].page, False


def _joined(text: str, line: str) -> str:
    """Join lines, and words that were hyphenated at line ends; a hyphen before a capital is kept."""
    if text.endswith(HYPHEN) or (text.endswith("-") and text[-2:-1].isalpha()):
        return text[:-1] + ("" if line[:1].islower() else "-") + line
    return f"{text} {line}"
