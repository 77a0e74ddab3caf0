"""A reference entry as printed, in any style and language, to the fields of a `Citation`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from claims.records import Citation
from claims.references.citation import PrintedUrl, build_citation
from claims.references.entry_dates import read_dates
from claims.references.entry_styles import read_style
from claims.references.links.identifiers import find_identifiers, identifier_spans
from claims.references.links.urls import find_urls, url_spans

_LONGEST = 5_000  # characters of an entry that may contain its title and its dates
# The same work as the entry before it has, in Latin, German and Spanish.
_SAME = re.compile(r"\W{0,3}(?:ibid(?:em)?|ib|ebd|ebenda|ebendort|ibíd)\b(?!.*://)", re.IGNORECASE)
_PAGES = re.compile(r"\b(?:pp?|S|s|str|с|pág|págs)\.\s?(\d{1,5}(?:\s?[-–]\s?\d{1,5})?)\b")


def read_reference(citation_id: str, text: str, links: Iterable[str] = (), last: Citation | None = None) -> Citation:
    """Parse the entry `text` into a citation.

    Args:
        citation_id: the id of the citation.
        text: the entry as printed.
        links: targets of links in the entry that its text does not print.
        last: the entry before it, which `Ibid.` refers to.
    """
    links = tuple(links)
    text = " ".join(text.split())
    if last is not None and not links and _SAME.match(text):
        return replace(last, id=citation_id, text=text, page=_page(text))
    head = text[:_LONGEST]
    masked = _masked(head, [*url_spans(head), *identifier_spans(head)])
    dates = read_dates(masked)
    title, authors, publisher = read_style(masked[: dates.end], dates.published)
    return build_citation(
        citation_id,
        text,
        [PrintedUrl(url=url, source="url") for url in (*links, *_others(find_urls(text), links))],
        find_identifiers(text),
        title=title,
        authors=authors,
        publisher=publisher,
        date=dates.published.iso if dates.published else None,
        access_date=dates.access,
        archive_date=dates.archived,
        page=_page(masked),
    )


def _page(text: str) -> str | None:
    pages = _PAGES.search(text)
    return pages[1] if pages else None


def _others(printed: Iterable[str], links: Iterable[str]) -> list[str]:
    """List the printed URLs except those that are the text of a link, whose address is the whole one."""
    return [url for url in printed if not any(link.startswith(url) and len(link) <= len(url) + 1 for link in links)]


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """Blank out `spans`, so that no digit in a URL is read as a date."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return "".join(characters)
