"""The metadata of an HTML page: title, language, day of publication, and descriptions."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborNode

from crawler.extraction.blocks import tidy
from crawler.extraction.html_elements import META, TIME, TITLE

_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "publication_date", "citation_publication_date", "citation_date", "sailthru.date",
    "parsely-pub-date", "og:pubdate", "article.published", "dcterms.created", "dc.date.created",
)  # fmt: skip
_DESCRIPTION = ("description", "og:description", "dc.description", "twitter:description")
_TITLE = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|(\d{2})(\d{2}))?(?!\d)")
_LINKED = ("datePublished", "headline")
_MAX_JSON = 500_000
# Where the page begins that an unclosed `title` took in.
_SWALLOWED = re.compile(r"</|<[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The metadata of a page.

    Attributes:
        title: as in its `title` element.
        other_titles: as in its other metadata.
        language: as declared.
        published: ISO 8601, as precise as given.
        descriptions: what its `meta` elements say about it, which readers do not see.
    """

    title: str | None
    other_titles: tuple[str, ...]
    language: str | None
    published: str | None
    descriptions: tuple[str, ...]


def read_metadata(root: LexborNode, elements: Iterable[LexborNode]) -> Metadata:
    """Read the metadata of a page from its root and its `meta`, `title`, `time` and `script` elements, in order."""
    title, published = None, None
    linked: dict[str, str] = {}
    named: dict[str, str] = {}
    for node in elements:
        attributes, tag = node.attributes, node.tag_id
        if tag == META:
            if content := attributes.get("content"):
                name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
                named.setdefault(name.strip().lower(), content)
        elif tag == TIME:
            published = published or attributes.get("datetime")
        elif tag == TITLE:
            title = title or _SWALLOWED.split(node.text(), maxsplit=1)[0]
        elif attributes.get("type") == "application/ld+json":
            linked = _linked_data(node.text()) | linked
    published = next((named[name] for name in _PUBLISHED if name in named), published)
    headlines = [linked["headline"]] if "headline" in linked else []
    language = root.attributes.get("lang") or ""
    return Metadata(
        title=title,
        other_titles=tuple(dict.fromkeys(map(tidy, [named[name] for name in _TITLE if name in named] + headlines))),
        language=language.strip() or None,
        published=_day(linked.get("datePublished")) or _day(published),
        descriptions=tuple(tidy(named[name]) for name in _DESCRIPTION if name in named),
    )


def _linked_data(text: str) -> dict[str, str]:
    """Return the first day of publication and the first headline in a piece of JSON-LD."""
    if not any(f'"{name}"' in text for name in _LINKED):
        return {}
    try:
        data = json.loads(text[:_MAX_JSON], strict=False)
    except (ValueError, RecursionError):
        return {}
    found: dict[str, str] = {}
    for item in _items(data, 3):
        for name in _LINKED:
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
    """Return the date at the start of a text as ISO 8601, or None if the text starts with words."""
    if not text or not (found := _DATE.match(text.strip())):
        return None
    year, month, day, month2, day2 = found.groups()
    month, day = month or month2, day or day2
    if not (1990 <= int(year) <= 2100 and 0 < int(month or 1) <= 12 and 0 < int(day or 1) <= 31):
        return None
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
