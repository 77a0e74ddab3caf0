"""Plans, requests and decisions that a sentence has as still open, and the words that they are about.

It has them in the present or the perfect: what was planned, wanted or asked for may have been done since.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word

_BEFORE = 4
"""Words from a plan to its "to" at most, the "to" included: asked the town council to."""

_AUXILIARY = 4
"""Words before a participle among which its auxiliaries are, adverbs included: has only just been."""

_REACH = 30
"""Words on either side of a plan that it may be about, at most, so that long lists take linear time."""

_END = re.compile(r"[;:—–.!?]")


@dataclass(frozen=True, slots=True)
class Plan:
    """The words by which a sentence leaves a deed open, and the places of the words that they are about."""

    words: str
    about: frozenset[int]


def plans(text: str, sentence: list[Word]) -> Iterator[Plan]:
    """Yield the plans of a sentence, words of `text`: is due to close, asked the council to close, under review."""
    prospects = language("en").prospects
    forms, begins = [word.form for word in sentence], breaks(text, sentence)

    def behind(place: int) -> range:
        last = min(len(forms), place + _REACH)
        return range(place, next((at for at in range(place + 1, last) if begins[at]), last))

    def before(place: int) -> range:
        first = max(0, place - _REACH)
        return range(next((at for at in range(place, first, -1) if begins[at] > 1), first), place)

    for place, form in enumerate(forms):
        ahead = forms[place + 1 : place + 1 + _BEFORE]
        auxiliary = _auxiliary(forms, place)
        is_now = auxiliary in prospects.copulas
        is_made = form in prospects.made and auxiliary in prospects.progressive
        wants = form in prospects.aims or (form in prospects.asked and auxiliary in prospects.auxiliaries)
        to = place + 1 + ahead.index("to") if "to" in ahead else 0
        if is_made or (is_now and (form in prospects.planned or (form == "to" and _verb(forms, place)))):
            yield Plan(f"{auxiliary} {form}", frozenset([*before(place), *behind(place + 1)]))
        elif wants and to and _verb(forms, to):
            yield Plan(f"{form} … to", frozenset(behind(to + 1)))
        elif form in prospects.advice:
            yield Plan(form, frozenset(behind(place + 1)))
        elif is_now and form == "under" and ahead and ahead[0] in prospects.stages:
            yield Plan(f"{auxiliary} under {ahead[0]}", frozenset(before(place)))


def breaks(text: str, words: list[Word]) -> list[int]:
    """For each word how a clause begins there: 0 not at all, 1 within another one, 2 beside it."""
    grammar = language("en").grammar
    begins = [0]
    for last, word in pairwise(words):
        gap = text[last.end : word.start]
        beside = _END.search(gap) or (word.form in grammar.fences and "," in gap)
        begins.append(2 if beside else int(word.form in grammar.openers and word.form != "and"))
    return begins


def _auxiliary(forms: list[str], place: int) -> str:
    """The auxiliary before a word, adverbs left out: is, are being, has been."""
    before = [forms[at] for at in verbal(forms, place)]
    return " ".join(before[-2:] if before[-1:] in (["being"], ["been"]) else before[-1:])


def verbal(forms: list[str], place: int) -> list[int]:
    """The places of the words before a participle, in order, among the last of which its auxiliaries are."""
    return [at for at in range(max(0, place - _AUXILIARY), place) if not adverb(forms[at])]


def adverb(form: str) -> bool:
    """Whether a word may stand between an auxiliary and its participle."""
    return form.endswith("ly") or form in language("en").prospects.adverbs


def _verb(forms: list[str], to: int) -> bool:
    """Whether the word behind a "to" may be a verb."""
    return any(form not in STOPWORDS or form in ("be", "have") for form in forms[to + 1 : to + 2])
