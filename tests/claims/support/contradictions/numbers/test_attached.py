"""claims.support.contradictions.numbers.attached: numbers that stand by other words in a claim than in its sentence."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.numbers.attached import apart, lines_with, misplaced
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import line, source

DAM = "The dam at Tane is 96 metres high and 540 metres long."
CREWS = "The Reyes line had 14 trawlers in the strait, the Carter line 37 trawlers."


def moved(claim: str, *sentences: str, language: str = "en") -> list[tuple[str, str]]:
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*sentences, language=language))])
    return [(turn.claim, turn.source) for turn in misplaced(claim, list(words(claim)), seen)]


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("The dam at Tane is 540 metres high.", DAM, [("540 metres", "96 metres")]),
        ("The dam at Tane is 96 metres high.", DAM, []),
        ("The dam at Tane is 540 metres long and 96 metres high.", DAM, []),
        ("The Reyes line had 37 trawlers.", CREWS, [("37", "14")]),
        ("The Carter line had 37 trawlers.", CREWS, []),
        ("Zwei der vier Loks von Tane fahren noch.", "Für Tane fuhren vier Loks, von denen zwei übrig sind.", []),
    ],
)
def test_a_number_that_belongs_to_another_thing_is_told(claim: str, sentence: str, told: list[tuple[str, str]]) -> None:
    assert moved(claim, sentence) == told


def test_a_number_that_another_sentence_has_by_the_claim_s_words_is_not() -> None:
    assert moved("The dam at Tane is 540 metres high.", DAM, "With its tower the dam at Tane is 540 metres high.") == []


def test_the_number_of_a_name_belongs_to_the_name() -> None:
    assert moved("Berth 2 at Tane is 96 metres long.", "At Tane, Berth 1 is 80 metres long, Berth 2 96 metres.") == []


TOLD = [("540", "96")]


@pytest.mark.parametrize(("claimed", "told"), [(9, TOLD), (11, [])])
def test_a_sentence_with_half_of_the_claim_shows_to_what_its_number_belongs(
    claimed: int, told: list[tuple[str, str]]
) -> None:
    assert moved(f"540 {line(claimed)}.", f"96 {line(5)}; it said that it was a trail; 540 tails.") == told


@pytest.mark.parametrize(("between", "told"), [(5, []), (7, TOLD)])
def test_a_number_belongs_to_another_thing_where_its_word_is_twice_as_near_to_another(
    between: int, told: list[tuple[str, str]]
) -> None:
    # Of its worth a word three words away has a quarter left, one six words away a seventh and one eight away a ninth.
    assert moved("540 trails.", f"96 of the trails {line(between)} 540.") == told


@pytest.mark.parametrize(("between", "told"), [("long", TOLD), ("very long", [])])
def test_a_word_two_words_away_from_both_numbers_at_most_shows_nothing(
    between: str, told: list[tuple[str, str]]
) -> None:
    # Without the trail, which is beside 540, the box alone counts: it is beside 96.
    assert moved("Box 540 trail.", f"A box 96 {between} trail 540.") == told


def test_a_mark_counts_as_four_words() -> None:
    marked, plain = "540 boxes, trail", f"540 boxes {line(4)} trail"
    ends = [list(words(text)) for text in (marked, plain)]

    assert apart(marked, ends[0], [0], len(ends[0]) - 1) == apart(plain, ends[1], [0], len(ends[1]) - 1)


@pytest.mark.parametrize(("more", "told"), [("", TOLD), (", 27", [])])
def test_a_sentence_of_six_numbers_of_one_kind_is_a_list(more: str, told: list[tuple[str, str]]) -> None:
    assert moved("540 trails.", f"96 trails, then 22, 23, 24{more}, and then 540.") == told


def test_two_hundred_sentences_with_the_number_are_looked_at() -> None:
    seen = match(Statement(text="540 trails."), [make_page(source(*["540 trails."] * 201))])

    assert len(list(lines_with(0, seen))) == 200


def test_a_number_in_words_of_any_language_that_the_claim_has_too_is_no_other() -> None:
    claim = "Zwei der vier Loks von Tane existieren noch."
    assert moved(claim, "Für Tane wurden vier Loks beschafft, von denen noch zwei existieren.", language="de") == []
