"""Tables in every markup: a cell's claim is its value with the heads of its row and its column."""

import pytest

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link

MARKDOWN = "| Keeper | From | To |\n|---|---|---|\n| Ada Brenner[^1] | 1871 | 1890 |\n| Per Olsen | 1891[^2] | 1902 |\n"
NOTES = "\n[^1]: https://a.example/\n[^2]: https://b.example/\n[^3]: https://c.example/\n"
WIKITEXT = (
    "{| class=wikitable\n! Keeper !! From !! To\n|-\n| Ada Brenner<ref>[https://a.example/ A]</ref> || 1871 || 1890\n"
    "|-\n| Per Olsen || 1891<ref>[https://b.example/ B]</ref> || 1902\n|}\n"
)
MARK = '<sup class="reference"><a href="#cite_note-{0}">[{0}]</a></sup>'
ROWS = (
    "<table><tr><th>Keeper</th><th>From</th><th>To</th></tr>"
    "<tr><td>Ada Brenner{0}</td><td>1871</td><td>1890</td></tr>"
    "<tr><td>Per Olsen</td><td>1891{1}</td><td>1902</td></tr></table>"
)
WIKI = (
    '<html><body><div class="mw-parser-output">'
    + ROWS.format(MARK.format(1), MARK.format(2))
    + '<ol class="references"><li id="cite_note-1">https://a.example/</li><li id="cite_note-2">https://b.example/</li>'
    "</ol></div></body></html>"
)
PAGE = (
    "<!DOCTYPE html><html><body>"
    + ROWS.format('<a href="#n1">1</a>', '<a href="#n2">2</a>')
    + '<p class="footnote" id="n1">https://a.example/</p><p class="footnote" id="n2">https://b.example/</p></body></html>'
)


CAPTION = "Dues of the mill (in marks)"
SERIES = (
    f'{{|\n|+ class="dues" | {CAPTION}\n'
    "! 1871 !! 1872\n|-\n| 40<ref>[https://a.example/ A]</ref> || 50<ref>[https://b.example/ B]</ref>\n|}\n"
)
SERIES_PAGE = (
    f"<html><body><table><caption>{CAPTION}</caption><tr><th>1871</th><th>1872</th></tr>"
    '<tr><td>40<a href="#n1">1</a></td><td>50<a href="#n2">2</a></td></tr></table>'
    '<p class="footnote" id="n1">https://a.example/</p><p class="footnote" id="n2">https://b.example/</p></body></html>'
)


def document(text: str, name: str = "a.md") -> Document:
    return link(read(text, name), name)


def direct(text: str, name: str = "a.md") -> list[str]:
    return [claim.text for claim in document(text, name).claims if claim.link is Link.DIRECT]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.md", MARKDOWN + NOTES), ("a.wiki", WIKITEXT), ("wiki.html", WIKI), ("a.html", PAGE)],
)
def test_a_note_on_a_name_is_of_its_row_and_one_on_a_value_of_that_value(name: str, text: str) -> None:
    assert direct(text, name) == ["Keeper: Ada Brenner; From: 1871; To: 1890", "Per Olsen, From: 1891"]


def test_a_column_of_sources_is_of_the_whole_row() -> None:
    head = "| Year | Prize | Ref. |\n|---|---|---|\n"
    rows = f"{head}| 1990 | Best Lamp | [^1] |\n| 1991 | Best Wall | [Herald](https://h.example/) |\n"
    assert direct(rows + NOTES) == ["Year: 1990; Prize: Best Lamp", "Year: 1991; Prize: Best Wall"]


@pytest.mark.parametrize(
    ("head", "number", "label"),
    [("Nr.", "12.", ""), ("#", "12", ""), ("", "12", ""), ("Season", "4", "Season 4, "), ("Číslo", "8", "Číslo 8, ")],
)
def test_a_number_that_counts_the_rows_names_none_of_them(head: str, number: str, label: str) -> None:
    rows = f"| {head} | Town | People |\n|---|---|---|\n| {number} | Westhaven | 5,000[^1] |\n"
    assert direct(rows + NOTES) == [f"{label}Westhaven, People: 5,000"]


def test_a_note_on_the_head_of_a_column_is_of_all_its_values() -> None:
    rows = "| Town | People[^1] |\n|---|---|\n| Westhaven | 5,000 |\n| Easthaven | 3,000[^2] |\n"
    claims = document(rows + NOTES).claims
    assert [(claim.text, claim.citations) for claim in claims] == [
        ("Westhaven, People: 5,000", ("1",)),
        ("Easthaven, People: 3,000", ("2", "1")),
    ]


