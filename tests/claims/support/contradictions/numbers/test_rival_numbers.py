"""contradictions.numbers.rival_numbers: how alike claim and sentence must be for another number to contradict."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.contradictions.numbers.rival_numbers import displaced, rival
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import EVEN, line, source

PIERS = ("Its pier is of stone.",) * 4
"""With two sentences more a page long enough for silence to say something."""

TOLD = [("45", "46")]


def other(claim: str, sentence: str) -> str | None:
    """The number of the sentence in the place of the claim's only one."""
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(sentence))])
    (detail,) = seen.details
    return rival(seen, 0, detail, compare(statement, seen))


def contradictions(claim: str, sentence: str) -> list[str | None]:
    """What the sentence has in the place of each number of the claim."""
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(sentence))])
    beside = compare(statement, seen)
    return [rival(seen, bit, detail, beside) for bit, detail in enumerate(seen.details)]


@pytest.mark.parametrize(("claimed", "found"), [(6, "46"), (7, None)])
def test_a_sentence_with_three_fifths_of_the_rest_has_the_claim_s_number(claimed: int, found: str | None) -> None:
    rest = line(claimed).split()
    assert other(f"{' '.join(rest[4:] + rest[:2])} 45 {' '.join(rest[2:4])}.", "Airport architect 46 boy box.") == found


@pytest.mark.parametrize(("words", "found"), [(4, "46"), (2, None)])
def test_a_sentence_with_four_fifths_of_the_rest_needs_not_the_verb_before_the_number(
    words: int, found: str | None
) -> None:
    assert other(f"{line(words)} warned 45 tower.", f"{line(words)} had 46 tower.") == found


@pytest.mark.parametrize(("between", "found"), [(2, "46"), (3, None)])
def test_the_next_shared_word_is_at_most_three_words_from_the_number(between: int, found: str | None) -> None:
    assert other(f"{line(7)} {' '.join(EVEN[-between:])} 45.", f"{line(7)} 46.") == found


@pytest.mark.parametrize(("more", "found"), [("12 and 13", "46"), ("12, 13 and 14", None)])
def test_of_four_numbers_of_one_kind_in_a_sentence_none_is_the_claim_s(more: str, found: str | None) -> None:
    assert other("The airport architect 45 boy box.", f"The airport architect 46 boy box, and {more} eggs.") == found


@pytest.mark.parametrize(
    ("claim", "before", "behind"),
    [
        ("The mill had 12,000 guests who were children in 2019.", "", "About a quarter of them were children."),
        ("The mill had 60,000 guests in all.", "", "The year after, 12,000 came."),
        ("The mill had 36,000 guests more.", "Only 12,000 had come in 1990.", ""),
    ],
)
def test_a_number_that_may_follow_from_a_neighbour_contradicts_none(claim: str, before: str, behind: str) -> None:
    def told(*around: str) -> bool:
        text = " ".join((around[0], "The mill had 48,000 guests in 2019.", around[1], "It is made of oak."))
        return "48,000" in contradictions(claim, text.strip())

    assert not told(before, behind)
    assert told("It opened in May.", "It is open all year.")


def test_a_number_that_the_claim_names_too_is_no_rival_whatever_unit_it_leaves_out() -> None:
    found = contradictions(
        "The mill of Tane grew by 6 per cent instead of 13.", "The mill of Tane grew by 13 per cent."
    )
    assert not any(found)


def told(claim: str, *sentences: str) -> list[tuple[str, str]]:
    statement = Statement(text=claim)
    beside = compare(statement, match(statement, [make_page(source(*sentences))]))
    return [(turn.claim, turn.source) for turn in displaced(beside)]


def counted(number: str, words: int) -> str:
    """A sentence with this number and so many words of the same rarity, the first of them before it."""
    return f"{EVEN[0].title()} {number} {' '.join(EVEN[1:words])}."


@pytest.mark.parametrize(("words", "found"), [(9, TOLD), (8, [])])
def test_a_sentence_with_half_of_the_rest_shows_that_the_number_is_of_something_else(
    words: int, found: list[tuple[str, str]]
) -> None:
    assert told(counted("45", 17), counted("46", words), "There were 45.", *PIERS) == found


@pytest.mark.parametrize(("words", "found"), [(6, TOLD), (7, [])])
def test_the_number_belongs_to_a_sentence_that_has_almost_as_much_of_the_rest(
    words: int, found: list[tuple[str, str]]
) -> None:
    own = f"{EVEN[0].title()} 45 {' '.join(EVEN[2 : words + 1])}."
    assert told(counted("45", 17), counted("46", 10), own, *PIERS) == found


@pytest.mark.parametrize(("behind", "found"), [(2, []), (1, TOLD)])
def test_the_number_belongs_to_a_sentence_with_the_two_words_behind_it(
    behind: int, found: list[tuple[str, str]]
) -> None:
    own = f"There were 45 {' '.join(EVEN[1 : behind + 1])}."
    assert told(counted("45", 17), counted("46", 12), own, *PIERS) == found


@pytest.mark.parametrize(("piers", "found"), [(4, TOLD), (3, [])])
def test_a_short_page_may_leave_unsaid_what_the_number_is_of(piers: int, found: list[tuple[str, str]]) -> None:
    assert told(counted("45", 10), counted("46", 8), "There were 45.", *PIERS[:piers]) == found


@pytest.mark.parametrize(("more", "found"), [("12 and 13", TOLD), ("12, 13 and 14", [])])
def test_a_list_of_four_does_not_show_that_the_number_is_of_something_else(
    more: str, found: list[tuple[str, str]]
) -> None:
    listed = f"{counted('46', 8)[:-1]}, and {more} eggs."
    assert told(counted("45", 10), listed, "There were 45.", *PIERS) == found


@pytest.mark.parametrize(
    ("claimed", "other", "found"),
    [
        ("in 1961", "in 1972", [("1961", "1972")]),
        ("150,000 dollars", "100,000", [("150,000 dollars", "100,000")]),
        ("150,000 dollars", "99,999", []),
        ("45", "one", []),
        ("45", "46%", []),
        ("1-1", "0-0", []),
    ],
)
def test_the_other_is_of_its_kind_a_sum_perhaps_without_its_currency(
    claimed: str, other: str, found: list[tuple[str, str]]
) -> None:
    assert told(counted(claimed, 10), counted(other, 8), f"There were {claimed} there.", *PIERS) == found


def test_a_number_that_the_page_lacks_is_of_nothing_else() -> None:
    assert told(counted("45", 10), counted("46", 8), "There were goats.", *PIERS) == []


def test_of_a_claim_with_another_number_that_the_page_lacks_no_number_is_of_something_else() -> None:
    claim = counted("45", 17).replace(".", ", 720 of them.")
    assert told(claim, counted("46", 12), "There were 45.", *PIERS) == []
