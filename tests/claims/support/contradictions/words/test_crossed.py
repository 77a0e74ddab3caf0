"""contradictions.crossed: two words of a claim in each other's places."""

import pytest

from claims.language.tokens import words
from claims.support.contradictions.alignment import align
from claims.support.contradictions.words.crossed import crossed
from claims.support.index.indexing import make_page
from tests.claims.support.build import EVEN, line, source


def told(claim: str, sentence: str) -> list[str]:
    """The words that `crossed` names."""
    stem = make_page(source(sentence)).stem
    ours, theirs = list(words(claim)), list(words(sentence))
    return [turn.claim for turn in crossed(ours, theirs, align(ours, theirs, stem), stem)]


@pytest.mark.parametrize(
    ("claim", "sentence", "exchanged"),
    [
        ("The wings are dark with three yellow tips.", "The wings are yellow with three dark tips.", "dark … yellow"),
        (
            "Its prayers are read first by the reader and then repeated by the congregation.",
            "Its prayers are read first by the congregation and then repeated by the reader.",
            "reader … congregation",
        ),
        (
            "Olsen founded the choir of Tane and later joined the orchestra of Lunde.",
            "Olsen joined the choir of Tane and later founded the orchestra of Lunde.",
            "founded … joined",
        ),
    ],
)
def test_two_words_in_each_others_places_are_found(claim: str, sentence: str, exchanged: str) -> None:
    assert told(claim, sentence) == [exchanged]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The player was drafted by the NBA or the NCAA.", "The player was drafted by the NCAA or the NBA."),
        ("They met once in Tane and once in Lunde.", "They met once in Lunde and once in Tane."),
        ("It met at the Tane centre and the Tane arena.", "It met at the Tane arena and the Tane centre."),
        ("The film was directed by Olsen and cut by Olsen.", "The film was cut by Olsen and directed by Olsen."),
        ("It has four parks: Wall, Owens, Hart and Lunde.", "It has four parks: Hart, Lunde, Owens and Wall."),
        ("The frog is being held by the girl.", "The girl is holding the frog."),
        ("In 1880 the crop was grown in Tane.", "In Tane the crop was grown in 1880."),
        ("Tane lies west of Lunde.", "Lunde lies east of Tane."),
        (
            "Tane was settled by the Danes, Lunde by the Swedes, in the same year.",
            "Lunde was settled by the Swedes, Tane by the Danes, in the same year.",
        ),
        ("In May the ferry left the harbour.", "The ferry left the harbour in May."),
        (
            "The wings are dark with three yellow tips.",
            "The wings, which nobody who has not seen them would call yellow, end in three long dark tips.",
        ),
    ],
)
def test_lists_the_passive_and_moved_phrases_exchange_nothing(claim: str, sentence: str) -> None:
    assert told(claim, sentence) == []


@pytest.mark.parametrize(("more", "exchanged"), [(4, ["new … red"]), (5, [])])
def test_two_words_of_a_gap_of_up_to_five_words_are_found(more: int, exchanged: list[str]) -> None:
    here, there = (" ".join(each) for each in (EVEN[:more], EVEN[-more:]))
    assert told(f"A new {here} with three red doors.", f"A red {there} with three new doors.") == exchanged


@pytest.mark.parametrize(("between", "exchanged"), [("once", []), ("once more", ["tane … lunde"])])
def test_equals_of_a_list_are_at_most_four_words_apart(between: str, exchanged: list[str]) -> None:
    claim, sentence = (
        f"They met in {one} and {between} in {other}." for one, other in (("Tane", "Lunde"), ("Lunde", "Tane"))
    )
    assert told(claim, sentence) == exchanged


@pytest.mark.parametrize(("names", "exchanged"), [(3, ["airport … panel"]), (4, [])])
def test_a_name_of_three_words_may_be_exchanged_and_a_longer_phrase_has_moved(names: int, exchanged: list[str]) -> None:
    one, other = line(names), " ".join(EVEN[10 : 10 + names])
    assert (
        told(f"{one} met near the old bridge with {other}.", f"{other} met near the old bridge with {one}.")
        == exchanged
    )
