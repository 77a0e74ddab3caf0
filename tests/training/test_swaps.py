"""Near misses made of right claims."""

import random

from training.swaps import near_misses

PAGE = "In 1871 Ada Brenner sold the lighthouse to Ilya Moss. In 1902 Tom Reed bought it for 900 pounds."


def made(claim: str, page: str = PAGE) -> list[str]:
    return list(near_misses(claim, page, random.Random(1)))


def test_a_name_and_a_number_are_replaced_by_others_of_the_page() -> None:
    name, number = made("The lighthouse was sold to Ilya Moss in 1871.")
    assert name in {f"The lighthouse was sold to {other} in 1871." for other in ("Ada Brenner", "Tom Reed")}
    assert number in {f"The lighthouse was sold to Ilya Moss in {other}." for other in ("1902", "900")}


def test_the_sides_of_a_claim_are_exchanged() -> None:
    *_, turned = made("It was Ada Brenner who sold it to Ilya Moss.", page="It was sold.")
    assert turned == "It was Ilya Moss who sold it to Ada Brenner."


def test_names_that_are_merely_listed_are_not_exchanged() -> None:
    assert made("It belonged to Ada Brenner and Ilya Moss.", page="It was sold.") == []


def test_a_claim_without_names_and_numbers_has_no_near_miss() -> None:
    assert made("the lighthouse is old.") == []
