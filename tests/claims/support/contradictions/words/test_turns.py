"""contradictions.turns, alignment and comparison: what turns a claim against the sentence that it otherwise repeats."""

import pytest

from claims.language.stemming import stemmer
from claims.language.tokens import words
from claims.support.contradictions.alignment import align
from claims.support.contradictions.comparison import compare
from claims.support.contradictions.rules import find_turns
from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from tests.claims.support.build import line, source

SENTENCE = "The northern bridge was opened by Alma Reyes before the war, and most farmers earned more than in 1930."


def turned(claim: str, sentence: str = SENTENCE) -> list[tuple[str, str]]:
    statement = Statement(text=claim)
    found = compare(statement, match(statement, [make_page(source(sentence, "Anglers come here for the trout."))]))
    return [(turn.claim, turn.source) for turn in find_turns(found)]


@pytest.mark.parametrize(
    ("claim", "first"),
    [
        ("The northern bridge was not opened by Alma Reyes before the war.", ("not", "")),
        ("The southern bridge was opened by Alma Reyes before the war.", ("southern", "northern")),
        ("The northern bridge was opened by Alma Reyes after the war.", ("after", "before")),
        ("The northern bridge was opened before the war, and few farmers earned more than in 1930.", ("few", "most")),
        ("The northern bridge was opened before the war, and most farmers earned less than in 1930.", ("less", "more")),
    ],
)
def test_one_turned_word_is_told(claim: str, first: tuple[str, str]) -> None:
    assert turned(claim)[0] == first


@pytest.mark.parametrize(
    "claim",
    [
        SENTENCE,
        "Alma Reyes opened the northern bridge before the war.",
        "Before the war the northern bridge was opened by Alma Reyes.",
        "Most farmers earned more than they had in 1930.",
    ],
)
def test_the_same_in_another_order_is_no_turn(claim: str) -> None:
    assert turned(claim) == []


def test_a_negation_that_the_source_dropped_is_told() -> None:
    assert turned("The harbour was closed in March.", "The harbour was never closed in March.") == [("", "never")]


def test_two_names_the_other_way_round_are_told() -> None:
    sentence = "In the final Otto Lindqvist beat Alma Reyes."
    assert turned("In the final Alma Reyes beat Otto Lindqvist.", sentence)
    assert not turned("In the final Alma Reyes was beaten by Otto Lindqvist.", sentence)


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("The drug can reduce the risk of stroke.", "The drug may reduce the risk of stroke.", []),
        ("The drug passed the trial in 2004.", "The drug passed the trial in May 2004.", []),
        ("The 41 passengers were killed.", "The 41 passengers were rescued by the Navy.", [("killed", "rescued")]),
    ],
)
def test_an_opposite_verb_turns_the_claim(claim: str, sentence: str, told: list[tuple[str, str]]) -> None:
    assert turned(claim, sentence) == told


FOUNDED = "The mill was founded by Alma Reyes in 1921 and sold to Carter Brothers in 1956."


@pytest.mark.parametrize(
    ("claim", "sentence", "count"),
    [
        ("The mill was founded by Alma Reyes in 1956 and sold to Carter Brothers in 1921.", FOUNDED, 1),
        ("In 1956 the mill was sold to Carter Brothers, having been founded in 1921 by Alma Reyes.", FOUNDED, 0),
        ("Lagos won the final 1-3 against Porto.", "Lagos won the final 3-1 against Porto.", 1),
        ("Porto lost the final 1-3 against Lagos.", "Lagos won the final 3-1 against Porto.", 0),
    ],
)
def test_years_paired_with_each_others_words_turn_the_claim(claim: str, sentence: str, count: int) -> None:
    assert len([turn for turn in turned(claim, sentence) if any(map(str.isdigit, turn[0]))]) == count


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("A 43-year-old man fell ill from feather bedding.", "A man of 43 fell ill from the new feather bedding."),
        ("Tays was held without bond in the county jail.", "Tays was held with no bond in the county jail."),
        ("Brand's company had bought Mill Records in the year.", "A company owned by Brand bought out Mill Records."),
        (
            "The prince was asked about his friendship with Eduard Stein.",
            "The prince was asked about his friendship with the alleged trafficker Eduard Stein.",
        ),
        ("Carlin faced ten years in prison.", "Carlin could face ten years in prison."),
        (
            "Crews work at night so as not to disturb the owls of the mill.",
            "Crews work at night so that the owls of the mill live undisturbed.",
        ),
        ("The fair draws both farmers and smiths.", "The fair draws many farmers and smiths."),
    ],
)
def test_what_only_looks_like_an_opposite_is_none(claim: str, sentence: str) -> None:
    assert turned(claim, sentence) == []


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("Canada kept them since 1984, and Greece until 2001.", [("since", "until")]),
        ("Canada kept them until 1984, and Greece until 2001.", []),
    ],
)
def test_one_word_in_the_very_place_of_its_opposite_turns_though_the_claim_has_both(
    claim: str, told: list[tuple[str, str]]
) -> None:
    assert turned(claim, "Canada kept them until 1984, and Greece until 2001.") == told


