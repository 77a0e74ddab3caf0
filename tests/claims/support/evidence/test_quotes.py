"""claims.support.evidence.quotes: the sentences quoted for a claim."""

from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source

CHECKER = default_checker()
CLAIM = Statement(text="The bridge over the Tane, opened in May 1931, is 412 metres long.")
HEADLINE = "A bridge over the Tane"


def quoted(*paragraphs: str) -> list[str]:
    (quotes,) = CHECKER.judge(CLAIM, [CHECKER.index(source(*paragraphs))]).evidence
    return [quote.quote for quote in quotes]


def test_a_sentence_that_has_nothing_of_the_claim_is_not_quoted() -> None:
    assert quoted("Rain is frequent.", "The bridge over the Tane is 412 metres long.", "A bakery sells bread.") == [
        "The bridge over the Tane is 412 metres long."
    ]


def test_a_headline_that_stands_twice_is_quoted_once() -> None:
    assert quoted(HEADLINE, "It was opened in May 1931.", HEADLINE).count(HEADLINE) == 1


def test_something_is_quoted_where_next_to_nothing_was_found() -> None:
    assert len(quoted("A bakery by a bridge sells bread.", *(f"Rain fell on day {day}." for day in range(30)))) == 1


def test_up_to_160_characters_are_shown_on_either_side_of_a_quote() -> None:
    beside = f"So {'so ' * 90}it is."
    (quotes,) = CHECKER.judge(CLAIM, [CHECKER.index(source(f"{beside} {CLAIM.text} {beside}"))]).evidence
    (quote,) = (each for each in quotes if each.quote == CLAIM.text)

    assert 155 < len(quote.before) <= 160
    assert 155 < len(quote.after) <= 160
