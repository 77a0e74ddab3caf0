"""claims.support.retrieval.match and windows: sentences, and neighbours together, that have most of a claim."""

from dataclasses import replace

import pytest

from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.match import Match, union
from claims.support.retrieval.matching import match
from claims.support.retrieval.windows import reach
from tests.claims.support.build import EVEN, line, source

CLAIM = "Alma Reyes opened the bridge over the Tane."
FIRST = ("Anglers come for trout.", "Alma Reyes taught school.", "The weather is mild.", "She opened a bridge.")
SECOND = ("Eels are rare.", "The Tane floods in spring.")


@pytest.fixture
def seen() -> Match:
    return match(Statement(text=CLAIM), [make_page(source(" ".join(each))) for each in (FIRST, SECOND)])


def words(seen: Match, bits: int) -> set[str]:
    return {term for place, term in enumerate(seen.terms) if bits >> place & 1}


def test_a_union_has_what_any_of_its_sets_has() -> None:
    assert union([0b001, 0b100, 0b101]) == 0b101
    assert union([]) == 0


@pytest.mark.parametrize(
    ("size", "first", "had"),
    [
        (1, 1, {"alma", "reyes"}),
        (2, 1, {"alma", "reyes"}),
        (3, 1, {"alma", "reyes", "opened", "bridge"}),
        (5, 1, {"alma", "reyes", "opened", "bridge", "tane"}),
    ],
)
def test_the_best_neighbours_have_most_of_the_claim(seen: Match, size: int, first: int, had: set[str]) -> None:
    start, bits = seen.best_window(size)
    assert (start, words(seen, bits)) == (first, had)


def test_of_equal_neighbours_the_first_counts() -> None:
    page = make_page(source("Trout is dear. Alma Reyes came. Alma Reyes left."))
    assert match(Statement(text=CLAIM), [page]).best_window(1)[0] == 1


def test_a_sentence_that_has_little_of_a_long_claim_is_better_than_none() -> None:
    claim = "Alma Reyes of the northern valley quietly opened a new iron railway bridge over the cold river near Lunde."
    seen = match(Statement(text=claim), [make_page(source("Trout is dear. It is a new day."))])
    start, bits = seen.best_window(1)
    assert (start, words(seen, bits)) == (1, {"new"})
    assert seen.weigh(bits) < 0.1


def test_where_no_sentence_has_a_word_there_is_no_best() -> None:
    page = make_page(source("Trout is dear."))
    assert match(Statement(text=CLAIM), [page]).best_window(3) == (0, 0)


def test_sentences_are_taken_together_in_several_sizes_as_a_cover_and_as_a_page(seen: Match) -> None:
    found = reach(seen)
    every = {"alma", "reyes", "opened", "bridge", "tane"}
    assert {size: len(words(seen, bits)) for size, (_, bits) in found.best.items()} == {1: 2, 2: 2, 3: 4, 5: 5, 10: 5}
    assert words(seen, found.cover) == words(seen, found.page) == every


@pytest.mark.parametrize(("number", "page", "form"), [(0, 0, "anglers"), (3, 0, "she"), (4, 1, "eels"), (5, 1, "the")])
def test_a_sentence_is_found_on_its_page_by_its_number(seen: Match, number: int, page: int, form: str) -> None:
    found, tokens = seen.sentence_of(number)
    assert found is seen.pages[page]
    assert tokens[0].form == form


def test_there_is_no_sentence_behind_the_last(seen: Match) -> None:
    with pytest.raises(IndexError):
        seen.sentence_of(6)


def test_the_words_of_sentences_are_given_and_numbers_of_none_passed_over(seen: Match) -> None:
    assert [forms[0] for forms in seen.forms_of([-1, 4, 6, 3])] == ["eels", "she"]


def test_at_most_five_sentences_cover_a_claim_together() -> None:
    page = make_page(source(*(f"The {word}." for word in EVEN[:6])))

    assert match(Statement(text=f"{line(6)}."), [page]).cover == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("share", "cover"), [(0.11, [0, 1]), (0.09, [1, 0])])
def test_a_new_detail_counts_like_a_tenth_of_the_words(seen: Match, share: float, cover: list[int]) -> None:
    match = replace(seen, weights=[share, 1 - share], has={0: 0b01, 1: 0}, facts={1: 0b1}, scores={})
    assert match.cover == cover


@pytest.mark.parametrize(("share", "cover"), [(0.11, [0, 1]), (0.09, [1, 0])])
def test_ten_points_of_relevance_count_like_a_tenth_of_the_words(seen: Match, share: float, cover: list[int]) -> None:
    match = replace(seen, weights=[share, 1 - share], has={0: 0b01, 1: 0}, facts={}, scores={1: 10.0})
    assert match.cover == cover


@pytest.mark.parametrize(("share", "cover"), [(0.055, [0, 1]), (0.045, [0])])
def test_a_further_sentence_gains_a_twentieth_of_the_words(seen: Match, share: float, cover: list[int]) -> None:
    match = replace(seen, weights=[share, 1 - share], has={0: 0b10, 1: 0b01}, facts={}, scores={})
    assert match.cover == cover