def test_a_cell_without_heads_has_the_name_of_its_row() -> None:
    cells = f"<tr><td>Height</td><td>31 m{MARK.format(1)}</td></tr>"
    assert direct(WIKI.replace(ROWS.format(MARK.format(1), MARK.format(2)), f"<table>{cells}</table>"), "w.html") == [
        "Height: 31 m"
    ]


def test_heads_over_all_columns_name_the_rows_below_and_their_notes_are_of_these() -> None:
    rows = (
        '<table class="infobox"><tr><th colspan="2">Westhaven</th></tr>'
        f'<tr><th colspan="2">Population (2010){MARK.format(1)}</th></tr>'
        "<tr><th>Total</th><td>5,000</td></tr><tr><th>Density</th><td>31 a hectare</td></tr></table>"
    )
    claims = document(WIKI.replace(ROWS.format(MARK.format(1), MARK.format(2)), rows), "w.html").claims
    assert [(claim.text, claim.citations, claim.section) for claim in claims] == [
        ("Population (2010), Total: 5,000", ("1",), "infobox"),
        ("Population (2010), Density: 31 a hectare", ("1",), "infobox"),
    ]


def test_several_values_in_a_cell_are_claims_of_their_own() -> None:
    cells = f"<tr><th>Keepers</th><td>Ada Brenner{MARK.format(1)}<br>Per Olsen{MARK.format(2)}<br>Unknown</td></tr>"
    page = WIKI.replace(ROWS.format(MARK.format(1), MARK.format(2)), f"<table>{cells}</table>")
    assert direct(page, "w.html") == ["Keepers: Ada Brenner", "Keepers: Per Olsen"]


def test_cells_that_span_rows_are_part_of_each() -> None:
    text = (
        "{|\n! Year !! Keeper !! Height\n|-\n"
        "| rowspan=2 | 1871 || Ada Brenner || 30 m<ref>[https://a.example/ A]</ref>\n"
        "|-\n| Per Olsen || 31 m<ref>[https://b.example/ B]</ref>\n|}\n"
    )
    assert direct(text, "a.wiki") == ["1871, Ada Brenner, Height: 30 m", "1871, Per Olsen, Height: 31 m"]


def test_a_number_that_names_a_row_has_the_head_of_its_column() -> None:
    text = "| Season | Rank |\n|---|---|\n| 5 | #50[^1] |\n"
    assert direct(text + NOTES) == ["Season 5, Rank: #50"]


def test_a_cell_without_a_word_is_no_claim() -> None:
    assert direct("| a | b |\n|---|---|\n|  | —[^1] |\n" + NOTES) == []


def test_menus_and_pictures_that_link_are_no_claims() -> None:
    menu = '<table><tr><td>Group</td><td><a href="https://a.example/">News</a> | <a href="https://b.example/">Sport</a></td>'
    picture = '<p>The wall was built here. <a href="https://c.example/x.png"><img src="x.png"></a></p>'
    foot = '<p>Powered by the great <a href="https://wp.example/">Press</a> and others.</p>'
    page = f"<!DOCTYPE html><html><body>{menu}</tr></table>{picture}{foot}</body></html>"
    assert direct(page, "a.html") == []


def test_a_row_without_cells_is_none() -> None:
    assert direct("|a|b|\n|-|-|\n|\n|c|d[^1]|\n" + NOTES) == ["c, b: d"]


@pytest.mark.parametrize(("text", "name"), [(SERIES, "a.wiki"), (SERIES_PAGE, "a.html")])
def test_values_of_columns_of_one_kind_are_of_the_caption_and_none_names_the_row(text: str, name: str) -> None:
    assert direct(text, name) == [f"{CAPTION}, 1871: 40", f"{CAPTION}, 1872: 50"]


def test_a_head_over_bulleted_rows_ends_with_them() -> None:
    text = (
        '<html><body><table><tr><th colspan="2">Herds<a href="#n1">1</a></th></tr>'
        "<tr><th>• Goats</th><td>40</td></tr><tr><th>Mayor</th><td>Ada Brenner</td></tr></table>"
        '<p class="footnote" id="n1">https://a.example/</p></body></html>'
    )
    assert direct(text, "a.html") == ["Herds, Goats: 40"]
