"""Words that only name the sources of what they follow: `Source: [Log](…), 3 May`, `🔗 [Log](…)`, `(Reuters, https://…)`.

They follow a sentence, fill a line or stand in brackets. Their links are markers, and none of their words is a claim.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from claims.language.source_words import source_words
from claims.readers.assembly.links.link_roles import bare_address
from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind, links, part_of, words

# What stands in the line of a block's words for links with words and markers of notes, and for bare addresses.
_WORDED, _BARE = "\ufffc", "\ufffb"
_EITHER = f"{_WORDED}{_BARE}"
_LINK = f"[{_EITHER}]"
_FEWEST_OF_DOCUMENT = 2  # sources on the last line of a document that are not those of its last paragraph alone
_MOST_OF_PARAGRAPH = 3  # sources on a line below a paragraph; more are those of the whole document
_ENDED = r"[.!?…。！？؟।][\"'”’»)\]]{0,3}"
_SIGN = "[—–→➔➜➡▸►↗🔗📎📄📰🌐|]\ufe0f?"
_LABEL = r"\s?[:：–—-]\s?"  # behind the word for a source
# The words of a reference in brackets: names, numbers and dates, and the few that join them.
_CITING = (
    r"(?:[^\W\d_a-zà-ÿ][\w’'&./-]*|\d[\w./–-]*|&|of|the|for|and|de|la|le|du|des|von|der|di|del|da|et|al|in|on|pp?|page|"
    r"accessed|retrieved|read|visited|abgerufen|am|consulté)\.?"
)


def without_source_lines(pieces: Sequence[Piece]) -> tuple[list[Piece], frozenset[int]]:
    """Take such words out of the pieces of a block; returns the pieces and the indices of their links."""
    line = "".join(map(_shown, pieces))
    spans = [match.span(match.lastgroup or 0) for match in _named().finditer(line)] if _links(line) else []
    if not spans:
        return list(pieces), frozenset()
    parts = list(_parts(pieces, spans))
    entries = [words(piece for piece, number in parts if number == each) for each in range(len(spans))]
    targets = Counter(number for piece, number in parts if _links(_shown(piece)))
    kept: list[Piece] = []
    marks: set[int] = set()
    for piece, number in parts:
        if number is None:
            kept.append(piece)
        elif _links(_shown(piece)):
            marks.add(len(kept))
            described = piece.kind is PieceKind.LINK and targets[number] == 1
            kept.append(replace(piece, text=_opening().sub("", entries[number])) if described else piece)
    return kept, frozenset(marks)


def opening_apart(block: PieceBlock) -> list[PieceBlock]:
    """Split a block that opens with such words, which are of what is above it."""
    line = "".join(map(_shown, block.pieces))
    match = _named().match(line) if _links(line) else None
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
    return _links(line) > most and not any(map(str.isalnum, _named().sub("", line)))


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
    if piece.kind is PieceKind.NOTE or links([piece]):
        return _BARE if bare_address(piece) else _WORDED
    return piece.text.replace("\n", " ")


def _links(line: str) -> int:
    return line.count(_WORDED) + line.count(_BARE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\A\W{{0,4}}(?:{_label()})?\W{{0,3}}", re.IGNORECASE)


def _label() -> str:
    return rf"(?:{source_words()}|ref(?:erence)?s?\.?)"


@cache
def _named() -> re.Pattern[str]:
    """Return the expression for words that name sources in the line of a block's words."""
    label = rf"(?i:{_label()}){_LABEL}"
    names = rf"[^\n{_EITHER}]{{0,150}}\n?[^\n{_EITHER}]{{0,150}}{_LINK}"
    rest = rf"(?:[^\n.。{_EITHER}]|\.(?!\s+[^\W\d_a-z])|{_LINK}|(?<=[,;&])\s?\n)*[.。]?"
    inside = rf"[^()（）\[\]\n{_EITHER}]"
    behind = rf"(?:(?:[,:;]\s{{0,2}}|\s{{1,2}}){_CITING})"
    return re.compile(
        rf"(?:^|\n|{_ENDED}(?:\s|(?<=[。！？])))(?P<line>[^\w\n(（\[]{{0,4}}{label}{names}{rest})"
        rf"|(?P<bracket>\s?[(（\[]{label}{inside}{{0,150}}{_LINK}(?:[^()（）\[\]\n]|\([^()\n]*\)){{0,300}}[)）\]])"
        rf"|(?P<cited>\s?[(（\[](?![\d\s.,–-]{{0,12}}{_BARE})(?:{_CITING}[,:;]?\s{{1,2}}){{1,12}}{_BARE}{behind}{{0,12}}\s?[)）\]])"
        rf"|(?P<dated>\s?[(（\[]{_BARE}{behind}{{1,12}}\s?[)）\]])"
        rf"|{_ENDED}(?P<sign>\s{{0,3}}(?:{_SIGN}\s?){{1,2}}{_LINK}(?:[\s,;|·]{{0,3}}{_LINK})*\.?)(?=\s*(?:\n|$))"
    )
