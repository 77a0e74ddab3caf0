"""Markdown, by markdown-it-py: footnotes, numbered markers with a list of sources, links, tables, front matter."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from claims.language.reference_dates import iso_date
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind, links, words
from claims.readers.interface import Reading
from claims.readers.markdown.blocks import use_blocks
from claims.readers.markdown.inline import PlacedInline, parse_blocks
from claims.records import BlockKind

_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_SIGNS = re.compile(
    r"^#{1,6} \S|\[\^[^\]\s]{1,40}\]|\]\(https?://|^\[[^\]\n]{1,80}\]: \S|^```|^---\n|\*\*\w", re.MULTILINE
)
_ENOUGH_SIGNS = 2
_FIELD = re.compile(r"^[\s\"]{0,8}(title|date|published|lang|language)\"?:[ \t]*(\S[^\n]*)$", re.MULTILINE)
_NEWLINE = re.compile("\n")
_BROKEN_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_SUPERSCRIPT = re.compile(r"<(/?)su[pb]\b", re.IGNORECASE)


class MarkdownReader:
    """Reads Markdown."""

    name = "markdown"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the name says Markdown, or the text has more than one of its signs."""
        if name.lower().endswith(_NAMES):
            return True
        signs = len(_SIGNS.findall(text))
        if name.lower().endswith((".txt", ".text", ".rst")):
            return "[^" in text and signs >= _ENOUGH_SIGNS
        return signs >= _ENOUGH_SIGNS

    def read(self, text: str, name: str) -> Reading:
        """Take `text` apart."""
        found: dict[str, Any] = {}
        tokens = _parser().parse(text, found)
        fields = _front_matter(tokens)
        blocks, notes = _blocks(tokens, text.split("\n"))
        notes += _notes_within(found)
        return Assembly(blocks, notes).reading(
            self.name,
            title=fields.get("title"),
            language=fields.get("lang") or fields.get("language"),
            as_of=iso_date(fields.get("date") or fields.get("published") or ""),
        )


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)
    use_blocks(parser)
    parser.core.ruler.at("inline", parse_blocks)
    # The first would drop the notes that no marker asks for; the others lose the place of what they join.
    parser.disable(["footnote_tail", "fragments_join", "text_join"])
    parser.inline = PlacedInline(parser.inline)
    return parser


class _Place:
    """Where in the input a block's content stands: its first line, and the column of each line where it is known."""

    def __init__(self, content: str, line: int, columns: Sequence[int | None]) -> None:
        self.content = content
        self._line = line
        self._columns = columns
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(content))] if len(columns) > 1 else [0]

    def of(self, at: int) -> tuple[int, int | None]:
        """Line and column of character `at` of the content."""
        index = bisect_right(self._starts, at) - 1
        column = self._columns[index] if index < len(self._columns) else None
        return self._line + index, column and column + at - self._starts[index]


def _column(line: str, part: str) -> int | None:
    """Where `part` stands in `line`: at its end, or else the first place."""
    for whole in (line, line.rstrip()):
        if whole.endswith(part):
            return len(whole) - len(part) + 1
    return line.find(part) + 1 or None


def _front_matter(tokens: Sequence[Token]) -> dict[str, str]:
    """The fields of the document's head: YAML, or a fence of JSON or YAML that comes first."""
    if not tokens or tokens[0].type not in ("front_matter", "fence"):
        return {}
    return {match[1]: match[2].strip(" \",'") for match in _FIELD.finditer(tokens[0].content)}


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> tuple[list[PieceBlock], list[Note]]:
    """The blocks of running text in order, and the notes."""
    blocks: list[PieceBlock] = []
    notes: list[Note] = []
    kind, level, number, line = BlockKind.PARAGRAPH, 0, None, 1
    label: str | None = None
    collected: list[Piece] = []
    titled = False
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type == "footnote_reference_open":
            label, collected = str(token.meta["label"]), []
        elif token.type == "footnote_reference_close" and label is not None:
            notes.append(Note(label, words(collected), links(collected)))
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
                blocks.append(PieceBlock(BlockKind.TABLE, list(found)))
            else:
                blocks.append(PieceBlock(kind, list(found), level, number))
    return blocks, notes


