"""claims.support.evidence.choice: the sentences quoted tell together what the claim says."""

import pytest

from claims.support import default_checker
from claims.support.evidence.choice import candidates, choose
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from claims.support.scoring.model import shipped
from tests.claims.support.build import EVEN, line, source

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
    assert len(quoted(CLAIM, *[f"The Tane bridge number {number} is long." for number in range(40)])) == 5


def test_at_most_eighty_candidates_are_weighed() -> None:
    page = make_page(source(*[f"The Tane bridge number {number} is long." for number in range(500)]))
    assert len(candidates(CLAIM, match(CLAIM, [page]), 0).numbers) == 80


def test_a_page_that_has_nothing_of_the_claim_is_not_quoted() -> None:
    checker = default_checker()
    judged = checker.judge(Statement(text="Zebras gallop."), [checker.index(source(*FILLER))])
    assert judged.evidence == ((),)


@pytest.mark.parametrize(("even", "numbers"), [(9, [0, 1]), (11, [0])])
def test_a_sentence_is_weighed_from_three_hundredths_of_the_claim_on(even: int, numbers: list[int]) -> None:
    rare = "qanor qebit qidal qomer qusan qynol qarix"  # each has 3.5 times the weight of one of the others
    statement = Statement(text=f"{rare} {line(even)}.")
    page = make_page(source(f"{rare} {' '.join(EVEN[1:even])}.", "An airport opened."))

    assert candidates(statement, match(statement, [page]), 0).numbers == numbers


def test_a_word_that_is_quoted_already_is_worth_two_fifths_each_time() -> None:
    statement = Statement(text=f"{line(4)}.")
    page = make_page(source(*[f"{line(4)} {number}." for number in range(3)]))
    weighed = candidates(statement, match(statement, [page]), 0)

    assert weighed.after([0])[1]["again"] == pytest.approx(2 / 5)
    assert weighed.after([0, 1])[2]["again"] == pytest.approx(2 / 5 * 2 / 5)


def test_in_the_first_ranking_all_details_weigh_three_tenths_and_the_best_score_two_of_all_words() -> None:
    statement = Statement(text=f"{line(4)} twelve.")
    page = make_page(source(f"{line(4)} twelve.", "It has 12.", "It is an airport."))
    seen = match(statement, [page])
    whole, detail, _ = candidates(statement, seen, 0).plain
    has, scores = seen.has, seen.scores

    assert detail["before"] == pytest.approx(1)
    best = 1 + 0.3 + 0.2
    assert whole["behind"] == pytest.approx((seen.weigh(has[1]) + 0.3 + 0.2 * scores[1] / scores[0]) / best)
    assert detail["behind"] == pytest.approx((seen.weigh(has[2]) + 0.2 * scores[2] / scores[0]) / best)


@pytest.mark.parametrize(("words", "dates"), [(13, {1}), (14, set())])
def test_a_line_of_a_date_and_up_to_ten_more_words_dates_a_page(words: int, dates: set[int]) -> None:
    page = make_page(source(OPENED, f"5 May 1931 {line(words - 3)}"))
    assert candidates(CLAIM, match(CLAIM, [page]), 0).dates == dates
