"""Rows of data whose cells hold blocks, and pairs of a term and a datum: one line of text each."""

import pytest

from claims.records import BlockKind
from crawler.extraction.html import read_html

LONG = "The bridge was paid for by the valley over eleven years. " * 6


def read(page: str) -> list[tuple[str, BlockKind]]:
    source = read_html(page.encode(), "")
    return [(source.text[passage.start : passage.end], passage.kind) for passage in source.passages]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><p>Length</p></td><td><p>61 m</p></td></tr></table>",
        "<table><tr><th><div>Length</div></th><td>61 m</td></tr></table>",
        "<dl><dt>Length</dt><dd>61 m</dd></dl>",
        "<dl><dt>Length</dt> <dd><p>61 m</p></dd></dl>",
    ],
)
def test_a_name_and_its_value_are_one_row(page: str) -> None:
    assert read(f"<p>The ship:</p>{page}<p>It is old.</p>") == [
        ("The ship:", BlockKind.PARAGRAPH),
        ("Length | 61 m", BlockKind.TABLE),
        ("It is old.", BlockKind.PARAGRAPH),
    ]


def test_pairs_follow_each_other_and_a_second_datum_stands_alone() -> None:
    assert read("<dl><dt>Length</dt><dd>61 m</dd><dt>Crew</dt><dd>9</dd><dd>8 in winter</dd></dl>") == [
        ("Length | 61 m", BlockKind.TABLE),
        ("Crew | 9", BlockKind.TABLE),
        ("8 in winter", BlockKind.PARAGRAPH),
    ]


@pytest.mark.parametrize(
    "page",
    [
        f"<table><tr><td><p>Menu</p></td><td><p>{LONG}</p><p>It is old.</p></td></tr></table>",
        f"<dl><dt>Menu</dt><dd>{LONG}</dd><dd>It is old.</dd></dl>",
    ],
)
def test_what_is_too_long_for_a_datum_is_a_paragraph(page: str) -> None:
    assert [text for text, _ in read(page)] == ["Menu", LONG.strip(), "It is old."]


def test_a_table_in_a_cell_keeps_its_own_rows() -> None:
    inner = "<table><tr><td><p>Length</p></td><td>61 m</td></tr></table>"
    assert ("Length | 61 m", BlockKind.TABLE) in read(f"<table><tr><td><p>Ship</p></td><td>{inner}</td></tr></table>")
