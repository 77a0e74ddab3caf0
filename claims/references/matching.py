"""Which of two lists' references are the same work: by DOI, or by titles that say the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.records import Citation, Document, UrlFrom

_WORD = re.compile(r"\w+")
# Measured by benchmarks/readers_titles.py on the 4,779 titles of the wiki pages in the shared data: of titles
# that lost a
# word, their subtitle or a third of their words 84.7 % were found, and 1.1 % were taken for another of their page (many
# of these are one work under two entries). At 0.75 it is 89.1 % and 1.3 %, at 0.85 60.7 % and 0.9 %.
_ALIKE = 0.8
_FEWEST = 3  # words of a title that tells a work from others by itself
_RAREST = 4  # words of a title that candidates are looked for by


class Titles:
    """Titles to look others up in."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._words = {key: frozenset(_words(title)) for key, title in titles.items() if _words(title)}
        self._having: defaultdict[str, list[str]] = defaultdict(list)
        for key, words in self._words.items():
            for word in words:
                self._having[word].append(key)

    def find(self, title: str) -> str | None:
        """The key of the title most like `title`, if one is like enough and no other one just as much."""
        words = frozenset(_words(title))
        rarest = sorted((word for word in words if word in self._having), key=lambda word: len(self._having[word]))
        keys = {key for word in rarest[:_RAREST] for key in self._having[word]}
        scored = sorted(((_likeness(words, self._words[key]), key) for key in keys), reverse=True)
        if not scored or scored[0][0] < (_ALIKE if len(words) >= _FEWEST else 1.0):
            return None
        if len(scored) > 1 and scored[1][0] == scored[0][0]:
            return None
        return scored[0][1]


def match_references(wanted: Sequence[Citation], found: Sequence[Citation]) -> dict[str, Citation]:
    """For each of `wanted` that is one of `found`, that one, by the id of the former.

    A title of one or two words needs the same day or publisher as well.
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
    """`document` with the addresses and dates that `found` (its wiki page's references, say) give to its references
    that print no URL; what matched, and what did not, is said in its notes."""
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
    if len(_words(one.title or "")) >= _FEWEST:
        return True
    same_day = one.date is not None and one.date == other.date
    return same_day or _words(one.publisher or "") == _words(other.publisher or "-")


def _likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Dice's coefficient of two sets of words, or 0 where each has a number that the other lacks."""
    first, second = set(one), set(other)
    if any(word.isdigit() for word in first - second) and any(word.isdigit() for word in second - first):
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def _words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())
