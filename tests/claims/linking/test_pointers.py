"""Words that only point to a source are no part of a claim."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Link
from tests.claims.linking.linked import direct


@pytest.mark.parametrize(
    "text",
    [
        "The mill is old and tall. See [1].",
        "The mill is old and tall. For more details, see [1].",
        "The mill is old and tall. The plans can be found here: [1].",
    ],
)
def test_the_source_of_a_sentence_that_only_points_is_of_the_one_before(text: str) -> None:
    assert direct(text) == [("The mill is old and tall.", ("1",))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill is old and tall, see [1] for an example.", "The mill is old and tall"),
        ("The mill is old and tall (see [1]).", "The mill is old and tall"),
        ("Many mills are old and tall, e.g., [1].", "Many mills are old and tall"),
        ("Die Mühle ist sehr alt, vgl. [1].", "Die Mühle ist sehr alt"),
        ("The mill leaks a lot of water, as shown in [1].", "The mill leaks a lot of water"),
        ("The mill has a new wheel (as was proposed by Ito in [1]).", "The mill has a new wheel"),
    ],
)
def test_words_that_point_are_cut_off_a_sentence(text: str, words: str) -> None:
    assert direct(text) == [(words, ("1",))]


def test_several_sources_that_a_sentence_points_to_are_all_of_it() -> None:
    assert direct("Some old mills leak water (cf. [1] and [2]).") == [("Some old mills leak water", ("1", "2"))]


@pytest.mark.parametrize(
    "text",
    [
        "From the tower of the mill you see[1].",
        "She was sworn in as the keeper of the mill and he moved in.[1]",
        "The mill (see [1]) is old and leaks water.",
        "See how the old mill of Ulm turned in the wind of that long year.[1]",
    ],
)
def test_words_that_state_something_stay(text: str) -> None:
    assert direct(text) == [(text.replace("[1]", "").replace("see )", "see)"), ("1",))]


def test_a_pointer_alone_is_no_claim() -> None:
    assert direct("See [1].") == []


@pytest.mark.parametrize(
    "text",
    [
        "The mill is tall. If you like it, [look at its plans here](http://a.example/1).",
        "The mill is tall. Click [here](http://a.example/1) for its plans.",
        "Die Mühle ist hoch. Den Rest der Geschichte gibt es [hier](http://a.example/1).",
        "Le moulin est haut. Vous trouverez ses plans [ici](http://a.example/1).",
        "水车很高。完整的图纸请看[这里](http://a.example/1)。",
        "The mill is tall. [Read more](http://a.example/1).",
        "The mill is tall. Read more: [Mills of Ulm](http://a.example/1)",
        "The mill is tall. Learn more at [Mills of Ulm](http://a.example/1).",
        "El molino es alto. Más información sobre [el molino](http://a.example/1).",
        "Møllen er høj og meget gammel, og den er smuk. Se dens tegninger [her](http://a.example/1).",
        "La mappa del porto è molto antica e di un altro tempo. Le tavole sono [qui](http://a.example/1).",
        "Contact: Ada Brenner, [a.example](http://a.example/1)",
        "Das Parkhotel liegt in Ulm. Kontakt: [Parkhotel Ulm](http://a.example/1)",
        "Parkhotel, Tower Street 24, Ulm, tel. 0731 70920, [a.example](http://a.example/1)",
        "Photo: Ada Brenner / [Harbour Press](http://a.example/1)",
        "The mill is tall.\n\nBest regards,\nAda Brenner, the [Harbour Press](http://a.example/1)",
        "Die Mühle ist hoch.\n\nMit freundlichen Grüßen\nAda Brenner, [Hafenblatt](http://a.example/1)",
        "© [Harbour Press](http://a.example/1) 2007–2013.",
    ],
)
def test_a_sentence_that_only_leads_elsewhere_is_no_claim_and_gives_no_other_a_source(text: str) -> None:
    found = link(read(text, "a.md"), "a.md")
    assert not [claim for claim in found.claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    "text",
    [
        "More voters [stayed at home](http://a.example/1) this time.",
        "Best wishes came [from the king](http://a.example/1) in 1871.",
        "Здесь стоял завод, [построенный Петром](http://a.example/1).",
        "Er hat das Bild der Mühle nicht gemalt, sagt [das Museum](http://a.example/1).",
        "Le comte et la reine sont partis pour le moulin de la ville [hier](http://a.example/1).",
        "The mill of the harbour burnt down in 1871, and its last owner [died here](http://a.example/1).",
    ],
)
def test_a_sentence_that_says_what_its_link_is_of_is_a_claim(text: str) -> None:
    (claim,) = link(read(text, "a.md"), "a.md").claims
    assert claim.link is Link.DIRECT
