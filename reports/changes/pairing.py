"""Edited claims paired with their earlier wording: by the pages they cite, their words and their place.

A claim's id is a hash of its words and citations, so an edit shows as one claim that is gone and one that is new.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.records import Citation, JudgedClaim, JudgedDocument, Link
from reports.changes.similarity import SIMILAR, similarity

Key = tuple[str, str]
"""A claim within a report: its document's source, and its id."""

# Where one page has more pairs than this, only equal words and equal places are compared: the document is another one.
MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedClaim:
    """A cited claim in its place.

    Attributes:
        key: the document's source and the claim's id.
        claim: the claim.
        pages: the pages that it cites.
        neighbours: ids of the cited claims before and after it; None at either end of the document.
    """

    key: Key
    claim: JudgedClaim
    pages: frozenset[str]
    neighbours: tuple[str | None, str | None]


def placed_claims(documents: Iterable[JudgedDocument]) -> dict[Key, PlacedClaim]:
    """Return the claims of `documents` that have a marker of their own."""
    return {each.key: each for document in documents for each in _placed(document)}


def pair_edited(before: Mapping[Key, PlacedClaim], after: Mapping[Key, PlacedClaim]) -> dict[Key, Key]:
    """Map each edited claim of `after` to the claim of `before` that it replaces.

    Both are of one document, and either cite the same pages in similar words or between the same claims, or say the
    same with other citations. Each claim is in at most one pair; the most similar are paired first.
    """
    gone = [each for key, each in before.items() if key not in after]
    new = [each for key, each in after.items() if key not in before]
    pairs: dict[Key, Key] = {}
    taken: set[Key] = set()
    for earlier, later in _best_first(gone, new):
        if later.key not in pairs and earlier.key not in taken:
            pairs[later.key] = earlier.key
            taken.add(earlier.key)
    return pairs


def _placed(document: JudgedDocument) -> Iterator[PlacedClaim]:
    claims = [claim for claim in document.claims if claim.link is Link.DIRECT]
    citations = {citation.id: citation for citation in document.citations}
    ids = [None, *(claim.id for claim in claims), None]
    for number, claim in enumerate(claims):
        pages = frozenset(_page(citations[name]) for name in claim.citations if name in citations)
        key = document.source, claim.id
        yield PlacedClaim(key=key, claim=claim, pages=pages, neighbours=(ids[number], ids[number + 2]))


def _page(citation: Citation) -> str:
    return citation.url or citation.doi or " ".join(citation.text.split())


def _best_first(gone: Sequence[PlacedClaim], new: Sequence[PlacedClaim]) -> Iterator[tuple[PlacedClaim, PlacedClaim]]:
    scored = ((_score(earlier, later), earlier, later) for earlier, later in _candidates(gone, new))
    similar = [each for each in scored if each[0] >= SIMILAR]
    for _, earlier, later in sorted(similar, key=lambda each: -each[0]):
        yield earlier, later


def _candidates(gone: Sequence[PlacedClaim], new: Sequence[PlacedClaim]) -> Iterator[tuple[PlacedClaim, PlacedClaim]]:
    """Yield pairs of one document that have pages, words or place in common."""
    for common in (_by_pages, _by_words, _by_place):
        earlier = defaultdict(list)
        for each in gone:
            earlier[common(each)].append(each)
        later = Counter(common(each) for each in new)
        for each in new:
            known = earlier.get(common(each), ())
            if len(known) * later[common(each)] <= MOST_PAIRS:
                yield from ((old, each) for old in known)


def _by_pages(each: PlacedClaim) -> object:
    return each.key[0], each.pages


def _by_words(each: PlacedClaim) -> object:
    return each.key[0], " ".join(each.claim.text.split())


def _by_place(each: PlacedClaim) -> object:
    return each.key[0], each.pages, each.neighbours


def _score(earlier: PlacedClaim, later: PlacedClaim) -> float:
    return 1.0 if _by_place(earlier) == _by_place(later) else similarity(earlier.claim.text, later.claim.text)
