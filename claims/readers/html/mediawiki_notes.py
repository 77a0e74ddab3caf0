"""The notes of a rendered MediaWiki page: what each marker leads to, through notes in notes and short footnotes."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.language.reference_dates import iso_date
from claims.readers.assembly.citation_ids import UniqueNames
from claims.records import Citation
from claims.references.citation import merge_citations
from claims.references.citation_templates import citation_from_template, is_citation
from claims.references.entry import read_reference

_MARKERS = 'a[href*="#cite_note"]'
_ENTRIES = '[id^="cite_note"], [id*=":cite_note"], [id^="endnote_"]'
_BACKLINKS = (
    "style, script, .mw-cite-backlink, [rel~='mw:referencedBy'], .mw-linkback-text, .cite-accessibility-label, "
    ".mw-subreference-list, .Z3988, .mw-cite-up-arrow-backlink"
)
_WIKI_PATH = re.compile(r"/wiki/|/w/index\.php")
_ARROWS = " ↑^\u200e\u200f\n\t"
_LETTERED = re.compile(r"^(?:[a-z]{1,2}\s|\d{1,3}\.\d{1,2}\s){2,60}")
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{0,300})\]\]")
_PAGE = re.compile(r"\b(?:pp?|S|s|str|с|pág|págs)\.\s?([\divxlc]{1,8}(?:\s?[-–,]\s?[\dA-Za-z]{1,8}){0,6})")
_DEEPEST = 12  # elements between an entry and what is in it
_MOST_NESTED = 3  # notes within notes within notes


class Notes:
    """The notes of a page, by the ids of their elements."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._entries = {unquote(node.id): node for node in tree.css(_ENTRIES) if node.id and node.tag != "sup"}
        self._works = {unquote(node.id): node for node in tree.css('[id^="CITEREF"]') if node.id}
        self._bodies = dict(_inline_bodies(tree))
        self._names: dict[str, str] = {}
        self._unique = UniqueNames()
        for node in tree.css(_MARKERS):
            self._name(fragment(node), _label(node))
        self._asked_works: dict[str, None] = {}
        self._pages: dict[str, dict[str, None]] = {}  # of the notes' works, that markers name
        self._nested = {note: _asked(node) for note, node in self._entries.items()}

    def asked(self, note: str) -> tuple[str, ...]:
        """The ids of the citations that a marker for `note` asks for: that note's, and those of the notes in it."""
        found: dict[str, None] = {}
        waiting = [(note, 0)]
        while waiting:
            name, depth = waiting.pop()
            if name not in found and depth <= _MOST_NESTED:
                found[name] = None
                waiting += [(inner, depth + 1) for inner in self._nested.get(name, ())]
        return tuple(self._name(name) for name in found)

    def asked_work(self, work: str) -> tuple[str, ...]:
        """The id of the citation that a link to a work in the bibliography asks for."""
        if work in self._works:
            self._asked_works[work] = None
        return (self._name(work),)

    def point(self, note: str, page: str) -> None:
        """Note the page of a note's work that a marker names behind it."""
        self._pages.setdefault(note, {})[page] = None

    def citations(self) -> tuple[Citation, ...]:
        """The citations of all notes and of the works that the text links to, in the order of the page."""
        notes = [self._citation(note, node) for note, node in self._entries.items()]
        bodies = [
            read_reference(self._name(note), _text(tree), _links(tree))
            for note, tree in self._bodies.items()
            if note not in self._entries
        ]
        works = [_read(self._name(work), self._works[work]) for work in self._asked_works]
        return (*notes, *bodies, *works)

    def _name(self, note: str, label: str = "") -> str:
        """The id that a note's citation goes by: the number that its markers print, made unique."""
        if note not in self._names:
            wanted = label or note.removeprefix("cite_note-").removeprefix("CITEREF").replace("_", " ")
            self._names[note] = self._unique.take(wanted)
        return self._names[note]

    def _citation(self, note: str, node: LexborNode) -> Citation:
        citation = _read(self._name(note), node)
        for link in node.css('a[href*="#CITEREF"]'):
            work = self._works.get(fragment(link))
            if work is not None and not _within(work, node):
                citation = _of_work(citation, _read(citation.id, work))
        main = _entry_above(node)
        if main is not None:  # a sub-reference: the main one's work, at the place that this one names
            citation = replace(
                _of_work(citation, _read(citation.id, main)), page=citation.page or citation.text or None
            )
        return replace(citation, page=", ".join(self._pages.get(note, ())) or citation.page)


