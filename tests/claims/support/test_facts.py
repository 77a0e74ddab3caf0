"""claims.support.facts: the checkable details of a claim, and where a page has them."""

from claims.records import FactKind
from claims.support.facts import details, occurrences
from claims.support.interface import Statement
from claims.support.page import make_page
from tests.claims.support.build import source


def named(text: str, **around: str) -> list[str]:
    found = details(Statement(text=text, **around))
    return [text[detail.start : detail.end] for detail in found if detail.kind is FactKind.NAME]


def test_numbers_dates_and_names_are_told_apart() -> None:
    text = "On 5 May 1999 Kim Yong-nam met 25 envoys in Ulan Bator."
    assert [(detail.kind, text[detail.start : detail.end]) for detail in details(Statement(text=text))] == [
        (FactKind.DATE, "5 May 1999"),
        (FactKind.NAME, "Kim Yong-nam"),
        (FactKind.NUMBER, "25"),
        (FactKind.NAME, "Ulan Bator"),
    ]


def test_a_capital_that_opens_a_sentence_makes_no_name() -> None:
    assert named("Deployment began after deployment tests. The Hague agreed.") == ["Hague"]


def test_joining_words_belong_to_a_name() -> None:
    assert named("He joined the University of Southern California in May.") == ["University of Southern California"]


def test_what_title_or_context_names_is_given() -> None:
    (given,) = details(Statement(text="Then Eggert left.", title="Paul Eggert"))
    (new,) = details(Statement(text="Then Eggert left.", context="Then Eggert left."))
    assert given.given
    assert not new.given


def test_a_page_may_have_a_name_with_more_between_or_in_short() -> None:
    page = make_page(source("Paul R. Eggert wrote it. ICANN paid. Later, Smith helped."))

    def places(name: str) -> list[str]:
        (detail,) = details(Statement(text=f"It was {name}."))
        return [page.source.text[start:end] for start, end in occurrences(detail, page)]

    assert places("Paul Eggert") == ["Paul R. Eggert"]
    assert places("International Cooperation Against Noise Nuisance") == ["ICANN"]
    assert places("John Smith") == ["Smith"]
    assert places("Robert Elz") == []
