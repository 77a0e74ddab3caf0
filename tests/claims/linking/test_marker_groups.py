"""Which sentence a marker belongs to, and which markers form a group."""

from tests.claims.linking.linked import direct


def test_a_marker_behind_the_stop_belongs_to_the_sentence_before_it() -> None:
    assert direct("It was signed in 1986.[1] It lapsed in 1995.[2]") == [
        ("It was signed in 1986.", ("1",)),
        ("It lapsed in 1995.", ("2",)),
    ]


def test_a_marker_behind_the_stop_and_a_space_belongs_to_the_sentence_before_it() -> None:
    assert direct("It was signed in 1986. [1] It lapsed in 1995. [2]")[1] == ("It lapsed in 1995.", ("2",))


def test_a_marker_before_the_stop_belongs_to_its_sentence() -> None:
    assert direct("It was signed in 1986 [1]. It lapsed.[2]")[0] == ("It was signed in 1986.", ("1",))


def test_adjacent_markers_are_one_group() -> None:
    for markers in ("[1][2]", "[1], [2]", "[1] [2]", "[1,2]", "[1-2]", "[1]\u2009[2]", "[1];[2]"):
        assert direct(f"It was signed in 1986.{markers}") == [("It was signed in 1986.", ("1", "2"))]


def test_a_marker_ends_a_sentence_even_behind_an_abbreviation() -> None:
    assert direct("He lived in the U.S.[1] The move came late.[2]")[0] == ("He lived in the U.S.", ("1",))


def test_markers_before_the_names_of_their_sources_cite_nothing() -> None:
    legend = "[1][2] The Courier of the harbour; [3] the log of the old mill; [2] Coastal Board, list of lights."
    assert direct(legend) == []