def test_a_claim_of_two_opposites_is_not_turned_by_the_sentence_on_one_of_them() -> None:
    assert (
        turned(
            "Norden closed its embassy in Lund in 1999 and opened it in 2004.",
            "Norden opened its embassy in Lund in 2004.",
        )
        == []
    )


def test_english_words_turn_nothing_in_another_language() -> None:
    # Portuguese "no" is "in the".
    page = make_page(source("O farol foi erguido em 1871, junto ao porto de Lund, por Karl Brandt.", language="pt"))
    statement = Statement(text="O farol foi erguido em 1871 no porto de Lund por Karl Brandt.")
    assert find_turns(compare(statement, match(statement, [page]))) == ()


def test_a_comparative_in_the_place_of_its_opposite_turns_a_sentence_that_has_both() -> None:
    sentence = "A lower dam holds the same water in a wide valley as a higher dam in a narrow one."
    claim = sentence.replace("lower", "higher")
    assert turned(claim, sentence)[0] == ("higher", "lower")
    assert turned("The ferry has a lesser draught.", "The ferry has a greater draught.") == [("lesser", "greater")]


def test_words_of_degree_that_say_the_same_are_laid_along_each_other() -> None:
    line = list(words("Almost forty barges sank."))
    assert not align(line, list(words("Nearly forty barges sank.")), stemmer("en")).replaced


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The mill makes flour and oil.", "The mill makes not only flour but also oil."),
        ("The mill may have had a wheel.", "The mill may or may not have had a wheel."),
        ("Many of the mills make flour.", "All of the mills make flour."),
        ("The mill often makes flour.", "The mill always makes flour."),
        ("The cellar lies six metres below the road.", "The cellar lies six metres under the road."),
        ("A young miller died in the mill.", "A 23-year-old miller died in the mill."),
        ("The mill was not the first in the town.", "The mill was the second in the town."),
        ("The mill is unlike the old one.", "The mill is not like the old one."),
        ("The mill was bought in 1930 by Alma Reyes.", "The mill was sold to Alma Reyes in 1930."),
        ("The mill ran until 1930.", "The mill ran before 1930."),
        ("The mill will close no sooner than May.", "The mill will close in May at the earliest."),
        ("The mill of Tane was not closed in May.", "Neither the mill of Tane nor the ferry was closed in May."),
        ("The mill of Tane has not made oil.", "The mill of Tane has yet to make oil."),
        ("The mill will stay closed until April.", "The mill will not reopen before April."),
        ("Some 10 of the mills make flour.", "Half of the mills make flour."),
        ("The mill lies west of the ferry.", "The ferry lies east of the mill."),
    ],
)
def test_what_says_the_same_with_another_word_is_no_turn(claim: str, sentence: str) -> None:
    assert turned(claim, sentence) == []


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("All of the mills make flour.", "Many of the mills make flour.", ("all", "many")),
        ("Some of the mills make flour.", "Not all of the mills make flour.", ("some", "all")),
        ("The mill was sold in 1930 by Alma Reyes.", "The mill was bought in 1930 by Alma Reyes.", ("sold", "bought")),
        ("The mill was not closed in May.", "The mill was closed in May.", ("not", "")),
        ("The mill is no larger than the ferry.", "The mill is larger than the ferry.", ("no", "")),
        ("The mill ran before the war.", "The mill ran during the war.", ("before", "during")),
        ("The mill lies west of the ferry.", "The mill lies east of the ferry.", ("west", "east")),
    ],
)
def test_what_only_looks_the_same_is_told(claim: str, sentence: str, told: tuple[str, str]) -> None:
    assert turned(claim, sentence)[0] == told


@pytest.mark.parametrize(("more", "told"), [(5, [("not", "")]), (6, [])])
def test_what_is_between_two_agreed_words_is_compared_up_to_six_words(more: int, told: list[tuple[str, str]]) -> None:
    assert (
        turned(
            f"The harbour of Tane in the north of Lunde was not {line(more)} closed in March.",
            "The harbour of Tane in the north of Lunde was closed in March.",
        )
        == told
    )
