r"""Links that cite nothing, rewritten first: markers, links back to markers, the document's own address.

A page that was saved as Markdown has its markers and back-links as links to the page itself
(`[\[1\]](https://…#cite_note-1)`, `[^](https://…#cite_ref-1)`); as sources they would check the page against itself.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind
from claims.references.links.urls import same_page

# The fragments of MediaWiki, of Markdown's footnotes, of Word (`_ftn1`), LibreOffice, Google Docs (`ftnt1`), Substack.
_KINDS = r"_?(?:fn|ftnt?|edn|sdfootnote|sdendnote|foot-?note|end-?note)s?"
_TO_NOTE = re.compile(rf"#(?:cite[_-]note|{_KINDS}[-_:.]?\d)", re.IGNORECASE)
_TO_MARKER = re.compile(
    rf"#(?:cite[_-]ref|{_KINDS}[-_:.]?(?:ref|anchor|back)|{_KINDS}[-_:.]?\d[\w-]*(?:anc|link))", re.I
)
_LABEL = re.compile(r"\[{0,2}\s?((?:note|nb|n|fn)?\s?\d{1,4}|[a-z]{1,2}|[*†‡§¶]{1,3})\s?\]{0,2}", re.IGNORECASE)
_BACK = re.compile(
    r"\W{0,3}[\^↑↩⏎⤴↵←⬆⇧]\W{0,3}(?:\w{1,2}(?:\.\d{1,2})?)?\W{0,3}|(?:jump|go|back)\s(?:up|back|to)\b.{0,30}", re.I
)


class NoteLinks:
    """Rewrites the links of one document.

    Args:
        blocks: its running text.
        own: its own addresses, as it states them itself.
    """

    def __init__(self, blocks: Sequence[PieceBlock], own: Collection[str]) -> None:
        links = [piece.target for block in blocks for piece in block.pieces if piece.kind is PieceKind.LINK]
        noted = frozenset(filter(leads_back, links))
        marked = {target.partition("#")[0] for target in noted}
        self._rewritten = bool(noted or own)
        self._own = frozenset(filter(None, (*own, *marked)))

    def block(self, block: PieceBlock) -> PieceBlock:
        """Rewrite the links of a block."""
        if not self._rewritten:
            return block
        return replace(block, pieces=list(self._pieces(block.pieces)))

    def note(self, note: Note) -> Note:
        """Return a note without links back and to the document itself."""
        links = tuple(link for link in note.links if not leads_back(link) and not self._is_own(link))
        return note if len(links) == len(note.links) else replace(note, links=links)

    def _is_own(self, target: str) -> bool:
        return any(same_page(target, own) for own in self._own)

    def _pieces(self, pieces: Sequence[Piece]) -> Iterable[Piece]:
        for piece in pieces:
            if piece.kind is not PieceKind.LINK or not (leads_back(piece.target) or self._is_own(piece.target)):
                yield piece
            elif not _is_back_link(piece):
                yield _rewritten(piece)


def _rewritten(link: Piece) -> Piece:
    """Rewrite a link to a note as a marker, and any other link to the document itself as words."""
    label = _LABEL.fullmatch(link.text.strip())
    if not label or "#" not in link.target:
        return replace(link, kind=PieceKind.TEXT, target="", column=None)
    if label[1].isdecimal():  # as any other marker in brackets
        return replace(link, kind=PieceKind.TEXT, text=f"[{label[1]}]", target="")
    return replace(link, kind=PieceKind.NOTE, text="", target=label[1])


def leads_back(target: str) -> bool:
    """Whether the target of a link is a note or the marker of one."""
    return _TO_NOTE.search(target) is not None or _TO_MARKER.search(target) is not None


def without_back_links(pieces: Iterable[Piece]) -> list[Piece]:
    """Drop the links from a note back to its markers."""
    return [piece for piece in pieces if piece.kind is not PieceKind.LINK or not _is_back_link(piece)]


def _is_back_link(link: Piece) -> bool:
    return bool(_TO_MARKER.search(link.target) or ("#" in link.target and _BACK.fullmatch(link.text.strip())))