def fragment(link: LexborNode) -> str:
    """The id of the element that a link within the page leads to."""
    return unquote((link.attributes.get("href") or "").partition("#")[2])


def _label(marker: LexborNode) -> str:
    return " ".join((marker.text(deep=True) or "").split()).strip("[]【】() \u200e\u200f")


def _asked(node: LexborNode) -> tuple[str, ...]:
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
    """A short footnote with the fields and addresses of the work that it leads to; its page is its own."""
    merged = merge_citations(short, work)
    page = _PAGE.search(short.text)
    return replace(merged, page=page[1].strip() if page else short.page)


def _read(citation: str, node: LexborNode) -> Citation:
    """The citation of an entry: of the template's parameters, the COinS and the words, as far as each is there."""
    parameters = next(filter(is_citation, _transclusions(node)), None)
    coins = [parse_qs(span.attributes.get("title") or "") for span in node.css("span.Z3988")]
    dead = any("dead link" in (found.text(deep=True) or "").lower() for found in node.css(".Inline-Template, .noprint"))
    text, links = _text(node), _links(node)
    found = read_reference(citation, text, links)
    if coins:
        found = _with_coins(found, coins[0])
    if parameters:
        found = merge_citations(found, citation_from_template(citation, text, parameters))
    return replace(found, flags=tuple(dict.fromkeys((*found.flags, "dead")))) if dead else found


def _text(node: LexborNode) -> str:
    """The words of an entry, without its back-links and what nobody sees."""
    copy = LexborHTMLParser(node.html or "")
    for inner in copy.css(_BACKLINKS):
        inner.decompose()
    body = copy.body
    text = " ".join((body.text(deep=True) if body else "").split()).strip(_ARROWS)
    return _LETTERED.sub("", text).strip(_ARROWS)


def _links(node: LexborNode) -> tuple[str, ...]:
    """The addresses that an entry leads to outside its wiki."""
    found = []
    for link in node.css("a[href]"):
        target = (link.attributes.get("href") or "").strip()
        kind = f"{link.attributes.get('rel') or ''} {link.attributes.get('class') or ''}"
        inside = "WikiLink" in kind or "extiw" in kind or "mw-redirect" in kind or "new" in kind.split()
        outside = "external" in kind or "ExtLink" in kind
        if target.startswith(("http://", "https://", "//")) and not inside and (outside or not _on_a_wiki(target)):
            found.append(target)
    return tuple(dict.fromkeys(found))


def _on_a_wiki(target: str) -> bool:
    try:
        return bool(_WIKI_PATH.match(urlsplit(target).path))
    except ValueError:
        return True


def _transclusions(node: LexborNode) -> Iterator[dict[str, str]]:
    """The parameters of the templates that made an entry, as Parsoid keeps them."""
    for inner in node.css("[data-mw]"):
        data = _json(inner.attributes.get("data-mw") or "")
        parts = data.get("parts")
        for part in parts if isinstance(parts, list) else []:
            template = part.get("template") if isinstance(part, dict) else None
            parameters = template.get("params") if isinstance(template, dict) else None
            if isinstance(parameters, dict):
                yield {
                    str(name): _LINK.sub(r"\1", str(value.get("wt", ""))).replace("''", "")
                    for name, value in parameters.items()
                    if isinstance(value, dict)
                }


def _inline_bodies(tree: LexborHTMLParser) -> Iterator[tuple[str, LexborNode]]:
    """Notes whose text stands in their marker's own `data-mw`, for pages that come without their list."""
    for marker in tree.css('[typeof~="mw:Extension/ref"][data-mw]'):
        body = _json(marker.attributes.get("data-mw") or "").get("body")
        html = body.get("html") if isinstance(body, dict) else None
        link = marker.css_first(_MARKERS)
        if isinstance(html, str) and link is not None:
            inner = LexborHTMLParser(html).body
            if inner is not None:
                yield fragment(link), inner


def _json(text: str) -> Mapping[str, object]:
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _with_coins(citation: Citation, coins: Mapping[str, list[str]]) -> Citation:
    """`citation` with what its ContextObject in Span says (the OpenURL keys of Z39.88-2004)."""

    def first(*names: str) -> str | None:
        return next((coins[f"rft.{name}"][0].strip() for name in names if coins.get(f"rft.{name}")), None)

    return replace(
        citation,
        title=first("atitle", "btitle", "title") or citation.title,
        authors=tuple(coins.get("rft.au", ())) or citation.authors,
        publisher=first("jtitle", "pub") or citation.publisher,
        date=iso_date(first("date") or "") or citation.date,
    )
