"""claims.support.facts.quotations: what a claim quotes, and whether a page has the words."""

import pytest

from claims.language.tokens import words
from claims.records import FactKind, FactState, Verdict
from claims.support import default_checker
from claims.support.facts.quotations import quoted, reworded, verbatim
from claims.support.index.indexing import make_page
from claims.support.interface import Judgement, Statement
from tests.claims.support.build import EVEN, line, source

PAGE = make_page(
    source(
        "The harbour master, Ida Holm, told the council: “The ferries will sail in winter if the ice allows it, and I "
        "won’t stop them.” She had asked for a second boat. A market is held in spring.",
        "The bakery sells rye bread. The museum opens late. The mill has four floors.",
    )
)


def quotations(claim: str, language: str = "en") -> list[str]:
    return [claim[found.start : found.end] for found in quoted(claim, list(words(claim)), language)]


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("She said “the boats are too old”.", ["the boats are too old"]),
        ('She called it "too old to sail", and "a risk to us all".', ["too old to sail", "a risk to us all"]),
        ("She said ‘the boats aren’t too old’.", ["the boats aren’t too old"]),
        ("Er rief: „Die Boote fahren auch im nächsten Winter.“", ["Die Boote fahren auch im nächsten Winter."]),
        ("She read “The Old Man and the Sea”.", []),
        ("She said “boats get old”.", []),
        ('"The whole claim is in the quotation marks of a table"', []),
    ],
)  # fmt: skip
def test_many_words_in_marks_are_a_quotation_and_a_title_is_none(claim: str, found: list[str]) -> None:
    assert quotations(claim) == found


def test_where_titles_have_no_capitals_a_quotation_is_longer() -> None:
    assert quotations("Escribió «cien años de soledad».", "es") == []
    assert quotations("Dijo que «los barcos son demasiado viejos ya hoy».", "es") == [
        "los barcos son demasiado viejos ya hoy"
    ]
    assert quotations("Dijo que «los barcos son demasiado viejos hoy».", "es") == []


@pytest.mark.parametrize(
    "said",
    [
        "the ferries will sail in winter",
        "The ferries will sail in winter … and I won't stop them.",
        "[t]he ferries will sail in winter [and] I won’t stop them",
    ],
)
def test_case_marks_ellipses_and_brackets_may_differ(said: str) -> None:
    claim = f"Holm said “{said}”."
    (found,) = quoted(claim, list(words(claim)))
    assert list(verbatim(found, PAGE))


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("the ferries would sail in winter if the ice allowed it", True),
        ("the ferries will sail in summer if the ice allows it", False),
        ("the ferries will never sail in winter if the ice allows it", False),
    ],
)
def test_other_content_words_and_negations_say_something_else(said: str, same: bool) -> None:
    claim = f"Holm said “{said}”."
    (found,) = quoted(claim, list(words(claim)))
    passage = reworded(found, PAGE)
    assert passage is not None
    assert passage[1] is same


def judged(claim: str) -> Judgement:
    checker = default_checker()
    return checker.judge(Statement(text=claim), [checker.index(PAGE.source)])


def test_words_that_nobody_said_are_an_alarm() -> None:
    found = judged("Ida Holm told the council that “the boats are too old to be of any use”.")
    assert (found.verdict, found.reason_code) == (Verdict.NOT_SUPPORTED, "quote_not_found")


def test_a_quotation_with_another_word_is_contradicted_by_the_passage() -> None:
    found = judged("Ida Holm told the council: “The ferries will sail in summer if the ice allows it.”")
    assert (found.verdict, found.reason_code) == (Verdict.CONTRADICTED, "contradicted_quotation")
    (fact,) = [fact for fact in found.facts if fact.kind is FactKind.QUOTATION]
    assert fact.state is FactState.CONTRADICTED
    assert fact.found == "The ferries will sail in winter if the ice allows it"


@pytest.mark.parametrize(("there", "found"), [(6, True), (5, False)])
def test_a_passage_is_quoted_from_three_quarters_of_the_words_on(there: int, found: bool) -> None:
    claim = f"Holm said “{line(8)}”."
    (said,) = quoted(claim, list(words(claim)))
    page = make_page(source(f"{line(there)} {' '.join(EVEN[-8 + there :])}."))

    assert bool(reworded(said, page)) is found


@pytest.mark.parametrize(("between", "found"), [(40, True), (41, False)])
def test_an_ellipsis_leaves_out_up_to_forty_words(between: int, found: bool) -> None:
    claim = "Holm said “the airport … has a tower”."
    (said,) = quoted(claim, list(words(claim)))
    page = make_page(source(f"The airport {'so ' * between}has a tower."))

    assert bool(list(verbatim(said, page))) is found


@pytest.mark.parametrize(("others", "found"), [(39, True), (40, False)])
def test_a_quotation_is_compared_with_forty_passages(others: int, found: bool) -> None:
    claim = "Holm said “box of the chair”."
    (said,) = quoted(claim, list(words(claim)))
    page = make_page(source(*[f"Chair box {line(3)} tower trail."] * others, "A box of the chair."))

    assert bool(reworded(said, page)) is found
