"""Markdown, by markdown-it-py: footnotes, numbered markers with a reference list, links, tables, front matter."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from claims.language.dates.dates import iso_date
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.pieces import Note, PieceBlock
from claims.readers.interface import Reading
from claims.readers.limits import limit_markdown
from claims.readers.markdown.block_rules import use_block_rules
from claims.readers.markdown.block_tags import without_block_tags
from claims.readers.markdown.inline_rules import PlacedInline, parse_blocks
from claims.readers.markdown.note_syntax import without_note_syntax
from claims.readers.markdown.token_pieces import blocks_and_notes, inline_notes
from claims.readers.markers.model_markers import plain_markers
from claims.references.links.urls import clean_url

MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_SIGNS = re.compile(
    r"^#{1,6} \S|\[\^[^\]\s]{1,40}\]|\]\(https?://|^\[[^\]\n]{1,80}\]: \S|^```|^---\n|\*\*\w", re.MULTILINE
)
_ENOUGH_SIGNS = 2
# Quotations in quotations, which the parser reads line by line once for each: deeper ones are read as the fifth.
_DEEPER_QUOTES = re.compile(r"^((?:[ \t]{0,3}>){5})(?:[ \t]{0,3}>)+", re.MULTILINE)
_NO_ADDRESSES = frozenset(("title", "date", "published", "lang", "language"))
_FIELD = re.compile(
    r"^[\s\"]{0,8}(title|date|published|lang|language|url|source|source_url|link|permalink|canonical(?:_url)?"
    r"|original(?:_url)?)\"?:[ \t]*(\S[^\n]*)$",
    re.MULTILINE,
)


class MarkdownReader:
    """Reads Markdown."""

    name = "markdown"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the name is that of Markdown, or the text has two or more of its signs."""
        if name.lower().endswith(MARKDOWN_NAMES):
            return True
        signs = len(_SIGNS.findall(text))
        if name.lower().endswith((".txt", ".text", ".rst")):
            return "[^" in text and signs >= _ENOUGH_SIGNS
        return signs >= _ENOUGH_SIGNS

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`."""
        blocks, notes, fields = parse_markdown(text)
        return Assembly(blocks, notes, _own_addresses(fields, name)).reading(
            self.name,
            title=fields.get("title"),
            language=fields.get("lang") or fields.get("language"),
            as_of=iso_date(fields.get("date") or fields.get("published") or ""),
        )


def parse_markdown(text: str) -> tuple[list[PieceBlock], list[Note], dict[str, str]]:
    """Parse Markdown into its blocks, its notes and the fields of its front matter.

    Raises:
        claims.errors.InputError: it has more parts than one may have; `place` is left to the caller.
    """
    limit_markdown(text)
    environment: dict[str, Any] = {}
    text = without_block_tags(without_note_syntax(plain_markers(text)))
    tokens = _parser().parse(_DEEPER_QUOTES.sub(r"\1", text), environment)
    blocks, notes = blocks_and_notes(tokens, text.split("\n"))
    return blocks, [*notes, *inline_notes(environment)], _front_matter(tokens)


def _own_addresses(fields: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Find the addresses of the document: where it was read from, and those that its front matter states."""
    stated = (value for field, value in fields.items() if field not in _NO_ADDRESSES)
    return tuple(address for value in (name, *stated) if (address := clean_url(value)))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)
    use_block_rules(parser)
    parser.core.ruler.at("inline", parse_blocks)
    # The first drops notes without a marker; the others lose the places of the texts that they join.
    parser.disable(["footnote_tail", "fragments_join", "text_join"])
    parser.inline = PlacedInline(parser.inline)
    return parser


def _front_matter(tokens: Sequence[Token]) -> dict[str, str]:
    """Read the fields of the front matter: YAML, or a fence of JSON or YAML at the beginning."""
    if not tokens or tokens[0].type not in ("front_matter", "fence"):
        return {}
    return {match[1]: match[2].strip(" \",'") for match in _FIELD.finditer(tokens[0].content)}
