"""The state of each number, date and name of a claim: found in the sources, contradicted by them, or missing."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from claims.language.dates.dates import Date
from claims.language.loader import language
from claims.language.quantities.number import Number, NumberKind
from claims.records import Fact, FactKind, FactState
from claims.support.contradictions.comparison import Comparison
from claims.support.contradictions.names.rivals import rivals
from claims.support.contradictions.numbers.rival_numbers import rival
from claims.support.facts.detail import Detail, Quotation
from claims.support.facts.quotations import reworded
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.retrieval.match import Match, Occurrence, union

BESIDE = 0.1
"""Share of the claim's other words that must be near a small number for it to be the claim's. On the fitting and
choosing parts of `benchmarks.judging` this takes `supported` from 20 wrong claims and from 6 right ones."""

SMALL = 100
"""From here on a number is rare enough to be the claim's wherever the page has it: there 2 wrong claims and 4 right
ones would lose `supported`."""


def findings(statement: Statement, seen: Match, beside: Comparison) -> tuple[Fact, ...]:
    """Find the state of each detail of a statement in the sources.

    A name that the sources lack but the claim's title or context gives is left out: they need not repeat it.
    """
    near = set(seen.cover)
    names = {each.bit: each.name for each in rivals(beside.claim, beside.names, seen)}
    facts = []
    for bit, detail in enumerate(seen.details):
        other = names[bit] if bit in names else rival(seen, bit, detail, beside)
        places = _places(seen, bit, detail)
        if other is not None and (beside.page.english or not places):
            state, found = FactState.CONTRADICTED, other
        elif places:
            chosen = next((place for place in places if seen.sentence_at(place) in near), places[0])
            state, found = FactState.FOUND, seen.pages[chosen[0]].source.text[chosen[1] : chosen[2]]
        elif isinstance(detail.what, Quotation) and (passage := _reworded(detail.what, seen)):
            state, found = passage
        elif isinstance(detail.what, Date) and _dates_source(detail.what, beside):
            state, found = FactState.FOUND, f"published {beside.page.source.published}"
        elif detail.given or (detail.kind is FactKind.NAME and _subject(detail, seen, beside)):
            continue
        else:
            state, found = FactState.MISSING, None
        text = statement.text[detail.start : detail.end]
        facts.append(Fact(kind=detail.kind, text=text, start=detail.start, end=detail.end, state=state, found=found))
    return tuple(_needed(statement.text, facts))


def lacks_detail(statement: Statement, seen: Match) -> bool:
    """Whether the sources lack a number or a name of a statement, as their match shows before any comparison.

    `findings` then finds it missing or contradicted. Where another may be true instead, only it knows.
    """
    kinds = (FactKind.NUMBER,) if seen.short else (FactKind.NUMBER, FactKind.NAME)
    lacking = (
        not detail.given and detail.kind in kinds and not _places(seen, bit, detail)
        for bit, detail in enumerate(seen.details)
    )
    return any(lacking) and not _or().search(statement.text)


def _needed(text: str, facts: list[Fact]) -> Iterator[Fact]:
    """Yield the facts but those missing of which another may be true instead: "in 1990 or 1991"."""
    either = [pair for pair in pairwise(facts) if _or().fullmatch(text, pair[0].end, pair[1].start)]
    spared = {fact for pair in either if FactState.FOUND in (each.state for each in pair) for fact in pair}
    yield from (fact for fact in facts if fact.state is not FactState.MISSING or fact not in spared)


@cache
def _or() -> re.Pattern[str]:
    """Return the expression for what may be between two facts of which one is true."""
    grammar = language("en").grammar
    small = "|".join((*grammar.articles, *language("en").verbs.prepositions))
    return re.compile(rf"\W*\b(?:{'|'.join(grammar.alternatives)})\s(?:(?:{small})\s){{0,2}}\W*", re.IGNORECASE)


def _reworded(quotation: Quotation, seen: Match) -> tuple[FactState, str] | None:
    """Find the passage that a quotation repeats but for some words, and whether it says the same."""
    for page in seen.pages:
        passage = reworded(quotation, page)
        if passage:
            (start, end), same = passage
            return FactState.FOUND if same else FactState.CONTRADICTED, page.source.text[start:end]
    return None


def _dates_source(date: Date, beside: Comparison) -> bool:
    """Whether the sentence most like the claim gives no year and its source was published at the claim's date.

    A report need not repeat the year, or the month, in which it was written.
    """
    if not beside.sentence:
        return False
    page, (first, last) = beside.page, (beside.sentence[0].start, beside.sentence[-1].end)
    dated = any(other.year for other in page.dates_in(first, last))
    return bool(date.year and page.published and not dated and page.published.says(date))


def _subject(detail: Detail, seen: Match, beside: Comparison) -> bool:
    """Whether a name opens the claim and the source, a snippet, speaks of its subject by a pronoun alone."""
    opens = bool(beside.claim) and detail.start <= beside.claim[0].start
    begun = {page.forms[0] for page in seen.pages if page.forms}
    return opens and seen.short and bool(begun & language("en").grammar.anaphora)


def _places(seen: Match, bit: int, detail: Detail) -> list[Occurrence]:
    """Find where the sources have a detail, or what it follows from; a small number only near words of the claim."""
    number = detail.what
    if not isinstance(number, Number) or _rare(number):
        return seen.where[bit] or seen.derived[bit]
    places = [
        place
        for place in seen.where[bit]
        if not _written(number, seen.pages[place[0]], place[1]) or _company(seen, bit, seen.sentence_at(place))
    ]
    return places or seen.derived[bit]


def _rare(number: Number) -> bool:
    """Whether a number is hardly ever of two things on one page: a large one, one with decimals, a score."""
    return number.plain >= SMALL or number.plain % 1 > 0 or number.kind is NumberKind.SCORE


def _written(number: Number, page: Page, start: int) -> bool:
    """Whether a page has a number here, and not two dates that are so far apart, or a year of that century."""
    return any(other.start == start and other.says(number) for other in page.numbers_in(start, start + 1))


def _company(seen: Match, bit: int, sentence: int) -> bool:
    """Whether the sentence of a number, or one next to it, is about what the claim is about."""
    rest = (1 << len(seen.weights)) - 1 & ~seen.own[bit]
    here = union(seen.has.get(near, 0) for near in range(sentence - 1, sentence + 2))
    return seen.weigh(here & rest) >= BESIDE * seen.weigh(rest)
