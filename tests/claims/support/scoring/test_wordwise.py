"""claims.support.scoring.wordwise: the word of a claim that its pages bear least."""

from claims.support.index.indexing import make_page
from claims.support.interface import Statement
from claims.support.retrieval.matching import match
from claims.support.retrieval.windows import reach
from claims.support.scoring.model import shipped
from claims.support.scoring.wordwise import rows, weakest
from tests.claims.support.build import source

MILL = make_page(source("The old mill burned down in 1904.", "Cows graze there.", "Nobody was hurt in the fire."))


def least(text: str) -> float:
    statement = Statement(text=text)
    seen = match(statement, [MILL])
    return weakest(statement, seen, reach(seen), shipped().by_word)


def test_one_word_that_the_page_lacks_weighs_down_a_claim_of_any_length() -> None:
    assert least("The old mill burned down in 1904 with nobody hurt.") > least(
        "The old bakery mill burned down in 1904 with nobody hurt."
    )


def test_a_detail_that_the_page_lacks_weighs_more_than_a_plain_word() -> None:
    assert least("The old mill burned down in 1911.") < least("The old mill burned down noisily.")


def test_a_claim_of_function_words_alone_may_as_well_be_supported_as_not() -> None:
    assert least("It was there.") == 0.5


def test_a_word_is_seen_with_its_neighbours_in_the_claim() -> None:
    statement = Statement(text="Old windmill burned")
    seen = match(statement, [MILL])
    old, windmill, burned = rows(statement, seen, reach(seen))
    assert (old["here_1"], windmill["here_1"], burned["here_1"]) == (1.0, 0.0, 1.0)
    assert (windmill["before"], windmill["behind"]) == (1.0, 1.0)
    assert (old["behind"], burned["before"]) == (0.0, 0.0)
