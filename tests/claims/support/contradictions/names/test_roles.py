"""contradictions.names: roles and rivals: names in each other's places, and other names in their place."""

import pytest

from claims.support.contradictions.comparison import compare
from claims.support.contradictions.names.places import names_of
from claims.support.contradictions.names.rivals import rivals
from claims.support.contradictions.names.roles import swapped
from claims.support.contradictions.rules import find_turns
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import source

PAGE = (
    "The old mill on the Tane was built in 1921 by Alma Reyes.",
    "In 1956 Helen Johnston sold the mill to Carter Brothers for 40,000 dollars.",
    "Otto Lindqvist, a local historian, wrote its history.",
    "Karl Hale was struck by lightning in 1934 and died.",
    "Families who were wealthy were kept under control by the Tane government, as in the Reyes kingdom.",
)


def turned(claim: str, sentence: str, language: str = "en") -> list[str]:
    """What `swapped` finds in a claim, in the claim's words."""
    statement, page = Statement(text=claim), make_page(source(sentence, language=language))
    beside = compare(statement, match(statement, [page]))
    others = names_of(beside.sentence, page)
    return [turn.claim for turn in swapped(beside.claim, beside.sentence, beside.names, others, page)]


def compared(claim: str, *sentences: str) -> tuple[int, list[str]]:
    """How many turns a claim has, and the names that stand in the place of its own."""
    statement = Statement(text=claim)
    seen = match(statement, [make_page(source(*(sentences or PAGE)))])
    beside = compare(statement, seen)
    return len(find_turns(beside)), [rival.name for rival in rivals(beside.claim, beside.names, seen)]


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("Carter Brothers sold the mill to Helen Johnston in 1956.", 1),
        ("The mill was sold to Helen Johnston by Carter Brothers in 1956.", 1),
        ("Helen Johnston sold the mill to Carter Brothers in 1956.", 0),
        ("The mill was sold to Carter Brothers by Helen Johnston in 1956.", 0),
        ("In 1956 Carter Brothers bought the mill from Helen Johnston.", 0),
    ],
)
def test_who_acted_on_whom_is_told_in_either_voice(claim: str, count: int) -> None:
    assert compared(claim) == (count, [])


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("Carter Brothers is reportedly investigating Tane Bank over the mill.", 0),
        ("Carter Brothers reportedly investigating Tane Bank over the mill.", 0),
        ("Tane Bank is reportedly being investigated by Carter Brothers over the mill.", 0),
        ("Tane Bank is reportedly investigating Carter Brothers over the mill.", 1),
    ],
)
def test_who_is_acting_on_whom_is_told_in_either_voice(claim: str, count: int) -> None:
    assert compared(claim, "Tane Bank is reportedly being investigated by the Carter Brothers.")[0] == count


def test_names_that_changed_places_without_a_verb_between_them_are_told() -> None:
    sentence = "The Imperial Princes who were enfeoffed were kept under heavy control by the Ming government."
    claim = "The Ming who were enfeoffed were kept under heavy control by the Imperial Princes government."
    assert compared(claim, sentence)[0] == 1
    assert compared(sentence, sentence)[0] == 0


@pytest.mark.parametrize(
    ("claim", "others"),
    [
        ("The mill was built in 1921 by Otto Lindqvist.", ["Alma Reyes"]),
        ("Otto Lindqvist built the mill in 1921.", ["Alma Reyes"]),
        ("In 1956 Otto Lindqvist sold the mill to Carter Brothers.", ["Helen Johnston"]),
        ("Alma Reyes built the mill in 1921.", []),
        ("A. Reyes built the mill in 1921.", []),
        ("The mill of Tane County was built in 1921 by Alma Reyes.", []),
        ("Otto Lindqvist was struck by lightning in 1934.", ["Karl Hale"]),
        ("Helen Johnston sold the mill to Otto Lindqvist.", ["Carter Brothers"]),
    ],
)
def test_another_s_deed_is_told(claim: str, others: list[str]) -> None:
    assert compared(claim)[1] == others


def test_a_pronoun_may_stand_for_the_name() -> None:
    page = ("Otto Lindqvist came in 1919.", "He built the mill on the Tane in 1921 with Alma Reyes.")
    assert compared("Otto Lindqvist built the mill on the Tane in 1921.", *page)[1] == []


def test_two_deeds_of_one_sentence_are_each_of_who_stands_behind_it() -> None:
    sentence = "The survey, led by Alma Reyes of Lagos University, was paid for by the maker, Carter Brothers."
    assert compared("The survey was led by Alma Reyes and paid for by Carter Brothers.", sentence)[0] == 0


