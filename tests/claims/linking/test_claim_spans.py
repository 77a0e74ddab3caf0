"""Which words a marker covers, and which sentences without a marker are claims."""

import re

import pytest

from claims.records import Link
from tests.claims.linking.linked import direct, document


def test_one_marker_within_a_sentence_covers_all_of_it() -> None:
    assert direct("The study,[1] which was large, found gains.") == [
        ("The study, which was large, found gains.", ("1",))
    ]


def test_markers_in_several_places_cover_the_clause_since_the_last_one() -> None:
    claims = document(
        "It was signed in 1986,[1] renewed again in early 1990[2] and ended again in early 1995.[3]"
    ).claims
    assert [(claim.text, claim.citations) for claim in claims] == [
        ("It was signed in 1986,", ("1",)),
        ("renewed again in early 1990", ("2",)),
        ("and ended again in early 1995.", ("3",)),
    ]
    assert {claim.sentence for claim in claims} == {
        "It was signed in 1986, renewed again in early 1990 and ended again in early 1995."
    }


@pytest.mark.parametrize(
    "text",
    [
        "The wall [1] and the lamp [2] were built in 1871.",  # the first part is no clause
        "The wall was built in 1871 by Ada [1] Brenner of the harbour office [2].",  # no clause ends there
        "It won prizes in 1990,[1] 1994[2] and 1998.",  # members of a list
        "The wall is kept up by the town, the council,[1] the harbour[2] and the church.",
        "Of late, masons such as Ada Brenner[1] and Ito[2] have proposed to raise the wall.",
        "Zu den Nachbarn der Stadt gehören Ulm,[1] Neu-Ulm[2] und Blaustein.",
        "The old wall (built in 1871,[1] raised by two metres[2]) still stands.",  # within a parenthesis
    ],
)
def test_parts_that_are_no_clauses_are_one_claim_with_all_citations(text: str) -> None:
    whole = re.sub(r" ?\[\d\]", "", text)
    assert direct(text) == [(whole, ("1", "2"))]


def test_a_clause_behind_the_last_marker_is_nobodys() -> None:
    text = "Der Turm wurde 1871 gebaut,[1] er ist 31 Meter hoch[2] und niemand kennt den Namen des Erbauers."
    assert direct(text) == [("Der Turm wurde 1871 gebaut,", ("1",)), ("er ist 31 Meter hoch", ("2",))]


def test_a_sentence_too_short_to_state_anything_joins_the_one_before_it() -> None:
    assert direct("Who built the tall wall? Brenner.[1] It leaks.[2]") == [
        ("Who built the tall wall? Brenner.", ("1",)),
        ("It leaks.", ("2",)),
    ]


def test_an_uncited_sentence_trails_to_the_next_marker_of_its_paragraph_only() -> None:
    claims = document("It began in the long war. It was signed in 1986.[1]\n\nNobody knows what came of it.").claims
    assert [(claim.link, claim.citations) for claim in claims] == [
        (Link.TRAILING, ("1",)),
        (Link.DIRECT, ("1",)),
        (Link.NONE, ()),
    ]


def test_context_is_the_sentence_with_up_to_two_before_it() -> None:
    claim = document("One came first here. Two came second here. Three came third here. Four was last.[1]").claims[-1]
    assert claim.context == "Two came second here. Three came third here. Four was last."


def test_the_section_is_the_heading_above() -> None:
    claims = document("== History ==\n\nIt was signed.[1]\n\n== Trade ==\n\nIt grew.[2]").claims
    assert [claim.section for claim in claims] == [None, "Trade"]  # the first heading is the title


def test_headings_labels_and_names_are_no_claims() -> None:
    text = "# Title\n\n# History\n\nExternal links\n\nWikimedia Foundation. 2010.\n\nLook at other dictionaries:\n"
    assert document(text, "").claims == ()


def test_a_clause_of_too_few_words_is_part_of_the_next_one() -> None:
    assert direct("It was [1] moved in 1950 [2].") == [("It was moved in 1950.", ("1", "2"))]


def test_words_too_few_for_a_statement_are_no_claim() -> None:
    assert direct("- Brenner [1]\n- Ada Brenner [2]\n- 31 [1]\n- It leaks. [1]\n") == [("It leaks.", ("1",))]


