"""The features of a claim and its pages that the model weighs."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import count

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word, tokenized
from claims.records import Fact, FactKind, FactState
from claims.support.contradictions.comparison import Comparison
from claims.support.interface import Statement
from claims.support.retrieval.match import Match, union
from claims.support.retrieval.matching import K1
from claims.support.retrieval.windows import Reach, reach
from claims.support.scoring.linear import Linear
from claims.support.scoring.wordwise import weakest

FEW = 3
"""Words that the pages lack above which more of them make no difference to whether the claim is supported."""


def features(
    statement: Statement, seen: Match, beside: Comparison, facts: Sequence[Fact], turned: bool, by_word: Linear
) -> dict[str, float]:
    """Compute the features of a statement and its pages, by name. Shares are 0 to 1, counts are logarithms.

    Args:
        statement: the claim.
        seen: its match with the pages.
        beside: its comparison with the sentence most like it.
        facts: its numbers, dates and names, each found, missing or contradicted.
        turned: whether that sentence contradicts some of its words.
        by_word: the probability that a word is supported; see `claims.support.scoring.wordwise`.
    """
    row: dict[str, float] = {}
    there = reach(seen)
    for size, (_, bits) in there.best.items():
        row[f"words_{size}"] = seen.weigh(bits)
    row["words_page"] = seen.weigh(there.page)
    row["words_cover"] = seen.weigh(there.cover)
    terms = len(seen.weights)
    absent = terms - there.page.bit_count()
    row["absent"] = math.log1p(absent)
    row["plain_page"] = 1 - absent / (terms or 1)
    row["plain_3"] = there.best[3][1].bit_count() / (terms or 1)
    row["absent_few"] = float(min(absent, FEW))
    row["weakest"] = weakest(statement, seen, there, by_word)
    scores = sorted(seen.scores.values(), reverse=True)
    top = sum(seen.weights) * (K1 + 1) or 1
    row["bm25_1"] = sum(scores[:1]) / top
    row["bm25_3"] = sum(scores[:3]) / 3 / top
    row |= _details(seen, there)
    row |= _facts(facts)
    row |= _pairs(seen, there.best[3][0])
    row |= _wording(seen, beside, turned)
    row |= _title(statement, seen)
    row["claim_words"] = math.log1p(len(seen.weights))
    row["sentences"] = math.log1p(seen.offsets[-1])
    return row | _near(row)


NEAR = 0.4
"""Share of a claim's words, in their order, from which on it reads like its best sentence."""

_SLIPS = (
    "replaced", "added", "telling", "heaviest", "moved", "negated", "opposed", "left_out", "lacking",
)  # fmt: skip


def _near(row: dict[str, float]) -> dict[str, float]:
    """Compute the differences where the claim otherwise reads like its best sentence: there one word may turn it."""
    close = max(0.0, row["same"] - NEAR)
    near = {f"near_{name}": close * row[name] for name in _SLIPS}
    return near | {"near": close, "near_any": close * (row["replaced"] > 0), "near_more": close * (row["added"] > 0)}


def _details(seen: Match, there: Reach) -> dict[str, float]:
    row: dict[str, float] = {}
    page = union(seen.facts.values())
    near = union(seen.facts.get(sentence, 0) for sentence in range(there.best[3][0] - 1, there.best[3][0] + 4))
    covered = union(seen.facts.get(sentence, 0) for sentence in seen.cover)
    given = sum(1 << place for place, detail in enumerate(seen.details) if detail.given)
    for name, kinds in (("number", (FactKind.NUMBER, FactKind.DATE)), ("name", (FactKind.NAME,))):
        wanted = seen.details_of(*kinds)
        row[f"{name}s_page"] = _share(page, wanted)
        row[f"{name}s_cover"] = _share(covered, wanted)
        row[f"{name}s_near"] = _share(near, wanted)
        row[f"{name}s"] = math.log1p(wanted.bit_count())
    row["lacking"] = math.log1p((seen.details_of(*FactKind) & ~page & ~given).bit_count())
    return row


def _facts(facts: Sequence[Fact]) -> dict[str, float]:
    states = Counter(fact.state for fact in facts)
    return {
        "facts": float(len(facts)),
        "missing": float(states[FactState.MISSING]),
        "contradicted": float(states[FactState.CONTRADICTED]),
    }


def _pairs(seen: Match, start: int) -> dict[str, float]:
    count = seen.pair_count or 1
    near = union(seen.pairs.get(sentence, 0) for sentence in range(start, start + 3))
    return {
        "pairs_page": union(seen.pairs.values()).bit_count() / count,
        "pairs_near": near.bit_count() / count,
        "pairs_1": max((bits.bit_count() for bits in seen.pairs.values()), default=0) / count,
    }


def _wording(seen: Match, beside: Comparison, turned: bool) -> dict[str, float]:
    """Compute features of the alignment with the sentence that covers most of the claim."""
    claim, alignment = beside.claim, beside.alignment
    weight = dict(zip(seen.terms, seen.weights, strict=True))
    total = sum(weight.get(word.form, 0) for word in claim) or 1
    lacking = alignment.replaced | alignment.added
    length = len(claim) or 1
    return {
        "same": len(alignment.same) / length,
        "same_weight": sum(weight.get(claim[place].form, 0) for place in alignment.same) / total,
        "moved": len(alignment.moved) / length,
        "replaced": math.log1p(_content(claim, alignment.replaced)),
        "replaced_weight": sum(weight.get(claim[place].form, 0) for place in alignment.replaced) / total,
        "added": math.log1p(_content(claim, alignment.added)),
        "heaviest": max((weight.get(claim[place].form, 0) for place in lacking), default=0) / total,
        "telling": math.log1p(_cues(claim, lacking)),
        "left_out": math.log1p(alignment.left_out),
        "opposed": float(beside.page.english and alignment.opposed),
        "negated": float(beside.page.english and alignment.negated),
        "turned": float(turned),
        "longest_run": _longest_run(alignment.same) / length,
    }


def _content(claim: list[Word], places: frozenset[int]) -> int:
    """How many of these words say something by themselves."""
    return sum(claim[place].form not in STOPWORDS for place in places)


def _cues(claim: list[Word], places: frozenset[int]) -> int:
    """How many of these words may turn a statement: negations, quantities, comparisons, order in time, modality."""
    english = language("en")
    cues = english.negation.cues | english.degrees.qualifiers
    return sum(claim[place].form in cues or claim[place].form.isdigit() for place in places)


def _longest_run(places: frozenset[int]) -> int:
    """The most neighbouring places."""
    begins = (place for place in places if place - 1 not in places)
    return max((next(n for n in count(1) if place + n not in places) for place in begins), default=0)


def _title(statement: Statement, seen: Match) -> dict[str, float]:
    wanted = {word.form for word in tokenized(statement.title)} - STOPWORDS
    there = [word for word in wanted if any(page.find(page.stem(word)) for page in seen.pages)]
    return {"title": len(there) / len(wanted) if wanted else 0.5}


def _share(bits: int, wanted: int) -> float:
    return (bits & wanted).bit_count() / wanted.bit_count() if wanted else 1.0
