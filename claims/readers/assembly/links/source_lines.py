"""Words that only name the sources of what they follow: `Source: [The Courier](…), 3 May`, `It is old. 🔗 [Log](…)`.

They follow a sentence, fill a line or stand in brackets. Their links are markers, and none of their words is a claim.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from claims.language.source_words import source_words
from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind, links, part_of, words

_LINK = "\ufffc"  # stands for a link or the marker of a note in the line of a block's words
_FEWEST_OF_DOCUMENT = 2  # sources on the last line of a document that are not those of its last paragraph alone
_MOST_OF_PARAGRAPH = 3  # sources on a line below a paragraph; more are those of the whole document
_ENDED = r"[.!?…。！？؟।][\"'”’»)\]]{0,3}"
_SIGN = "[—–→➔➜➡▸►↗🔗📎📄📰🌐|]\ufe0f?"
_LABEL = r"\s?[:：–—-]\s?"  # behind the word for a source


def without_source_lines(pieces: Sequence[Piece]) -> tuple[list[Piece], frozenset[int]]:
    """Take such words out of the pieces of a block; returns the pieces and the indices of their links."""
    line = "".join(map(_shown, pieces))
    spans = [match.span(match.lastgroup or 0) for match in _named().finditer(line)] if _LINK in line else []
    if not spans:
        return list(pieces), frozenset()
    parts = list(_parts(pieces, spans))
    entries = [words(piece for piece, number in parts if number == each) for each in range(len(spans))]
    targets = Counter(number for piece, number in parts if _shown(piece) == _LINK)
    kept: list[Piece] = []
    marks: set[int] = set()
    for piece, number in parts:
        if number is None:
            kept.append(piece)
        elif _shown(piece) == _LINK:
            marks.add(len(kept))
            described = piece.kind is PieceKind.LINK and targets[number] == 1
            kept.append(replace(piece, text=_opening().sub("", entries[number])) if described else piece)
    return kept, frozenset(marks)


def opening_apart(block: PieceBlock) -> list[PieceBlock]:
    """Split a block that opens with such words, which are of what is above it."""
    line = "".join(map(_shown, block.pieces))
    match = _named().match(line) if _LINK in line else None
    if match is None or not line[match.end() :].strip():
        return [block]
    parts = list(_parts(block.pieces, [match.span()]))
    return [replace(block, pieces=[piece for piece, number in parts if number == of]) for of in (0, None)]


def names_sources_of_all(pieces: Sequence[Piece], *, last: bool) -> bool:
    """Whether a block does nothing but name more sources than those of the paragraph above it.

    Args:
        pieces: its pieces.
        last: whether it is the last block of its document.
    """
    line = "".join(map(_shown, pieces))
    most = _FEWEST_OF_DOCUMENT - 1 if last else _MOST_OF_PARAGRAPH
    return line.count(_LINK) > most and not any(map(str.isalnum, _named().sub("", line)))


def _parts(pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[Piece, int | None]]:
    """Split pieces at the ends of spans of their line; yields each with the number of the span that it is in."""
    start = 0
    for piece in pieces:
        end = start + len(_shown(piece))
        cuts = [start, *sorted(cut for span in spans for cut in span if start < cut < end), end]
        for first, behind in pairwise(cuts):
            number = next((number for number, span in enumerate(spans) if span[0] <= first < span[1]), None)
            whole = (first, behind) == (start, end)
            yield piece if whole else part_of(piece, first - start, behind - start), number
        start = end


def _shown(piece: Piece) -> str:
    """Return what stands for a piece in the line of a block's words."""
    if piece.kind is PieceKind.BREAK:
        return "\n"
    return _LINK if piece.kind is PieceKind.NOTE or links([piece]) else piece.text.replace("\n", " ")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\A\W{{0,4}}(?:{_label()})?\W{{0,3}}", re.IGNORECASE)


def _label() -> str:
    return rf"(?:{source_words()}|ref(?:erence)?s?\.?)"


@cache
def _named() -> re.Pattern[str]:
    """Return the expression for words that name sources in the line of a block's words."""
    label = rf"(?i:{_label()}){_LABEL}"
    names = rf"[^\n{_LINK}]{{0,150}}\n?[^\n{_LINK}]{{0,150}}{_LINK}"
    rest = rf"(?:[^\n.。{_LINK}]|\.(?!\s+[^\W\d_a-z])|{_LINK}|(?<=[,;&])\s?\n)*[.。]?"
    return re.compile(
        rf"(?:^|\n|{_ENDED}(?:\s|(?<=[。！？])))(?P<line>[^\w\n(（\[]{{0,4}}{label}{names}{rest})"
        rf"|(?P<bracket>\s?[(（\[]{label}[^()（）\[\]\n{_LINK}]{{0,150}}{_LINK}(?:[^()（）\[\]\n]|\([^()\n]*\)){{0,300}}[)）\]])"
        rf"|{_ENDED}(?P<sign>\s{{0,3}}(?:{_SIGN}\s?){{1,2}}{_LINK}(?:[\s,;|·]{{0,3}}{_LINK})*\.?)(?=\s*(?:\n|$))"
    )
