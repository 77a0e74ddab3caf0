"""Finds references to the same work in two lists: by DOI, or by similar titles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.records import Citation, Document, UrlFrom

_WORD = re.compile(r"\w+")
# Measured by benchmarks/readers_titles.py on the 4,779 titles of the wiki pages in the shared data: titles that lost a
# word, their subtitle or a third of their words were found in 84.7 % of cases and confused with another title of their
# page in 1.1 % (many of these are one work under two entries). At 0.75: 89.1 % and 1.3 %; at 0.85: 60.7 % and 0.9 %.
_SIMILAR = 0.8
_DISTINCTIVE = 3  # words of a title that identifies a work by itself
_RAREST = 4  # words of a title by which candidates are looked up


class Titles:
    """An index of titles by their words."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._words = {key: frozenset(_words(title)) for key, title in titles.items() if _words(title)}
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for key, words in self._words.items():
            for word in words:
                self._by_word[word].append(key)

    def find(self, title: str) -> str | None:
        """Find the key of the most similar title, if it is similar enough and no other is equally similar."""
        words = frozenset(_words(title))
        rarest = sorted((word for word in words if word in self._by_word), key=lambda word: len(self._by_word[word]))
        keys = {key for word in rarest[:_RAREST] for key in self._by_word[word]}
        scored = sorted(((_similarity(words, self._words[key]), key) for key in keys), reverse=True)
        if not scored or scored[0][0] < (_SIMILAR if len(words) >= _DISTINCTIVE else 1.0):
            return None
        if len(scored) > 1 and scored[1][0] == scored[0][0]:
            return None
        return scored[0][1]


def match_references(wanted: Sequence[Citation], found: Sequence[Citation]) -> dict[str, Citation]:
    """Match each of `wanted` with the same work in `found`; returns the matches by the id of the wanted citation.

    Titles of one or two words match only if the day or the publisher is the same, too.
    """
    by_doi = {citation.doi.casefold(): citation for citation in found if citation.doi}
    by_key = {str(number): citation for number, citation in enumerate(found)}
    titles = Titles({key: citation.title for key, citation in by_key.items() if citation.title})
    matches: dict[str, Citation] = {}
    for citation in wanted:
        same = by_doi.get(citation.doi.casefold()) if citation.doi else None
        if same is None and citation.title:
            key = titles.find(citation.title)
            same = by_key[key] if key is not None and _compatible(citation, by_key[key]) else None
        if same is not None:
            matches[citation.id] = same
    return matches


def with_found_urls(document: Document, found: Sequence[Citation], url_from: UrlFrom = UrlFrom.WIKIPEDIA) -> Document:
    """Complete references that print no URL from the same works in `found`; a note counts the matches.

    Args:
        document: the document to complete.
        found: citations with URLs, for example those of its page in Wikipedia.
        url_from: the origin to record for the URLs.
    """
    wanted = [citation for citation in document.citations if citation.url_from is not UrlFrom.REFERENCE]
    matches = {name: match for name, match in match_references(wanted, found).items() if match.url}
    citations = tuple(
        _completed(citation, matches[citation.id], url_from) if citation.id in matches else citation
        for citation in document.citations
    )
    missing = [citation.id for citation in wanted if citation.id not in matches and not citation.url]
    note = f"{len(matches)} of {len(wanted)} references without a URL were found elsewhere ({url_from.value})"
    note += f"; not found: {', '.join(missing)}." if missing else "."
    return replace(document, citations=citations, notes=(*document.notes, note))


def _completed(citation: Citation, found: Citation, url_from: UrlFrom) -> Citation:
    known = {
        url: source for url, source in zip(citation.urls, citation.urls_from, strict=True) if url not in found.urls
    }
    sources = [url_from.value if source != "capture" else source for source in found.urls_from]
    return replace(
        citation,
        url=found.url,
        url_from=url_from,
        archive_url=citation.archive_url or found.archive_url,
        access_date=citation.access_date or found.access_date,
        archive_date=citation.archive_date or found.archive_date,
        doi=citation.doi or found.doi,
        urls=(*found.urls, *known),
        urls_from=(*sources, *known.values()),
        flags=tuple(dict.fromkeys((*citation.flags, *found.flags))),
    )


def _compatible(one: Citation, other: Citation) -> bool:
    if one.date and other.date and one.date[:4] != other.date[:4]:
        return False
    if len(_words(one.title or "")) >= _DISTINCTIVE:
        return True
    same_day = one.date is not None and one.date == other.date
    return same_day or _words(one.publisher or "") == _words(other.publisher or "-")


def _similarity(one: Iterable[str], other: Iterable[str]) -> float:
    """Dice's coefficient of two sets of words, or 0 if each has a number that the other lacks."""
    first, second = set(one), set(other)
    if any(word.isdigit() for word in first - second) and any(word.isdigit() for word in second - first):
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def _words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())
