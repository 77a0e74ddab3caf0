"""Markdown, by markdown-it-py: footnotes, numbered markers with a list of sources, links, tables, front matter."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from claims.dates import iso_date
from claims.errors import InputError
from claims.readers.assembling import Assembly
from claims.readers.interface import Reading
from claims.readers.pieces import Note, Piece, PieceBlock, PieceKind, links, words
from claims.records import BlockKind

_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_SIGNS = re.compile(
    r"^#{1,6} \S|\[\^[^\]\s]{1,40}\]|\]\(https?://|^\[[^\]\n]{1,80}\]: \S|^```|^---\n|\*\*\w", re.MULTILINE
)
_ENOUGH_SIGNS = 2
_LONGEST_PARAGRAPH = 4_000  # characters
_LONG_PARAGRAPH = 1_000
_FEWEST_PER_BRACKET = 20  # characters of a paragraph to each of its opening brackets
_FIELD = re.compile(r"^[\s\"]{0,8}(title|date|published|lang|language)\"?:[ \t]*(\S[^\n]*)$", re.MULTILINE)
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
        """Take `text` apart.

        Raises:
            claims.errors.InputError: it has no words.
        """
        if not any(character.isalnum() for character in text):
            raise InputError(
                "There are no words in this document.", place=name, mend="Give a document that holds text."
            )
        tokens = _parser().parse(text)
        fields = _front_matter(tokens)
        blocks, notes = _blocks(tokens)
        return Assembly(blocks, notes).reading(
            self.name,
            title=fields.get("title"),
            language=fields.get("lang") or fields.get("language"),
            as_of=iso_date(fields.get("date") or fields.get("published") or ""),
        )


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)
    parser.core.ruler.at("inline", _inline)
    return parser.disable("footnote_tail")  # it would drop the notes that no marker asks for


def _inline(state: StateCore) -> None:
    """The parser's own rule, but for paragraphs that nobody writes: very long ones are parsed in parts, and ones that
    are brackets for the most part are left as they are, since they cost it 18 s a megabyte (`![![![`).
    """
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        for part in _parts(token.content):
            if len(part) > _LONG_PARAGRAPH and part.count("[") * _FEWEST_PER_BRACKET > len(part):
                token.children.append(Token("text", "", 0, content=part))
                continue
            children: list[Token] = []  # of its own: the parser goes over the whole list after each part
            state.md.inline.parse(part, state.md, state.env, children)
            token.children += children


def _parts(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _LONGEST_PARAGRAPH:
        space = text.rfind(" ", start + 1, start + _LONGEST_PARAGRAPH)
        cut = space if space > 0 else start + _LONGEST_PARAGRAPH
        yield text[start:cut]
        start = cut
    yield text[start:]


def _front_matter(tokens: Sequence[Token]) -> dict[str, str]:
    """The fields of the document's head: YAML, or a fence of JSON or YAML that comes first."""
    if not tokens or tokens[0].type not in ("front_matter", "fence"):
        return {}
    return {match[1]: match[2].strip(" \",'") for match in _FIELD.finditer(tokens[0].content)}


def _blocks(tokens: Sequence[Token]) -> tuple[list[PieceBlock], list[Note]]:
    """The blocks of running text in order, and the notes."""
    blocks: list[PieceBlock] = []
    notes: list[Note] = []
    kind, level, number, line = BlockKind.PARAGRAPH, 0, None, 1
    label: str | None = None
    row: list[Piece] | None = None
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
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            blocks.append(PieceBlock(BlockKind.TABLE, row))
            row = None
        elif token.type == "inline":
            found = list(_pieces(token.children or [], line, notes))
            if label is not None:
                collected += [*found, Piece(PieceKind.BREAK, "", line)]
            elif row is not None:
                row += [*([Piece(PieceKind.TEXT, " | ", line)] if row else []), *found]
            else:
                blocks.append(PieceBlock(kind, found, level, number))
    return blocks, notes


def _pieces(children: Sequence[Token], line: int, notes: list[Note]) -> Iterator[Piece]:
    """The pieces of a block's inline tokens; the notes that stand in it are added to `notes`."""
    target: str | None = None
    text: list[str] = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
            if target is None:
                yield Piece(PieceKind.BREAK, "", line)
            else:
                text.append(" ")
        elif child.type == "link_open":
            target, text = str(child.attrs.get("href", "")), []
        elif child.type == "link_close" and target is not None:
            yield Piece(PieceKind.LINK, "".join(text), line, target)
            target = None
        elif child.type == "footnote_ref":
            yield Piece(PieceKind.NOTE, "", line, _label(child, notes))
        elif child.type in ("text", "code_inline", "text_special"):
            if target is not None:
                text.append(child.content)
            else:
                yield from _with_broken_notes(child.content, line)


def _label(reference: Token, notes: list[Note]) -> str:
    """The id of the note that a marker asks for; a note without one stands in the text itself (`^[…]`)."""
    label = reference.meta.get("label")
    return str(label) if label is not None else f"inline {reference.meta['id'] + 1}"


def _with_broken_notes(text: str, line: int) -> Iterator[Piece]:
    """The text, with the markers of notes that are nowhere defined, which Markdown leaves in it."""
    position = 0
    for match in _BROKEN_NOTE.finditer(text):
        yield Piece(PieceKind.TEXT, text[position : match.start()], line)
        yield Piece(PieceKind.NOTE, "", line, match[1])
        position = match.end()
    yield Piece(PieceKind.TEXT, text[position:], line)
