"""What a page says about itself: title, language, day of publication, description, and its article as JSON-LD."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_META = "meta[property],meta[name],meta[itemprop]"
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "publication_date", "citation_publication_date", "citation_date", "sailthru.date",
    "parsely-pub-date", "og:pubdate", "article.published", "dcterms.created", "dc.date.created",
)  # fmt: skip
_DESCRIPTION = ("description", "og:description", "dc.description", "twitter:description")
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|(\d{2})(\d{2}))?(?!\d)")
_MOST_JSON = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """See the module. `body`: the article's text where JSON-LD gives it; `published`: ISO 8601, as exact as given."""

    title: str | None
    language: str | None
    published: str | None
    description: str | None
    body: str | None


def read_metadata(tree: LexborHTMLParser, text: str) -> Metadata:
    """What the page `tree`, parsed from `text`, says about itself."""
    title = tree.css_first("head title") or tree.css_first("title")
    named: dict[str, str] = {}
    for node in tree.css(_META):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if content := attributes.get("content"):
            named.setdefault(name.strip().lower(), content)
    linked = _linked_data(tree) if '"articleBody"' in text or '"datePublished"' in text else {}
    published = next((named[name] for name in _PUBLISHED if name in named), None)
    if published is None and (time := tree.css_first("time[pubdate],time[itemprop=datePublished],time[datetime]")):
        published = time.attributes.get("datetime")
    language = (tree.root.attributes.get("lang") if tree.root else None) or ""
    description = next((named[name] for name in _DESCRIPTION if name in named), "")
    return Metadata(
        title=title.text() if title else None,
        language=language.strip() or None,
        published=_day(linked.get("datePublished")) or _day(published),
        description=" ".join(description.split()) or None,
        body=linked.get("articleBody"),
    )


def _linked_data(tree: LexborHTMLParser) -> dict[str, str]:
    """The first article body and day of publication among the page's JSON-LD."""
    found: dict[str, str] = {}
    for node in tree.css("script[type='application/ld+json']"):
        try:
            data = json.loads(node.text()[:_MOST_JSON], strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data, 3):
            for name in ("articleBody", "datePublished"):
                if isinstance(value := item.get(name), str):
                    found.setdefault(name, value)
    return found


def _items(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        data = data.get("@graph")
    if isinstance(data, list) and depth:
        for item in data:
            yield from _items(item, depth - 1)


def _day(text: str | None) -> str | None:
    """An ISO 8601 date of the digits that a date starts with, or None where it starts with words."""
    if not text or not (found := _DATE.match(text.strip())):
        return None
    year, month, day, month2, day2 = found.groups()
    month, day = month or month2, day or day2
    if not (1990 <= int(year) <= 2100 and 0 < int(month or 1) <= 12 and 0 < int(day or 1) <= 31):
        return None
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
