"""Each number, date and name of a claim as found in the sources, contradicted by them, or missing."""

from collections.abc import Sequence

from claims.records import Fact, FactKind, FactState
from claims.support.dates import Date
from claims.support.facts import Detail
from claims.support.interface import Statement
from claims.support.match import Match
from claims.support.numbers import Number
from claims.support.windows import best_window, covering

ALIKE = 0.6
"""Share of the claim's words that one sentence must have for its other number to contradict the claim's."""


def findings(statement: Statement, seen: Match) -> tuple[Fact, ...]:
    """The details of a statement and how the sources stand to them.

    A name that the sources lack but the claim's title or context gives is left out: they need not repeat it.
    """
    near = set(covering(seen, 5))
    facts = []
    for bit, detail in enumerate(seen.details):
        rival = _rival(seen, bit, detail)
        places = seen.where[bit]
        if rival is not None:
            state, found = FactState.CONTRADICTED, rival
        elif places:
            chosen = next((place for place in places if _sentence(seen, place) in near), places[0])
            state, found = FactState.FOUND, seen.pages[chosen[0]].source.text[chosen[1] : chosen[2]]
        elif detail.given:
            continue
        else:
            state, found = FactState.MISSING, None
        text = statement.text[detail.start : detail.end]
        facts.append(Fact(kind=detail.kind, text=text, start=detail.start, end=detail.end, state=state, found=found))
    return tuple(facts)


def _sentence(seen: Match, place: tuple[int, int, int]) -> int:
    return seen.offsets[place[0]] + seen.pages[place[0]].sentence_at(place[1])


def _rival(seen: Match, bit: int, detail: Detail) -> str | None:
    """What the sentence most like the claim says in place of a number or date that it lacks."""
    if detail.kind is FactKind.NAME or not seen.has:
        return None
    sentence, bits = best_window(seen, 1)
    rest = 1 - seen.weigh(seen.own[bit])
    if seen.facts.get(sentence, 0) >> bit & 1 or seen.weigh(bits & ~seen.own[bit]) < ALIKE * rest or not rest:
        return None
    number = next(place for place, offset in enumerate(seen.offsets[1:]) if sentence < offset)
    page = seen.pages[number]
    start, end = page.sentences[sentence - seen.offsets[number]]
    taken = [(first, last) for places in seen.where for where, first, last in places if where == number]
    others: Sequence[Date | Number] = page.dates if isinstance(detail.what, Date) else page.numbers
    for other in others:
        free = not any(first < other.end and other.start < last for first, last in taken)
        if start <= other.start < end and free and _comparable(detail, other):
            return page.source.text[other.start : other.end]
    return None


def _comparable(detail: Detail, other: Date | Number) -> bool:
    """Whether the two say the same kind of thing."""
    if isinstance(detail.what, Date) and isinstance(other, Date):
        return detail.what.precision == other.precision
    return isinstance(detail.what, Number) and isinstance(other, Number) and detail.what.kind is other.kind
