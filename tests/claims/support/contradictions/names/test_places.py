"""contradictions.names.places: the names of a sentence, and the verbs whose agents they are."""

import pytest

from claims.support.contradictions.names.places import names_of
from claims.support.index.indexing import make_page
from tests.claims.support.build import line, source


@pytest.mark.parametrize(("between", "deed"), [(9, "sell"), (10, None)])
def test_the_verb_of_a_passive_begins_at_most_twelve_words_before_its_agent(between: int, deed: str | None) -> None:
    page = make_page(source(f"The mill was sold {line(between)} by Otto Lindqvist."))
    (name,) = names_of(page.words_of(0), page)

    assert (name.deed and name.deed.verb) == deed
