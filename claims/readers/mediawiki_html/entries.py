"""One entry of a reference list in a MediaWiki page to a citation.

Fields come, best first, from the parameters of the template in Parsoid's `data-mw`, from COinS, and from the words.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.language.dates.dates import iso_date
from claims.records import Citation
from claims.references.citation import merge_citations
from claims.references.citation_templates import citation_from_template, is_citation
from claims.references.entry import read_reference

_BACKLINKS = (
    "style, script, .mw-cite-backlink, [rel~='mw:referencedBy'], .mw-linkback-text, .cite-accessibility-label, "
    ".mw-subreference-list, .Z3988, .mw-cite-up-arrow-backlink, .pcs-ref-back-link"
)
_WIKI_PATH = re.compile(r"/wiki/|/w/index\.php")
_ARROWS = " ↑^\u200e\u200f\n\t"
_LETTERED = re.compile(r"^(?:[a-z]{1,2}\s|\d{1,3}\.\d{1,2}\s){2,60}")
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{0,300})\]\]")


def read_entry(citation_id: str, node: LexborNode) -> Citation:
    """Read the entry `node` into a citation called `citation_id`."""
    parameters = next(filter(is_citation, _transclusions(node)), None)
    coins = [parse_qs(span.attributes.get("title") or "") for span in node.css("span.Z3988")]
    dead = any("dead link" in (found.text(deep=True) or "").lower() for found in node.css(".Inline-Template, .noprint"))
    text, links = text_of_entry(node), external_links(node)
    found = read_reference(citation_id, text, links)
    if coins:
        found = _with_coins(found, coins[0])
    if parameters:
        found = merge_citations(found, citation_from_template(citation_id, text, parameters))
    return replace(found, flags=tuple(dict.fromkeys((*found.flags, "dead")))) if dead else found


def text_of_entry(node: LexborNode) -> str:
    """Read the words of an entry, without back-links and hidden elements."""
    copy = LexborHTMLParser(node.html or "")
    for inner in copy.css(_BACKLINKS):
        inner.decompose()
    body = copy.body
    text = " ".join((body.text(deep=True) if body else "").split()).strip(_ARROWS)
    return _LETTERED.sub("", text).strip(_ARROWS)


def external_links(node: LexborNode) -> tuple[str, ...]:
    """Collect the targets of the links in an entry that leave its wiki."""
    found = []
    for link in node.css("a[href]"):
        target = (link.attributes.get("href") or "").strip()
        kind = f"{link.attributes.get('rel') or ''} {link.attributes.get('class') or ''}"
        inside = "WikiLink" in kind or "extiw" in kind or "mw-redirect" in kind or "new" in kind.split()
        outside = "external" in kind or "ExtLink" in kind
        if target.startswith(("http://", "https://", "//")) and not inside and (outside or not _on_a_wiki(target)):
            found.append(target)
    return tuple(dict.fromkeys(found))


def parsed_json(text: str) -> Mapping[str, object]:
    """Parse a JSON object; empty for anything else."""
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _on_a_wiki(target: str) -> bool:
    try:
        return bool(_WIKI_PATH.match(urlsplit(target).path))
    except ValueError:
        return True


def _transclusions(node: LexborNode) -> Iterator[dict[str, str]]:
    """Find the parameters of the templates that produced an entry, as Parsoid records them."""
    for inner in node.css("[data-mw]"):
        data = parsed_json(inner.attributes.get("data-mw") or "")
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


def _with_coins(citation: Citation, coins: Mapping[str, list[str]]) -> Citation:
    """Add the fields of a ContextObject in Span (the OpenURL keys of Z39.88-2004)."""

    def first(*names: str) -> str | None:
        return next((coins[f"rft.{name}"][0].strip() for name in names if coins.get(f"rft.{name}")), None)

    return replace(
        citation,
        title=first("atitle", "btitle", "title") or citation.title,
        authors=tuple(coins.get("rft.au", ())) or citation.authors,
        publisher=first("jtitle", "pub") or citation.publisher,
        date=iso_date(first("date") or "") or citation.date,
    )
