"""Web pages other than those of MediaWiki: footnotes in any markup or, without footnotes, links as citations."""

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from claims.errors import InputError
from claims.language.dates.dates import iso_date
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.links.addresses import with_addresses
from claims.readers.assembly.pieces import Note, PieceBlock, PieceKind
from claims.readers.assembly.plain_pieces import with_plain_markers
from claims.readers.html.blocks import Attributes, HtmlBlocks
from claims.readers.html.note_markers import NoteMarkers
from claims.readers.html.notes import separate_notes
from claims.readers.html.positions import places
from claims.readers.html.recognition import is_html
from claims.readers.html.tokenizer import TOO_DEEP, flattened
from claims.readers.interface import Reading
from claims.references.links.urls import clean_url

# What the foot of a page says of the page itself.
_FURNITURE = re.compile(
    r"(?:©|\(c\)|copyright\b|powered by\b|proudly powered\b|all rights reserved).{0,200}$", re.I | re.DOTALL
)
_DATES = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="date"]',
    "time[datetime]",
)


class HtmlReader:
    """Reads HTML."""

    name = "html"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the text is HTML."""
        return is_html(text) or (name.lower().endswith((".html", ".htm", ".xhtml")) and "<" in text)

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`.

        Raises:
            claims.errors.InputError: it has no words.
        """
        text, tags, deep = flattened(text)
        tree = LexborHTMLParser(text)
        body = tree.body
        running: list[PieceBlock] = []
        notes: list[Note] = []
        if body is not None:
            markers, found = NoteMarkers(body), places(text, tags, tree)
            running, notes = separate_notes(HtmlBlocks(markers.role, _no_kind, found).read(markers.root))
            if not notes and markers.root is not body:  # the notes of superscripts may be outside the article
                wider = separate_notes(HtmlBlocks(markers.role, _no_kind, found).read(body))
                running, notes = wider if wider[1] or not running else (running, notes)
        running = [_with_addresses(block) for block in running if not _FURNITURE.match(block.text)]
        html = tree.css_first("html")
        reading = Assembly(with_plain_markers(running), notes, _own_addresses(tree, name), broken=True).reading(
            self.name,
            title=_title(tree),
            language=html.attributes.get("lang") if html is not None else None,
            as_of=_date(tree),
            notes=(TOO_DEEP,) if deep else (),
        )
        if not reading.text:
            raise InputError("This page has no words.", place=name, mend="Give a page with text.")
        return reading


def _with_addresses(block: PieceBlock) -> PieceBlock:
    """Split the words of a block at addresses that no link has, as pages pasted together have them."""
    split = (with_addresses(piece) if piece.kind is PieceKind.TEXT else (piece,) for piece in block.pieces)
    return replace(block, pieces=[each for pieces in split for each in pieces])


def _no_kind(attributes: Attributes) -> None:
    return None


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in ("article h1", "main h1", "h1", "title"):
        node = tree.css_first(selector)
        text = " ".join((node.text(deep=True) or "").split()) if node is not None else ""
        if text:
            return text
    return None


def _own_addresses(tree: LexborHTMLParser, name: str) -> tuple[str, ...]:
    """Find the addresses of the page: where it was read from, and those that it states as its own."""
    found = [name]
    for selector in ('link[rel="canonical"]', 'meta[property="og:url"]'):
        node = tree.css_first(selector)
        if node is not None:
            found.append(node.attributes.get("href") or node.attributes.get("content") or "")
    return tuple(address for text in found if (address := clean_url(text)))


def _date(tree: LexborHTMLParser) -> str | None:
    for selector in _DATES:
        node = tree.css_first(selector)
        if node is not None:
            return iso_date(node.attributes.get("content") or node.attributes.get("datetime") or "")
    return None
