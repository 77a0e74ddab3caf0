"""The inside of paragraphs of pandoc's tree (pandoc-types, `Text.Pandoc.Definition`) to pieces."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from claims.readers.assembly.links.addresses import with_addresses
from claims.readers.assembly.pieces import Piece, PieceKind
from claims.readers.converted.source_forms import KEY_OPENING
from claims.readers.markers.superscripts import superscript

Inline = dict[str, Any]

_STYLES = frozenset("Emph Underline Strong Strikeout Subscript SmallCaps".split())  # noqa: SIM905
_SPACES = {"Space": " ", "SoftBreak": " "}


class Inlines:
    """Converts inlines.

    Attributes:
        notes: the blocks of the notes so far, by their ids.
    """

    def __init__(self, entries: Collection[str]) -> None:
        self._entries = entries  # ids of the entries to which links within the document may lead
        self.notes: dict[str, list[Any]] = {}

    def pieces(self, inlines: Sequence[Inline], line: int) -> list[Piece]:
        """Convert the inlines of a paragraph on `line`."""
        found: list[Piece] = []
        text = ""
        for each in self._flat(inlines, line):
            if isinstance(each, str):
                text += each
                continue
            found += with_addresses(Piece(PieceKind.TEXT, text, line)) if text else ()
            found.append(each)
            text = ""
        return [*found, *(with_addresses(Piece(PieceKind.TEXT, text, line)) if text else ())]

    def _flat(self, inlines: Sequence[Inline], line: int) -> Iterator[str | Piece]:
        waiting = list(reversed(inlines))
        while waiting:
            inline = waiting.pop()
            kind, content = parts(inline)
            if kind in _STYLES:
                waiting += reversed(content)
            elif kind in ("Quoted", "Span"):
                quotes = ("“", "”") if kind == "Quoted" else ("", "")
                waiting += [{"t": "Str", "c": quotes[1]}, *reversed(content[1]), {"t": "Str", "c": quotes[0]}]
            elif kind == "Superscript":
                words = plain(content)
                yield superscript(words) if words.strip("-–−").isdecimal() else words
            elif kind == "LineBreak":
                yield Piece(PieceKind.BREAK, "", line)
            elif kind == "Note":
                name = str(len(self.notes) + 1)
                self.notes[name] = content
                yield Piece(PieceKind.NOTE, "", line, name)
            elif kind == "Cite":
                yield from _citations(content, line)
            elif kind == "Link":
                yield self._link(content, line)
            elif kind in ("Code", "Math"):
                yield content[1]
            elif kind == "Str":
                yield content
            else:
                yield _SPACES.get(kind, "")

    def _link(self, content: Sequence[Any], line: int) -> Piece:
        target = str(content[2][0])
        if target.startswith("#") and target[1:] in self._entries:
            return Piece(PieceKind.NOTE, "", line, target[1:])
        return Piece(PieceKind.LINK, plain(content[1]), line, target)


def parts(element: dict[str, Any]) -> tuple[str, Any]:
    """Split an element of the tree into its tag and its content, whose form the tag decides."""
    return element["t"], element.get("c")


def plain(inlines: Sequence[Inline]) -> str:
    """Join the words of inlines, without notes."""
    found: list[str] = []
    waiting = list(reversed(inlines))
    while waiting:
        inline = waiting.pop()
        kind, content = parts(inline)
        if kind == "Str":
            found.append(content)
        elif kind in _STYLES or kind == "Superscript":
            waiting += reversed(content)
        elif kind in ("Quoted", "Span", "Link", "Cite"):
            waiting += reversed(content[1])
        elif kind in ("Code", "Math"):
            found.append(content[1])
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            found.append(" ")
    return "".join(found)


def key_of(inlines: Sequence[Inline]) -> str:
    """Read the key with which an entry of LaTeX's own bibliography begins; empty for other paragraphs."""
    first = next((inline for inline in inlines if inline["t"] not in _SPACES), None)
    code = str(first["c"][1]) if first is not None and first["t"] == "Code" else ""
    return code.removeprefix(KEY_OPENING) if code.startswith(KEY_OPENING) else ""


def _citations(content: Sequence[Any], line: int) -> Iterator[str | Piece]:
    """Convert the keys of a citation to markers; one within the sentence stays as a word too."""
    for citation in content[0]:
        if citation["citationMode"]["t"] == "AuthorInText":
            yield f"@{citation['citationId']}"
        yield Piece(PieceKind.NOTE, "", line, str(citation["citationId"]))
