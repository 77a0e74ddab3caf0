"""Pandoc's tree to a reading: its headings, paragraphs, items, tables, captions, and its notes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.errors import InputError
from claims.language.dates.dates import iso_date
from claims.language.headings import is_reference_heading
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind, links, words
from claims.readers.assembly.plain_pieces import with_plain_markers
from claims.readers.assembly.tables.table_blocks import cell_opening
from claims.readers.converted.inlines import Inlines, key_of, parts, plain
from claims.readers.converted.places import Places
from claims.readers.interface import Reading
from claims.records import BlockKind

Block = dict[str, Any]

_TEXTS = ("Para", "Plain")
_DEEPEST = 60  # blocks within each other


def read_tree(tree: Mapping[str, Any], name: str, format_name: str, source: str | None) -> Reading:
    """Read a document that pandoc has parsed.

    Args:
        tree: its tree, as pandoc writes it in JSON.
        name: its name, for messages.
        format_name: the name of its format.
        source: its text, in which lines are found; None if it has none.

    Raises:
        claims.errors.InputError: it has no words.
    """
    meta = tree.get("meta", {})
    converter = _Converter([*_abstract(meta), *tree["blocks"]], source)
    reading = Assembly(with_plain_markers(converter.blocks), converter.notes()).reading(
        format_name,
        title=_field(meta, "title"),
        language=_field(meta, "lang"),
        as_of=iso_date(_field(meta, "date") or ""),
    )
    if not reading.text:
        raise InputError("This document has no words.", place=name, mend="Give a document with text.")
    return reading


class _Converter:
    """Converts the blocks of one document."""

    def __init__(self, blocks: Sequence[Block], source: str | None) -> None:
        self.blocks: list[PieceBlock] = []
        self._entries = dict(_entries(blocks))
        self._taken = {id(block["c"]) for blocks in self._entries.values() for block in blocks}
        self._inlines = Inlines(self._entries)
        self._places = Places(source)
        self._tables = 0
        self._titled = False
        self._convert(blocks, BlockKind.PARAGRAPH, None, 0)

    def notes(self) -> list[Note]:
        """Convert the notes and the entries to which the text refers by their keys."""
        found = []
        waiting = dict(self._inlines.notes)
        for name, blocks in [*waiting.items(), *self._entries.items()]:
            pieces = [piece for inlines in _texts(blocks) for piece in [*self._inlines.pieces(inlines, 0), _BREAK]]
            text = words(pieces)
            found.append(Note(name, text.removeprefix(f"@@{name}").strip(), links(pieces)))
        return found

    def _convert(self, blocks: Sequence[Block], kind: BlockKind, number: str | None, depth: int) -> None:
        for block in blocks if depth < _DEEPEST else ():
            tag, content = parts(block)
            if tag in _TEXTS:
                self._add(kind, content, number=number)
            elif tag == "Header":
                first = not self._titled and content[0] == 1
                self._titled = True
                self._add(BlockKind.TITLE if first else BlockKind.HEADING, content[2], level=content[0])
            elif tag == "LineBlock":
                self._add(kind, [inline for line in content for inline in [*line, {"t": "SoftBreak"}]])
            elif tag == "BlockQuote":
                self._convert(content, kind, None, depth + 1)
            elif tag == "Div":
                self._convert(content[1], kind, None, depth + 1)
            elif tag == "Figure":
                self._convert(content[1][1], BlockKind.CAPTION, None, depth + 1)
            elif tag == "Table":
                self._table(content)
            else:
                self._list(tag, content, depth)

    def _list(self, tag: str, content: Any, depth: int) -> None:
        if tag == "BulletList":
            for item in content:
                self._convert(item, BlockKind.ITEM, None, depth + 1)
        elif tag == "OrderedList":
            for position, item in enumerate(content[1], int(content[0][0])):
                self._convert(item, BlockKind.ITEM, str(position), depth + 1)
        elif tag == "DefinitionList":
            for term, definitions in content:
                self._add(BlockKind.ITEM, term)
                for definition in definitions:
                    self._convert(definition, BlockKind.ITEM, None, depth + 1)

    def _add(self, kind: BlockKind, inlines: Sequence[Any], *, level: int = 0, number: str | None = None) -> None:
        line = self._places.next(plain(inlines))
        if id(inlines) not in self._taken:
            self.blocks.append(PieceBlock(kind, self._inlines.pieces(inlines, line), level, number))

    def _table(self, content: Sequence[Any]) -> None:
        """Convert a table: attributes, caption, columns, head, bodies, foot."""
        self._tables += 1
        self._convert(content[1][1], BlockKind.CAPTION, None, 0)
        rows = [(row, True) for row in content[3][1]]
        rows += [(row, False) for body in content[4] for row in [*body[2], *body[3]]] + [
            (r, False) for r in content[5][1]
        ]
        for row, head in rows:
            pieces: list[Piece] = []
            line = self._places.next(" ".join(plain(inlines) for cell in row[1] for inlines in _texts(cell[4])))
            for cell in row[1]:
                pieces.append(cell_opening(line, first=not pieces, head=head, columns=cell[3], rows=cell[2]))
                pieces += [p for inlines in _texts(cell[4]) for p in [*self._inlines.pieces(inlines, line), _BREAK]]
            self.blocks.append(PieceBlock(BlockKind.TABLE, pieces, table=self._tables))


_BREAK = Piece(PieceKind.BREAK, "", 0)


def _texts(blocks: Sequence[Block]) -> Iterator[Sequence[Any]]:
    """Find the inlines of all paragraphs in blocks."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        tag, content = parts(block)
        if tag in _TEXTS:
            yield content
        elif tag == "Header":
            yield content[2]
        elif tag == "BlockQuote":
            waiting += reversed(content)
        elif tag in ("Div", "Figure"):
            waiting += reversed(content[-1])
        elif tag in ("BulletList", "OrderedList"):
            items = content if tag == "BulletList" else content[1]
            waiting += [block for item in reversed(items) for block in reversed(item)]


def _entries(blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Find the entries that have keys: of LaTeX's own bibliography, and those with an anchor in a reference list."""
    listed = False
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        tag, content = parts(block)
        if tag == "Header":
            listed = is_reference_heading(plain(content[2]))
        elif tag in _TEXTS:
            first = content[0] if content else {"t": ""}
            anchor = str(first["c"][0][0]) if first["t"] == "Span" and listed else ""
            if name := key_of(content) or anchor:
                yield name, [block]
        elif tag == "Div":
            waiting += reversed(content[1])
        elif tag in ("BulletList", "OrderedList"):
            items = content if tag == "BulletList" else content[1]
            waiting += [inner for item in reversed(items) for inner in reversed(item)]


def _abstract(meta: Mapping[str, Any]) -> list[Block]:
    """Find the abstract, which pandoc takes out of the text of LaTeX, Word and DocBook."""
    value = meta.get("abstract", {})
    if value.get("t") == "MetaInlines":
        return [{"t": "Para", "c": value["c"]}]
    return list(value["c"]) if value.get("t") == "MetaBlocks" else []


def _field(meta: Mapping[str, Any], name: str) -> str | None:
    """Read a field of the metadata as words."""
    value = meta.get(name, {})
    content = value.get("c")
    if value.get("t") == "MetaInlines":
        return " ".join(plain(content).split()) or None
    if value.get("t") == "MetaBlocks":
        return " ".join(" ".join(map(plain, _texts(content))).split()) or None
    return str(content) if isinstance(content, str) and content else None
