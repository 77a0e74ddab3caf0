"""Claims that were edited between two reports, paired with what they were: by what they cite, their words, their place.

A claim's id is a hash of its words and of what it cites, so an edited claim is one that is gone and one that is new.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.records import Citation, JudgedClaim, JudgedDocument, Link

Key = tuple[str, str]
"""A claim within a report: its document's source, and its id."""

# Of 3,532 pairs of sentences on one page in 75 real documents (shared/data/documents, November 2026) half are alike to
# 0.16, 99 of 100 to less than 0.56, and 1.7 % reach this; a sentence with a number or a word changed is at 0.8 or more.
SIMILAR = 0.5
# Beyond so many pairs on one page only equal words and equal places are looked at: no edit, but another document.
MOST_PAIRS = 20_000
MOST_TEXTS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cited claim where it stands: the pages that it cites, and the ids of the cited claims before and behind it."""

    key: Key
    claim: JudgedClaim
    pages: frozenset[str]
    neighbours: tuple[str | None, str | None]


def placed(documents: Iterable[JudgedDocument]) -> dict[Key, Placed]:
    """The claims of `documents` that have a marker of their own."""
    return {each.key: each for document in documents for each in _placed(document)}


def edited(before: Mapping[Key, Placed], after: Mapping[Key, Placed]) -> dict[Key, Key]:
    """What each edited claim of `after` was in `before`: of one document, and citing the same pages in similar words
    or between the same claims, or saying the same by other citations. No claim is in two pairs; the best come first.
    """
    gone = [each for key, each in before.items() if key not in after]
    come = [each for key, each in after.items() if key not in before]
    pairs: dict[Key, Key] = {}
    taken: set[Key] = set()
    for old, new in _best_first(gone, come):
        if new.key not in pairs and old.key not in taken:
            pairs[new.key] = old.key
            taken.add(old.key)
    return pairs


def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1: the share of triples of characters that they have in common (Dice)."""
    left, right = _triples(one), _triples(other)
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def closest(text: str, others: Iterable[str]) -> str | None:
    """That of `others` which is most like `text`, if one is like enough to be an edit of it."""
    alike = ((similarity(text, other), other) for other in others)
    score, best = max(alike, default=(0.0, None))
    return best if score >= SIMILAR else None


def _placed(document: JudgedDocument) -> Iterator[Placed]:
    claims = [claim for claim in document.claims if claim.link is Link.DIRECT]
    citations = {citation.id: citation for citation in document.citations}
    ids = [None, *(claim.id for claim in claims), None]
    for number, claim in enumerate(claims):
        pages = frozenset(_page(citations[name]) for name in claim.citations if name in citations)
        key = document.source, claim.id
        yield Placed(key=key, claim=claim, pages=pages, neighbours=(ids[number], ids[number + 2]))


def _page(citation: Citation) -> str:
    return citation.url or citation.doi or " ".join(citation.text.split())


def _best_first(gone: Sequence[Placed], come: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    found = [(score, old, new) for old, new in _candidates(gone, come) if (score := _score(old, new)) >= SIMILAR]
    for _, old, new in sorted(found, key=lambda each: -each[0]):
        yield old, new


def _candidates(gone: Sequence[Placed], come: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Pairs that may be one claim: of one document, with something else in common besides it."""
    for common in (_by_pages, _by_words, _by_place):
        olds = defaultdict(list)
        for old in gone:
            olds[common(old)].append(old)
        news = Counter(common(new) for new in come)
        for new in come:
            known = olds.get(common(new), ())
            if len(known) * news[common(new)] <= MOST_PAIRS:
                yield from ((old, new) for old in known)


def _by_pages(each: Placed) -> object:
    return each.key[0], each.pages


def _by_words(each: Placed) -> object:
    return each.key[0], " ".join(each.claim.text.split())


def _by_place(each: Placed) -> object:
    return each.key[0], each.pages, each.neighbours


def _score(old: Placed, new: Placed) -> float:
    return 1.0 if _by_place(old) == _by_place(new) else similarity(old.claim.text, new.claim.text)


@lru_cache(maxsize=MOST_TEXTS)
def _triples(text: str) -> Counter[str]:
    plain = f" {' '.join(text.casefold().split())} "
    return Counter(plain[place : place + 3] for place in range(len(plain) - 2))
