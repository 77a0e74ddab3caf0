"""claims.support.evidence.choice: the sentences quoted tell together what the claim says."""

from claims.support import default_checker
from claims.support.evidence.choice import CONSIDERED, MOST, candidates, choose
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from claims.support.scoring.model import shipped
from tests.claims.support.build import source

CLAIM = Statement(text="The bridge over the Tane, opened in May 1931, is 412 metres long.", title="Tane Bridge")
OPENED = "The Tane got its bridge on a Monday, when Alma Reyes opened it."
LENGTH = "It is 412 metres long and carries two lanes."
FILLER = [
    "Anglers come here for the trout.",
    "A bakery sells bread.",
    "The county has a fair.",
    "Rain is frequent.",
] * 5


def quoted(statement: Statement, *paragraphs: str) -> list[str]:
    page = make_page(source(*paragraphs))
    chosen = choose(candidates(statement, match(statement, [page]), 0), shipped().choice)
    return [page.source.text[slice(*page.sentences[number])] for number in chosen]


def test_a_sentence_that_adds_the_rest_is_quoted_beside_the_best() -> None:
    assert set(quoted(CLAIM, *FILLER, OPENED, *FILLER, LENGTH, *FILLER)[:2]) == {OPENED, LENGTH}


def test_a_line_that_tells_the_day_and_little_else_dates_a_page_for_claims_that_tell_a_date() -> None:
    page = make_page(source("Saturday, 5 May 1931", *FILLER, OPENED, "It was on 5 May 1931 that " + OPENED))
    undated = Statement(text="The bridge over the Tane is 412 metres long.")
    assert candidates(CLAIM, match(CLAIM, [page]), 0).dates == {0}
    assert candidates(undated, match(undated, [page]), 0).dates == frozenset()


def test_at_most_five_sentences_are_quoted_however_many_fit() -> None:
    assert len(quoted(CLAIM, *[f"The Tane bridge number {number} is long." for number in range(40)])) == MOST


def test_no_more_candidates_are_weighed_than_are_bounded() -> None:
    page = make_page(source(*[f"The Tane bridge number {number} is long." for number in range(500)]))
    assert len(candidates(CLAIM, match(CLAIM, [page]), 0).numbers) == CONSIDERED


def test_a_page_that_has_nothing_of_the_claim_is_not_quoted() -> None:
    checker = default_checker()
    judged = checker.judge(Statement(text="Zebras gallop."), [checker.index(source(*FILLER))])
    assert judged.evidence == ((),)