def _row(row: Token, line: int) -> Iterator[Piece]:
    """The pieces of a table's row."""
    if "cells" not in row.meta:
        yield Piece(PieceKind.TEXT, " | ".join([cell.strip() for cell in row.content.strip("|").split("|")]), line)
        return
    for index, (text, column, children) in enumerate(row.meta["cells"]):
        if index:
            yield Piece(PieceKind.TEXT, " | ", line)
        yield from _pieces(children, _Place(text, line, [column]))


def _pieces_of(block: Token, lines: Sequence[str], line: int) -> Iterator[Piece]:
    """The pieces of a paragraph, a heading, an item."""
    parts = block.content.split("\n")[: len(lines) - line + 1]
    columns = [_column(lines[number], part) for number, part in enumerate(parts, line - 1)]
    return _pieces(block.children or [], _Place(block.content, line, columns))


def _notes_within(found: Mapping[str, Any]) -> list[Note]:
    """The notes that stand in the text (`^[…]`), as the parser left them in its surroundings."""
    notes = []
    for number, note in found.get("footnotes", {}).get("list", {}).items():
        if "tokens" in note:
            pieces = list(_pieces(note["tokens"], _Place(note["content"], 1, [None])))
            notes.append(Note(_inline_note(number), words(pieces), links(pieces)))
    return notes


def _pieces(children: Sequence[Token], block: _Place) -> Iterator[Piece]:
    """The pieces of a block's inline tokens."""
    target: str | None = None
    text: list[str] = []
    place: tuple[int, int | None] = (0, None)
    for child in _joined(children, block.content):
        at = child.meta.get("at", 0)
        if child.type in ("softbreak", "hardbreak"):
            if target is None:
                yield Piece(PieceKind.BREAK, "", block.of(at)[0] + 1)
            else:
                text.append(" ")
        elif child.type == "link_open":
            target, text = str(child.attrs.get("href", "")), []
            place = block.of(at - (block.content[at - 1 : at] == "[" and not child.markup))
        elif child.type == "link_close" and target is not None:
            yield Piece(PieceKind.LINK, "".join(text), place[0], target, place[1])
            target = None
        elif child.type == "footnote_ref":
            line, column = block.of(at)
            yield Piece(PieceKind.NOTE, "", line, _label(child), column)
        elif child.type in ("text", "code_inline", "text_special"):
            if target is not None:
                text.append(child.content)
            else:
                yield from _with_broken_notes(child, *block.of(at))


def _joined(tokens: Sequence[Token], content: str) -> Iterator[Token]:
    """The tokens, texts made one that follow each other in `content` as they are."""
    last: Token | None = None
    end = 0
    for token in tokens:
        if token.type == "text" and not token.content:
            continue
        if (
            last is not None
            and token.type == "text"
            and token.meta["at"] <= end
            and content.startswith(token.content, end)
        ):
            last.content += token.content
            end += len(token.content)
            continue
        if last is not None:
            yield last
        last = token if token.type == "text" else None
        if last is None:
            yield token
        else:
            end = token.meta["at"] + len(token.content)
    if last is not None:
        yield last


def _label(reference: Token) -> str:
    """The id of the note that a marker asks for; a note without one stands in the text itself (`^[…]`)."""
    label = reference.meta.get("label")
    return str(label) if label is not None else _inline_note(reference.meta["id"])


def _inline_note(number: int) -> str:
    return f"inline {number + 1}"


def _with_broken_notes(token: Token, line: int, column: int | None) -> Iterator[Piece]:
    """The text, with the markers of notes that are nowhere defined, which Markdown leaves in it."""
    if token.type == "code_inline" or "[^" not in token.content:
        yield Piece(PieceKind.TEXT, token.content, line, column=None if token.type == "code_inline" else column)
        return
    position = 0
    for match in _BROKEN_NOTE.finditer(token.content):
        before = token.content[position : match.start()]
        yield Piece(PieceKind.TEXT, before, line, column=column and column + position)
        yield Piece(PieceKind.NOTE, "", line, match[1], column and column + match.start())
        position = match.end()
    yield Piece(PieceKind.TEXT, token.content[position:], line, column=column and column + position)
