"""Which words a marker stands for."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Claim, Document, Link

LIST = "\n\n1. ^ First. http://a.example/1\n2. ^ Second. http://a.example/2\n3. ^ Third.\n"


def document(text: str, references: str = LIST) -> Document:
    return link(read(text + references, "article.txt", "text"), "article.txt")


def direct(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in document(text).claims if claim.link is Link.DIRECT]


def only(text: str, references: str = LIST) -> Claim:
    (claim,) = document(text, references).claims
    return claim


def test_a_marker_behind_the_stop_belongs_to_the_sentence_before_it() -> None:
    assert direct("It was signed in 1986.[1] It lapsed in 1995.[2]") == [
        ("It was signed in 1986.", ("1",)),
        ("It lapsed in 1995.", ("2",)),
    ]


def test_so_does_one_behind_the_stop_and_a_space() -> None:
    assert direct("It was signed in 1986. [1] It lapsed in 1995. [2]")[1] == ("It lapsed in 1995.", ("2",))


def test_and_one_before_the_stop() -> None:
    assert direct("It was signed in 1986 [1]. It lapsed.[2]")[0] == ("It was signed in 1986.", ("1",))


def test_one_marker_within_a_sentence_stands_for_all_of_it() -> None:
    assert direct("The study,[1] which was large, found gains.") == [
        ("The study, which was large, found gains.", ("1",))
    ]


def test_markers_in_several_places_stand_for_the_clause_since_the_last_one() -> None:
    claims = document("It was signed in 1986,[1] renewed in 1990[2] and ended in 1995.[3]").claims
    assert [(claim.text, claim.citations) for claim in claims] == [
        ("It was signed in 1986,", ("1",)),
        ("renewed in 1990", ("2",)),
        ("and ended in 1995.", ("3",)),
    ]
    assert {claim.sentence for claim in claims} == {"It was signed in 1986, renewed in 1990 and ended in 1995."}


def test_neighbouring_markers_are_one_group() -> None:
    for markers in ("[1][2]", "[1], [2]", "[1] [2]", "[1,2]", "[1-2]", "[1]\u2009[2]", "[1];[2]"):
        assert direct(f"It was signed in 1986.{markers}") == [("It was signed in 1986.", ("1", "2"))]


def test_a_marker_ends_a_sentence_even_behind_an_abbreviation() -> None:
    assert direct("He lived in the U.S.[1] The move came late.[2]")[0] == ("He lived in the U.S.", ("1",))


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


def test_an_id_survives_edits_around_the_claim_and_renumbered_references() -> None:
    before = only("It was signed in 1986.[1]")
    after = document(
        "A wholly new beginning, and long. It was signed in 1986.[2]", "\n\n1. ^ New.\n2. ^ http://a.example/1\n"
    )
    assert before.id == after.claims[-1].id


def test_an_id_changes_with_the_words_and_with_the_source() -> None:
    ids = {
        only("It was signed in 1986.[1]").id,
        only("It was signed in 1987.[1]").id,
        only("It was signed in 1986.[2]").id,
    }
    assert len(ids) == 3


def test_the_same_claim_twice_has_two_ids_and_the_first_keeps_its_own() -> None:
    once = only("It was signed.[1]")
    twice = document("It was signed.[1]\n\nIt was signed.[1]").claims
    assert twice[0].id == once.id != twice[1].id
