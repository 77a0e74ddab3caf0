"""Pages of MediaWiki as HTML: old and new skins, Parsoid, mobile, offline dumps, and copies by readability tools.

The markup of the Cite extension identifies them: markers that link to `cite_note…`, entries with that id.
"""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.errors import InputError
from claims.language.dates.dates import iso_date
from claims.language.headings import is_back_matter
from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind, words
from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.assembly.tables.table_blocks import with_statements
from claims.readers.assembly.tables.table_rows import Cell, Statement
from claims.readers.html.blocks import HtmlBlocks
from claims.readers.html.positions import places
from claims.readers.html.recognition import is_html
from claims.readers.html.tokenizer import TOO_DEEP, flattened
from claims.readers.interface import Reading
from claims.readers.mediawiki_html.markup import MediaWikiMarkup, special_kind
from claims.readers.mediawiki_html.notes import Notes
from claims.records import BlockKind

_SIGNS = (
    "cite_note",
    "mw:Extension/ref",
    "mw-parser-output",
    'id="mw-content-text"',
    "mw-reference-text",
    "mw-body-content",
)
_ROOTS = (
    "#mw-content-text .mw-parser-output", "#mw-content-text", ".mw-parser-output", "body.mw-body-content",
    "#bodyContent",
    "#content", "article", "main",
)  # fmt: skip
_TITLES = ("#firstHeading", ".mw-page-title-main", "h1#section_0", "h1.pagetitle", "header h1", "h1")
_MOST_ROOTS = 3
_REVISION = re.compile(r"\"wgRevisionId\":\s?(\d{1,12})|Special:Redirect/revision/(\d{1,12})|[?&;]oldid=(\d{1,12})")
_MODIFIED = re.compile(r"<meta property=\"dc:modified\" content=\"(\d{4}-\d\d-\d\d)")
_SITE = re.compile(r"\s[-–—]\s(?:Wikip\w{1,12}|Вікіпедія|Википедия|ويكيبيديا|维基百科|維基百科)[^-–—]{0,60}$")


class MediaWikiReader:
    """Reads rendered MediaWiki pages."""

    name = "mediawiki-html"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the text is HTML with the markup of the Cite extension."""
        return is_html(text) and any(sign in text for sign in _SIGNS)

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`.

        Raises:
            claims.errors.InputError: it has no words.
        """
        text, tags, deep = flattened(text)
        tree = LexborHTMLParser(text)
        notes = Notes(tree)
        root = _root(tree)
        title = _title(tree)
        html = tree.css_first("html")
        language = _language(root, html)
        modified = _MODIFIED.search(text)
        blocks = HtmlBlocks(MediaWikiMarkup(notes, tree).role, special_kind, places(text, tags, tree)).read(root)
        builder = ReadingBuilder()
        _write(builder, blocks, title)
        reading = builder.finish(
            self.name,
            notes.citations(),
            title=title,
            language=language,
            as_of=modified[1] if modified else _footer_date(tree),
            revision=_revision(text),
            notes=(TOO_DEEP,) if deep else (),
        )
        if not reading.text and not reading.citations:
            raise InputError("This page has no words.", place=name, mend="Give a page with text.")
        return reading


def _root(tree: LexborHTMLParser) -> LexborNode:
    """Find the element that contains the article: the first candidate with a marker or a paragraph in it."""
    for selector in _ROOTS:
        for node in tree.css(selector)[:_MOST_ROOTS]:
            if node.css_first('a[href*="#cite_note"], p') is not None:
                return node
    return tree.body if tree.body is not None else tree.css("html")[0]


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in (*_TITLES, "title"):
        node = tree.css_first(selector)
        text = " ".join((node.text(deep=True) or "").split()) if node is not None else ""
        if text:
            return _SITE.sub("", text)
    return None


def _language(root: LexborNode, html: LexborNode | None) -> str | None:
    for node in (root, html):
        language = node.attributes.get("lang") if node is not None else None
        if language:
            return language
    return None


def _revision(text: str) -> str | None:
    match = _REVISION.search(text)
    return next(filter(None, match.groups()), None) if match else None


def _footer_date(tree: LexborHTMLParser) -> str | None:
    footer = tree.css_first("#footer-info-lastmod, #lastmod, .pcs-footer-container-legal, #mw-mf-last-modified")
    return iso_date(footer.text(deep=True) or "") if footer is not None else None


def _write(builder: ReadingBuilder, blocks: list[PieceBlock], title: str | None) -> None:
    """Write the blocks, without those under headings such as “References” or “Further reading”."""
    if title:
        builder.open(BlockKind.TITLE)
        builder.add(title, 1)
    back_matter = 0  # level of the heading of the back matter that the blocks belong to
    for each in with_statements(blocks, _cell):
        if isinstance(each, tuple):
            if not back_matter:
                _write_statement(builder, *each)
            continue
        text = each.text
        if each.kind is BlockKind.HEADING:
            if back_matter and each.level <= back_matter:
                back_matter = 0
            if not back_matter and is_back_matter(text):
                back_matter = each.level
            if text == title:
                continue
        elif back_matter and not any(piece.kind is PieceKind.NOTE for piece in each.pieces):
            continue
        builder.open(each.kind)
        _write_pieces(builder, each.pieces)


def _cell(pieces: Sequence[Piece]) -> Cell[Sequence[Piece]]:
    notes = [piece.line for piece in pieces if piece.kind is PieceKind.NOTE]
    label = words(piece for piece in pieces if piece.kind is not PieceKind.NOTE)
    return Cell(content=pieces, label=label, line=notes[0] if notes else 0, cites=bool(notes))


def _write_statement(builder: ReadingBuilder, row: PieceBlock, statement: Statement[Sequence[Piece]]) -> None:
    """Write what a row of a table states."""
    builder.open(row.kind)
    for part in statement.parts:
        if isinstance(part, str):
            builder.add(part, statement.line)
        elif isinstance(part, Cell):
            _write_pieces(builder, part.content)
        else:
            _write_pieces(builder, [piece for piece in part.content if piece.kind is PieceKind.NOTE])


def _write_pieces(builder: ReadingBuilder, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        if piece.kind is PieceKind.NOTE:
            builder.mark(piece.target, piece.line, piece.column)
        else:
            builder.add("\n" if piece.kind is PieceKind.BREAK else piece.text, piece.line)
