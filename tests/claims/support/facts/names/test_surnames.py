"""claims.support.facts.names.surnames: how often a last name is looked at."""

import pytest

from claims.support.facts.detail import Name
from claims.support.facts.names.surnames import surname_alone
from claims.support.index.indexing import make_page
from tests.claims.support.build import source


@pytest.mark.parametrize(("others", "there"), [(199, True), (200, False)])
def test_two_hundred_places_of_a_last_name_show_whose_it_is(others: int, there: bool) -> None:
    page = make_page(source(*["Mary Smith."] * others, "J. Smith."))

    assert bool(list(surname_alone(Name(start=0, end=10, parts=("john", "smith")), page))) is there
