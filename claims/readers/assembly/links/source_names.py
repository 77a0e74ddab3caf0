"""Links that only name their source behind a sentence: `It rose in 1994. [The Courier](…)`, as Claude writes them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from claims.language.pointing import pointing
from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind, links

_MOST_WORDS = 5
_SHORTEST = 3  # characters of the name of a host
_FEWEST = 2  # links at the ends of blocks that show a habit
_ENDED = re.compile(r"[.!?…。！？؟।][\"'”’)\]»]{0,3}$")
_UNSEEN = " \t\n\u2060\u200b\ufeff\xa0"


def names_sources(blocks: Iterable[PieceBlock]) -> bool:
    """Whether a document has a habit of links behind sentences at the ends of its blocks, with various words."""
    found: set[str] = set()
    for block in blocks:
        if block.pieces and any(piece.kind is PieceKind.LINK for piece in block.pieces[-2:]):
            *_, last = list(_behind_sentences(block.pieces)) or [([], "")]
            if not last[1]:
                found.update(block.pieces[index].text for index in last[0])
        if len(found) >= _FEWEST:
            return True
    return False


def source_names(pieces: Sequence[Piece], *, habit: bool) -> frozenset[int]:
    """Find the indices of the links among the pieces of a block that only name their source.

    Args:
        pieces: the pieces.
        habit: whether the document has a habit of such links; without it they have the name of their host.
    """
    found: set[int] = set()
    for run, following in _behind_sentences(pieces):
        if not following or (habit and not following[0].islower()):
            found.update(index for index in run if habit or _names_host(pieces[index]))
    return frozenset(found)


def _behind_sentences(pieces: Sequence[Piece]) -> Iterator[tuple[list[int], str]]:
    """Find the runs of short links behind which and before which a sentence ends: their indices, and what follows."""
    run: list[int] = []
    ended = False
    for index, piece in enumerate(pieces):
        shown = piece.text.strip(_UNSEEN)
        if piece.kind is PieceKind.LINK and links([piece]):
            run = [*run, index] if ended and _is_name(shown) else []
            ended = ended and bool(run)
        elif piece.kind is PieceKind.TEXT and shown:
            if run:
                yield run, shown
            run, ended = [], _ENDED.search(shown) is not None
        elif piece.kind is PieceKind.BREAK and run:
            yield run, ""
            run = []
    if run:
        yield run, ""


def _is_name(text: str) -> bool:
    words = pointing(None)  # a link may be in any language
    return len(text.split()) <= _MOST_WORDS and not words.more.match(text) and not words.place.search(text)


def _names_host(link: Piece) -> bool:
    name = "".join(filter(str.isalnum, link.text.lower()))
    host = "".join(filter(str.isalnum, "".join(link.target.lower().split("/")[2:3])))
    return len(name) >= _SHORTEST and name in host
