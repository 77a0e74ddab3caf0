"""The notes of a rendered MediaWiki page: the citations of each marker, through notes in notes and short footnotes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.readers.assembly.references.citation_registry import UniqueIds
from claims.readers.mediawiki_html.entries import external_links, parsed_json, read_entry, text_of_entry
from claims.records import Citation
from claims.references.citation import merge_citations
from claims.references.entry import read_reference

_MARKERS = 'a[href*="#cite_note"]'
_ENTRIES = '[id^="cite_note"], [id*=":cite_note"], [id^="endnote_"]'
_PAGE = re.compile(r"\b(?:pp?|S|s|str|с|pág|págs)\.\s?([\divxlc]{1,8}(?:\s?[-–,]\s?[\dA-Za-z]{1,8}){0,6})")
_DEEPEST = 12  # elements between an entry and an element in it
_MOST_NESTED = 3  # notes within notes within notes


class Notes:
    """The notes of a page, by the ids of their elements."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._entries = {unquote(node.id): node for node in tree.css(_ENTRIES) if node.id and node.tag != "sup"}
        self._works = {unquote(node.id): node for node in tree.css('[id^="CITEREF"]') if node.id}
        self._bodies = dict(_inline_bodies(tree))
        self._ids: dict[str, str] = {}
        self._unique = UniqueIds()
        for node in tree.css(_MARKERS):
            self._id(fragment(node), _label(node))
        self._cited_works: dict[str, None] = {}
        self._pages: dict[str, dict[str, None]] = {}  # by note, as markers name them
        self._nested = {note: _notes_in(node) for note, node in self._entries.items()}

    def cited(self, note: str) -> tuple[str, ...]:
        """Find the ids of the citations that a marker for `note` cites: that of the note, and those of notes in it."""
        found: dict[str, None] = {}
        waiting = [(note, 0)]
        while waiting:
            name, depth = waiting.pop()
            if name not in found and depth <= _MOST_NESTED:
                found[name] = None
                waiting += [(inner, depth + 1) for inner in self._nested.get(name, ())]
        return tuple(self._id(name) for name in found)

    def cited_work(self, work: str) -> tuple[str, ...]:
        """Find the id of the citation that a link to a work in the bibliography cites."""
        if work in self._works:
            self._cited_works[work] = None
        return (self._id(work),)

    def add_page(self, note: str, page: str) -> None:
        """Record the page that a marker names for the work of `note`."""
        self._pages.setdefault(note, {})[page] = None

    def citations(self) -> tuple[Citation, ...]:
        """Collect the citations of all notes and of the works that the text links to, in the order of the page."""
        notes = [self._citation(note, node) for note, node in self._entries.items()]
        bodies = [
            read_reference(self._id(note), text_of_entry(tree), external_links(tree))
            for note, tree in self._bodies.items()
            if note not in self._entries
        ]
        works = [read_entry(self._id(work), self._works[work]) for work in self._cited_works]
        return (*notes, *bodies, *works)

    def _id(self, note: str, label: str = "") -> str:
        """Find the id of the citation of a note: the number that its markers print, made unique."""
        if note not in self._ids:
            wanted = label or note.removeprefix("cite_note-").removeprefix("CITEREF").replace("_", " ")
            self._ids[note] = self._unique.take(wanted)
        return self._ids[note]

    def _citation(self, note: str, node: LexborNode) -> Citation:
        citation = read_entry(self._id(note), node)
        for link in node.css('a[href*="#CITEREF"]'):
            work = self._works.get(fragment(link))
            if work is not None and not _within(work, node):
                citation = _of_work(citation, read_entry(citation.id, work))
        main = _entry_above(node)
        if main is not None:  # a sub-reference: the work of the main reference, at a place of its own
            citation = replace(
                _of_work(citation, read_entry(citation.id, main)), page=citation.page or citation.text or None
            )
        return replace(citation, page=", ".join(self._pages.get(note, ())) or citation.page)


def fragment(link: LexborNode) -> str:
    """Read the id of the element that a link within the page leads to."""
    return unquote((link.attributes.get("href") or "").partition("#")[2])


def _label(marker: LexborNode) -> str:
    """Read the number that a marker prints."""
    return " ".join((marker.text(deep=True) or "").split()).strip("[]【】() \u200e\u200f")


def _notes_in(node: LexborNode) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fragment(link) for link in node.css(_MARKERS)))


def _within(node: LexborNode, outer: LexborNode) -> bool:
    above: LexborNode | None = node
    for _ in range(_DEEPEST):
        if above is None or above.mem_id == outer.mem_id:
            return above is not None
        above = above.parent
    return False


def _entry_above(node: LexborNode) -> LexborNode | None:
    above = node.parent
    for _ in range(_DEEPEST):
        if above is None or (above.tag == "li" and (above.id or "").startswith("cite_note")):
            return above
        above = above.parent
    return None


def _of_work(short: Citation, work: Citation) -> Citation:
    """Merge a short footnote with the work that it leads to; the page is that of the footnote."""
    merged = merge_citations(short, work)
    page = _PAGE.search(short.text)
    return replace(merged, page=page[1].strip() if page else short.page)


def _inline_bodies(tree: LexborHTMLParser) -> Iterator[tuple[str, LexborNode]]:
    """Find notes whose text is in the `data-mw` of their marker, for pages without a reference list."""
    for marker in tree.css('[typeof~="mw:Extension/ref"][data-mw]'):
        body = parsed_json(marker.attributes.get("data-mw") or "").get("body")
        html = body.get("html") if isinstance(body, dict) else None
        link = marker.css_first(_MARKERS)
        if isinstance(html, str) and link is not None:
            inner = LexborHTMLParser(html).body
            if inner is not None:
                yield fragment(link), inner
