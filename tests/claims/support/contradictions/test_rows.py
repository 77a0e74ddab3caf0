"""Values of a table told of the thing of another row: they support nothing."""

import pytest

from claims.records import BlockKind, Passage, Source, Verdict
from claims.support import default_checker
from claims.support.checker import matched
from claims.support.contradictions.rows import other_rows
from claims.support.interface import Judgement, Statement

ROWS = (
    "Harbour | Length | Keeper",
    "Westhaven | 1,240 m | Ada Brenner",
    "Northquay | 880 m | Per Olsen",
    "Northquay East | 412 m | Ida Holt",
)
ABOVE = "The walls of the harbours of the county are inspected each year by engineers. The table shows their length."
CHECKER = default_checker()


def page(*paragraphs: str) -> Source:
    passages, start = [], 0
    for paragraph in paragraphs:
        kind = BlockKind.TABLE if " | " in paragraph else BlockKind.PARAGRAPH
        passages.append(Passage(start=start, end=start + len(paragraph), kind=kind))
        start += len(paragraph) + 2
    return Source(url="http://a.example/", text="\n\n".join(paragraphs), passages=tuple(passages), language="en")


def found(claim: str, above: str = ABOVE, rows: tuple[str, ...] = ROWS) -> list[tuple[str, str]]:
    _, seen = matched(Statement(text=claim), [CHECKER.index(page(above, *rows))])
    return [(turn.claim, turn.source) for turn in other_rows(claim, seen)]


def judge(claim: str) -> Judgement:
    return CHECKER.judge(Statement(text=claim), [CHECKER.index(page(ABOVE, *ROWS))])


def test_a_value_of_another_row_is_found_with_that_row() -> None:
    assert found("The wall of Northquay is 1,240 m long.") == [("Northquay … 1,240 m", ROWS[1])]
    assert found("The keeper of Westhaven is Per Olsen.") == [("Westhaven … Per Olsen", ROWS[2])]
    assert judge("The keeper of Westhaven is Per Olsen.").verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    "claim",
    [
        "The wall of Northquay is 880 m long.",
        "The wall of Northquay East is 412 m long.",
        "The wall of Westhaven is 1,240 m long, and that of Northquay is shorter.",
        "The keeper of the wall that is 412 m long is Ida Holt.",
        "Westhaven and Northquay are harbours.",
    ],
)
def test_values_of_the_rows_that_a_claim_names_are_its_own(claim: str) -> None:
    assert found(claim) == []


def test_what_the_text_says_of_the_thing_counts() -> None:
    assert found("The wall of Northquay is 1,240 m long.", "Since May the wall of Northquay is 1,240 m long.") == []
    assert found("The wall of Northquay is 1,240 m long.", "The road to the mill is 1,240 m long.") != []


def test_a_first_cell_of_many_words_names_nothing() -> None:
    claim, value = "The wall of the very old harbour of Northquay is 1,240 m long.", "Westhaven | 1,240 m"
    for cell, turns in (("Wall of the very old harbour of Northquay", 0), ("Wall of the old harbour of Northquay", 1)):
        assert len(found(claim, rows=("Place | Length", f"{cell} | 880 m", value))) == turns


def test_the_first_row_names_the_columns() -> None:
    assert found("The Length of Northquay is 880 m.") == []
