"""Features of how a claim holds together: whether what belongs together in it is together in its sources.

Coverage asks whether the pages have the words. These ask whether one sentence has the beginning and the end of the
claim, what it says something is, in which mood, and what is next to its numbers and names.
On the choosing part of `benchmarks.judging` they take the mean AUROC from 0.686 to 0.691 and the mean balanced accuracy
from 0.628 to 0.632.
"""

import re
from collections.abc import Iterable

from claims.language.loader import language
from claims.language.tokens import Word, tokenized
from claims.records import FactKind
from claims.support.contradictions.comparison import Comparison
from claims.support.interface import Statement
from claims.support.retrieval.clauses import Parts, clauses
from claims.support.retrieval.match import Match, union

_BESIDE = 2
"""Words of the claim on either side of a detail that belong to it."""

_CLOSE = 50
"""Characters around a detail on the page within which such a word is beside it too."""

_ENOUGH = 20
"""Occurrences of a detail that are looked at."""

_KINDS = {"numbers": FactKind.NUMBER, "dates": FactKind.DATE, "names": FactKind.NAME}


def statement_features(
    statement: Statement, seen: Match, beside: Comparison, parts: Parts | None, opposed: bool, contradicted: int
) -> dict[str, float]:
    """Compute these features by name: shares from 0 to 1, flags 0 or 1, and counts.

    Args:
        statement: the claim.
        seen: its match with the pages.
        beside: its comparison with the sentence most like it.
        parts: the clauses that the pages cover best and least, or None for a claim of one clause.
        opposed: whether the sentence most like a clause contradicts some of its words.
        contradicted: how many facts such sentences contradict.
    """
    tokens = list(tokenized(statement.text))
    content = [word for word in tokens if word.form in seen.terms]
    row = _together(content, seen, beside)
    return {
        **row,
        **_complement(statement.text, tokens, seen, beside),
        **_mood(tokens, beside),
        **{f"{name}_beside": _beside(content, seen, kind) for name, kind in _KINDS.items()},
        "clause_least": parts.lacked if parts else row["halves_2"],
        "clauses": float(len(clauses(statement.text))),
        "clauses_opposed": float(opposed),
        "clauses_contradicted": float(contradicted),
    }


def _bits(content: Iterable[Word], seen: Match) -> list[int]:
    place = {term: number for number, term in enumerate(seen.terms)}
    return [1 << place[word.form] for word in content]


def _together(content: list[Word], seen: Match, beside: Comparison) -> dict[str, float]:
    """Compute how much of each half and third of the claim one sentence, or two neighbours, have at least."""
    bits = _bits(content, seen)
    count, page = len(bits), union(seen.has.values())
    halves = [union(bits[: count // 2]), union(bits[count // 2 :])]
    thirds = [union(bits[part * count // 3 : (part + 1) * count // 3]) for part in range(3)]
    single = set(seen.has.values())
    double = {seen.has.get(number, 0) | seen.has.get(number + 1, 0) for number in seen.has}

    def least(sentences: set[int], pieces: list[int]) -> float:
        shares = (
            [seen.weigh(has & piece) / (seen.weigh(piece) or 1) for piece in pieces if piece] for has in sentences
        )
        return max((min(each, default=1.0) for each in shares), default=0.0)

    return {
        "halves_1": least(single, halves) if count > 1 else 1.0,
        "halves_2": least(double, halves) if count > 1 else 1.0,
        "thirds_1": least(single, thirds) if count > 2 else least(single, halves) if count > 1 else 1.0,
        "first_word": float(bool(bits and beside.bits & bits[0])),
        "last_word": float(bool(bits and beside.bits & bits[-1])),
        "last_word_page": float(bool(bits and page & bits[-1])),
    }


def _complement(text: str, tokens: list[Word], seen: Match, beside: Comparison) -> dict[str, float]:
    """Compute how much the sources have of what the claim says something is: a Norwegian *cellist*."""
    verbs = language("en").verbs
    copula = next((place for place, word in enumerate(tokens) if word.form in verbs.copulas), len(tokens))
    complement: list[Word] = []
    for before, word in zip(tokens[copula:], tokens[copula + 1 :], strict=False):
        ends = word.form in verbs.behind_complement or re.search(r"[,;:(]", text[before.end : word.start])
        if complement and ends:
            break
        if word.form in seen.terms:
            complement.append(word)
    bits, page = _bits(complement, seen), union(seen.has.values())
    whole = union(bits)
    return {
        "complement": (whole & page).bit_count() / whole.bit_count() if bits else 1.0,
        "complement_head": float(bool(bits[-1] & page)) if bits else 1.0,
        "complement_head_1": float(bool(bits[-1] & beside.bits)) if bits else 1.0,
    }


def _mood(tokens: list[Word], beside: Comparison) -> dict[str, float]:
    """Compute whether only one of claim and sentence wishes, doubts or denies."""
    english = language("en")
    ours, theirs = ({word.form for word in line} for line in (tokens, beside.sentence))

    def only(cues: frozenset[str], one: set[str], other: set[str]) -> float:
        return float(not cues.isdisjoint(one) and cues.isdisjoint(other))

    modal, denial = english.grammar.unreal, english.negation.equivalents
    return {
        "unreal_source": only(modal, theirs, ours),
        "unreal_claim": only(modal, ours, theirs),
        "denies_claim": only(denial, ours, theirs),
        "denies_source": only(denial, theirs, ours),
    }


def _beside(content: list[Word], seen: Match, kind: FactKind) -> float:
    """Compute the share of the words next to the claim's details of a kind that are next to them on a page, too."""
    shares = []
    for bit, detail in enumerate(seen.details):
        own = [place for place, word in enumerate(content) if detail.start <= word.start < detail.end]
        if detail.kind is kind and own and seen.where[bit] and not detail.given:
            near = [place for place in range(own[0] - _BESIDE, own[-1] + _BESIDE + 1) if place not in own]
            shares.append(_nearby([content[place].form for place in near if 0 <= place < len(content)], bit, seen))
    return sum(shares) / len(shares) if shares else 1.0


def _nearby(forms: list[str], bit: int, seen: Match) -> float:
    """The largest share of these words that is close to one occurrence of a detail."""
    best = 0.0
    for number, start, end in seen.where[bit][:_ENOUGH]:
        page = seen.pages[number]
        line, stem = page.words_of(page.sentence_at(start)), page.stem
        close = {stem(word.form) for word in line if word.start < end + _CLOSE and start - _CLOSE < word.end}
        best = max(best, sum(stem(form) in close for form in forms) / (len(forms) or 1))
        if best == 1:
            break
    return best