def test_no_claim_begins_with_punctuation() -> None:
    assert direct(". It was moved in 1950.[1]") == [("It was moved in 1950.", ("1",))]


def test_a_parenthesis_behind_a_marker_belongs_to_the_words_before_it() -> None:
    text = "The newest members are the northern towns[1] (before them, since 2009, two villages of the coast[2])."
    assert direct(text) == [
        ("The newest members are the northern towns (before them, since 2009, two villages of the coast).", ("1", "2"))
    ]


def test_a_bracket_between_subject_and_verb_ends_no_clause() -> None:
    text = "The old mill (first built by Ada Brenner in 1871)[1] is a museum of the harbour today.[2]"
    whole = "The old mill (first built by Ada Brenner in 1871) is a museum of the harbour today."
    assert direct(text) == [(whole, ("1", "2"))]


def test_the_list_below_belongs_to_a_cited_line_with_a_colon() -> None:
    claims = document(
        "The council of the harbour has three tasks:[1]\n\n- it advises\n- it decides\n\nIt is old.[2]"
    ).claims
    assert [(claim.text, claim.citations) for claim in claims] == [
        ("The council of the harbour has three tasks:\n\nit advises\n\nit decides", ("1",)),
        ("It is old.", ("2",)),
    ]


def test_an_item_with_a_marker_of_its_own_is_no_part_of_the_line_above() -> None:
    text = "The council of the harbour has tasks:[1]\n\n- it advises the mayor on boats[2]\n- it sets the fees[3]"
    line = "The council of the harbour has tasks:"
    assert [(claim.lead, claim.text, claim.citations) for claim in document(text).claims] == [
        ("", line, ("1",)),
        (line, "it advises the mayor on boats", ("2",)),
        (line, "it sets the fees", ("3",)),
    ]


def test_a_short_line_above_a_list_says_what_its_items_are_of() -> None:
    text = "Limits of the harbour:\n\n- no room for large ships[1]\n- closed\n"
    assert direct(text) == [("Limits of the harbour: no room for large ships", ("1",))]


def test_a_bracket_before_a_capital_ends_a_clause() -> None:
    text = "The mill of the harbour burnt down (in a storm)[1] Ada Brenner built a new one there[2]"
    assert [citations for _, citations in direct(text)] == [("1",), ("2",)]


@pytest.mark.parametrize(
    "text",
    [
        "As the old log of the harbour has it,[1] Ada Brenner kept the light for thirty years.[2]",
        "Nach dem Bericht der Stadt und des Hafens von Ulm,[1] hielt die Frau das Licht nicht mit ihrem Sohn.[2]",
    ],
)
def test_a_phrase_that_introduces_a_sentence_is_no_claim_of_its_own(text: str) -> None:
    assert direct(text) == [(re.sub(r"\[\d\]", "", text), ("1", "2"))]


def test_a_sentence_that_begins_with_such_a_word_has_clauses() -> None:
    text = "In 1871 the mill of the harbour burnt down,[1] and the town built a new one there.[2]"
    assert [citations for _, citations in direct(text)] == [("1",), ("2",)]


@pytest.mark.parametrize(
    "text",
    [
        "The number of new ships, which the port counts each year,[1] was about ninety in 1871 and a hundred later.[2]",
        "Ravel, the oldest and largest of the platforms of the port,[1] banned all the ships of its many rivals.[2]",
        "Die Mühle, die dem Rat der Stadt und dem Hafen gehört,[1] wurde von den Bürgern nicht im Jahr verkauft.[2]",
        "La plus grande tour, que les marins voient de loin,[1] a été vendue par le port et est dans la ville.[2]",
    ],
)
def test_a_subject_is_not_cut_off_its_verb(text: str) -> None:
    assert [citations for _, citations in direct(text)] == [("1", "2")]


def test_a_clause_with_its_verb_ends_before_the_next_verb() -> None:
    text = "She had built the old mill, the dam and the tower,[1] sold them to the council and moved to Ulm.[2]"
    assert [citations for _, citations in direct(text)] == [("1",), ("2",)]