@pytest.mark.parametrize(
    ("claim", "count"),
    [("Alma Reyes studied under Otto Lindqvist at Lagos.", 1), ("In Lagos Karl Hale studied under Alma Reyes.", 0)],
)
def test_who_did_it_in_the_claim_and_had_it_done_in_the_source_is_told(claim: str, count: int) -> None:
    page = (
        "Karl Hale and Otto Lindqvist met at Lagos.",
        "He studied under Alma Reyes at Lagos, and Otto Lindqvist too.",
    )
    assert compared(claim, *page)[0] == count


def test_what_somebody_said_may_stand_before_or_behind_the_name() -> None:
    sentence = "“The mill of Tane will close,” said Alma Reyes of Lagos."
    assert compared("Alma Reyes said that the mill of Tane will close.", sentence)[0] == 0


def test_a_name_may_be_a_lone_s() -> None:
    sentence = "In 1956 the Tane S sold the mill to Carter Brothers."
    assert compared("In 1956 Otto Hale sold the mill to Carter Brothers.", sentence, "Otto Hale fished.")[1] == [
        "Tane S"
    ]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Red Weir is an album by Tane Four.", "Tane Four announce the album Red Weir for May."),
        (
            "Helen Johnston starred in the film Red Weir.",
            "The film Red Weir, starring Helen Johnston, is shown in May.",
        ),
    ],
)
def test_a_noun_between_two_names_gives_them_no_roles(claim: str, sentence: str) -> None:
    assert compared(claim, sentence) == (0, [])


def test_a_claim_that_joins_two_sentences_takes_the_name_of_either() -> None:
    first = "Red Weir is the third album of Tane Four; its songs were written during the Otto Period of the band."
    second = "Red Weir takes place in the month between the end of the Long Winter and the feast of lights."
    claim = "Red Weir is the third album of Tane Four that takes place in the month after the end of the Long Winter."
    assert compared(claim, first, second)[1] == []


@pytest.mark.parametrize(
    ("claim", "sentence", "count"),
    [
        ("Guards searched Tane's largest mill, Red Weir.", "Guards searched Red Weir, the largest mill of Tane.", 0),
        ("Otto Hale's teacher Alma Reyes fished.", "Alma Reyes's teacher Otto Hale fished.", 1),
    ],
)
def test_what_somebody_owns_may_be_named_before_or_behind_the_owner(claim: str, sentence: str, count: int) -> None:
    assert compared(claim, sentence)[0] == count


@pytest.mark.parametrize(
    ("between", "told"), [("to", ["Alma Reyes walked"]), ("over to", ["Alma Reyes walked"]), ("from under to", [])]
)
def test_who_something_is_done_to_is_at_most_two_words_behind_the_verb(between: str, told: list[str]) -> None:
    assert turned("Alma Reyes walked to Otto Hale.", f"Karl walked {between} Alma Reyes, and Otto Hale too.") == told


@pytest.mark.parametrize(("article", "told"), [("", ["Otto Hale … Alma Reyes"]), ("the ", [])])
def test_a_name_s_role_is_shown_by_the_three_words_on_either_side(article: str, told: list[str]) -> None:
    claim, sentence = (
        f"The {one} that is {article}Otto Hale and also the {other} that is {article}Alma Reyes."
        for one, other in (("box", "crop"), ("crop", "box"))
    )
    assert turned(claim, sentence) == told


@pytest.mark.parametrize(("between", "found"), [("und", []), ("gegen", ["Tane gegen Lunde"])])
def test_equals_are_in_any_order_in_every_language(between: str, found: list[str]) -> None:
    claim, sentence = (
        f"Am Montag spielten {one} {between} {other}." for one, other in (["Tane", "Lunde"], ["Lunde", "Tane"])
    )
    assert turned(claim, sentence, "de") == found


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("Tane chair Olsen warned of Berg.", "Olsen, who chairs Tane, warned of Berg.", []),
        ("In 1972 Olsen signed with Tane.", "Olsen was signed by Tane in 1972.", []),
        ("The sculptor Olsen created it with Berg.", "It was created by Berg’s sculptor Olsen.", []),
        ("The board is chaired by Ida Olsen, while Berg leads.", "Ida Olsen, chair of Olsen, chairs the board.", []),
        ("In May Tane beats Lunde.", "In May Lunde beats Tane.", ["Tane beats Lunde", "Tane … Lunde"]),
    ],
)
def test_what_names_are_to_each_other_is_no_exchange(claim: str, sentence: str, found: list[str]) -> None:
    assert turned(claim, sentence) == found
