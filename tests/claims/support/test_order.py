"""claims.support.order: what stands on either side of a word that has a direction."""

import pytest

from claims.language.stemming import stemmer
from claims.language.tokens import words
from claims.support.order import crossed, mirrored

STEM = stemmer("en")


def turned(claim: str, sentence: str) -> list[str]:
    return [turn.claim for turn in crossed(list(words(claim)), list(words(sentence)), STEM)]


@pytest.mark.parametrize(
    ("claim", "sentence", "told"),
    [
        ("Critics preferred the opera to the concerto.", "Critics preferred the concerto to the opera.", []),
        ("The office moved from Lagos to Accra.", "It moved its office from Accra to Lagos.", ["lagos to accra"]),
        ("Trawlers earn more than ferries.", "Ferries earn more than trawlers.", ["trawlers than ferries"]),
        ("Owls hunted rats.", "Rats hunted owls.", ["owls hunted rats"]),
        ("Owls hunted rats.", "Rats were hunted by owls.", []),
        ("Owls hunted rats.", "The rats that owls hunted died out.", []),
        ("Owls hunted rats.", "Owls hunted rats and rats hunted owls.", []),
        ("Trawlers are slower than ferries.", "Ferries are faster than trawlers.", []),
    ],
)
def test_two_things_that_changed_sides_are_told(claim: str, sentence: str, told: list[str]) -> None:
    assert turned(claim, sentence) == told


def test_a_comparison_from_the_other_side_is_known_by_its_sides() -> None:
    claim = list(words("The hens are larger than the cocks."))
    assert mirrored(claim, list(words("The cocks, which are smaller than the hens, call at dawn.")), STEM)
    assert not mirrored(claim, list(words("The hens are smaller than the cocks.")), STEM)
