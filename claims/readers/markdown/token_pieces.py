"""The tokens of markdown-it-py to blocks of pieces and to notes, each with its line and column."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from markdown_it.token import Token

from claims.readers.assembly.links.addresses import with_addresses
from claims.readers.assembly.links.note_links import without_back_links
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind, links, words
from claims.readers.assembly.tables.table_blocks import cell_opening
from claims.readers.markdown.block_rules import cells
from claims.readers.markers.superscripts import superscript
from claims.records import BlockKind

_NEWLINE = re.compile("\n")
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\s[^>]*?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_ANCHOR_END = re.compile(r"</a\b", re.IGNORECASE)
_DIGITS = re.compile(r"[\d,\s–-]{1,20}")
_BROKEN_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]")


class _Place:
    """The place of the content of a block in the input: its first line, and the columns of its lines, if known."""

    def __init__(self, content: str, line: int, columns: Sequence[int | None]) -> None:
        self.content = content
        self._line = line
        self._columns = columns
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(content))] if len(columns) > 1 else [0]

    def of(self, at: int) -> tuple[int, int | None]:
        """Find line and column of character `at` of the content."""
        index = bisect_right(self._starts, at) - 1
        column = self._columns[index] if index < len(self._columns) else None
        return self._line + index, column and column + at - self._starts[index]


def blocks_and_notes(tokens: Sequence[Token], lines: Sequence[str]) -> tuple[list[PieceBlock], list[Note]]:
    """Convert tokens to the blocks of running text, in order, and the notes.

    Args:
        tokens: the tokens of the document.
        lines: the lines of the document.
    """
    blocks: list[PieceBlock] = []
    notes: list[Note] = []
    kind, level, number, line = BlockKind.PARAGRAPH, 0, None, 1
    label: str | None = None
    collected: list[Piece] = []
    titled = False
    tables = 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type == "footnote_reference_open":
            label, collected = str(token.meta["label"]), []
        elif token.type == "footnote_reference_close" and label is not None:
            notes.append(_note(label, collected))
            label = None
        elif token.type == "heading_open":
            level = int(token.tag[1:])
            kind = BlockKind.HEADING if titled or level > 1 else BlockKind.TITLE
            titled = True
        elif token.type in ("heading_close", "paragraph_close"):
            kind, level, number = BlockKind.PARAGRAPH, 0, None
        elif token.type == "list_item_open":
            kind, number = BlockKind.ITEM, token.info or None
        elif token.type in ("inline", "row"):
            found = _row(token, line) if token.type == "row" else _pieces_of(token, lines, line)
            if label is not None:
                collected += [*found, Piece(PieceKind.BREAK, "", line)]
            elif token.type == "row":
                tables += bool(token.meta["head"])
                blocks.append(PieceBlock(BlockKind.TABLE, list(found), table=tables))
            else:
                blocks.append(PieceBlock(kind, list(found), level, number))
    return blocks, notes


def inline_notes(environment: Mapping[str, Any]) -> list[Note]:
    """Find the notes in the text itself (`^[…]`), which the parser leaves in its environment."""
    notes = []
    for number, note in environment.get("footnotes", {}).get("list", {}).items():
        if "tokens" in note:
            pieces = list(_pieces(note["tokens"], _Place(note["content"], 1, [None])))
            notes.append(_note(_inline_note(number), pieces))
    return notes


def _note(label: str, pieces: Sequence[Piece]) -> Note:
    pieces = without_back_links(pieces)
    return Note(label, words(pieces), links(pieces))


def _column(line: str, part: str) -> int | None:
    """Find the column of `part` in `line`: at the end, or else the first one."""
    for whole in (line, line.rstrip()):
        if whole.endswith(part):
            return len(whole) - len(part) + 1
    return line.find(part) + 1 or None


def _row(row: Token, line: int) -> Iterator[Piece]:
    """Convert the row of a table."""
    parsed = row.meta.get("cells") or [(text, column, None) for text, column in cells(row)]
    for index, (text, column, children) in enumerate(parsed):
        yield cell_opening(line, first=index == 0, head=row.meta["head"])
        if children is None:
            yield from with_addresses(Piece(PieceKind.TEXT, text, line))
        else:
            yield from _pieces(children, _Place(text, line, [column]))


def _pieces_of(block: Token, lines: Sequence[str], line: int) -> Iterator[Piece]:
    """Convert a paragraph, a heading or an item."""
    parts = block.content.split("\n")[: len(lines) - line + 1]
    columns = [_column(lines[number], part) for number, part in enumerate(parts, line - 1)]
    return _pieces(block.children or [], _Place(block.content, line, columns))


def _pieces(children: Sequence[Token], block: _Place) -> Iterator[Piece]:
    """Convert the inline tokens of a block."""
    target: str | None = None
    text: list[str] = []
    place: tuple[int, int | None] = (0, None)
    raised = False  # within `<sup>`
    pictured = False  # whether the link has a picture
    for child in _joined(children, block.content):
        at = child.meta.get("at", 0)
        if child.type in ("softbreak", "hardbreak"):
            if target is None:
                yield Piece(PieceKind.BREAK, "", block.of(at)[0] + 1)
            else:
                text.append(" ")
        elif child.type == "link_open":
            target, text = str(child.attrs.get("href", "")), []
            pictured = False
            place = block.of(at - (block.content[at - 1 : at] == "[" and not child.markup))
        elif child.type == "link_close" and target is not None:
            shown = "".join(text) or ("" if pictured else target)  # Grok's markers have no words: `[](https://…)`
            yield Piece(PieceKind.LINK, shown, place[0], target, place[1])
            target = None
        elif child.type == "footnote_ref":
            line, column = block.of(at)
            yield Piece(PieceKind.NOTE, "", line, _label(child), column)
        elif child.type == "html_inline" and target is None and (anchor := _ANCHOR.match(child.content)):
            target, text, pictured, place = unescape(anchor[1]), [], False, (block.of(at)[0], None)
        elif child.type == "html_inline" and target is not None and _ANCHOR_END.match(child.content):
            yield Piece(PieceKind.LINK, "".join(text), place[0], target, place[1])
            target = None
        elif child.type == "html_inline":
            raised = child.content.lower().startswith("<sup") or (raised and not child.content.startswith("</"))
            if _LINE_BREAK.match(child.content) and target is None:
                yield Piece(PieceKind.BREAK, "", block.of(at)[0])
        elif child.type == "image":
            pictured = True
        elif child.type in ("text", "code_inline", "text_special"):
            if raised and target is None and _DIGITS.fullmatch(child.content):
                yield Piece(PieceKind.TEXT, superscript(child.content), block.of(at)[0])
            elif target is not None:
                text.append(child.content)
            else:
                yield from _with_broken_notes(child, *block.of(at))


def _joined(tokens: Sequence[Token], content: str) -> Iterator[Token]:
    """Join texts that follow each other directly in `content`."""
    last: Token | None = None
    begin = end = 0  # of the texts joined to the last one
    for token in tokens:
        if token.type == "text" and not token.content:
            continue
        if (
            last is not None
            and token.type == "text"
            and token.meta["at"] <= end
            and content.startswith(token.content, end)
        ):
            end += len(token.content)
            continue
        if last is not None:
            yield _until(last, content, begin, end)
        last = token if token.type == "text" else None
        if last is None:
            yield token
        else:
            begin = end = token.meta["at"] + len(token.content)
    if last is not None:
        yield _until(last, content, begin, end)


def _until(text: Token, content: str, begin: int, end: int) -> Token:
    """Add `content[begin:end]` to a text."""
    text.content += content[begin:end]
    return text


def _label(reference: Token) -> str:
    """Find the id of the note of a marker; a note in the text itself (`^[…]`) gets one."""
    label = reference.meta.get("label")
    return str(label) if label is not None else _inline_note(reference.meta["id"])


def _inline_note(number: int) -> str:
    return f"inline {number + 1}"


def _with_broken_notes(token: Token, line: int, column: int | None) -> Iterator[Piece]:
    """Convert a text; Markdown leaves markers in it whose notes are not defined."""
    if token.type == "code_inline" or "[^" not in token.content:
        text = Piece(PieceKind.TEXT, token.content, line, column=None if token.type == "code_inline" else column)
        yield from [text] if token.type == "code_inline" else with_addresses(text)
        return
    position = 0
    for match in _BROKEN_NOTE.finditer(token.content):
        before = token.content[position : match.start()]
        yield from with_addresses(Piece(PieceKind.TEXT, before, line, column=column and column + position))
        yield Piece(PieceKind.NOTE, "", line, match[1], column and column + match.start())
        position = match.end()
    yield from with_addresses(
        Piece(PieceKind.TEXT, token.content[position:], line, column=column and column + position)
    )
