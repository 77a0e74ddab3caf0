"""Tables of claims: every row a claim of its own, word for word."""

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link


def document(text: str, name: str = "claims.csv") -> Document:
    return link(read(text, name), name)


def test_each_row_is_one_claim_even_if_it_has_several_sentences() -> None:
    found = document('claim,url\n"It was signed. It lapsed",https://a.example/1\nIt grew,https://a.example/2\n')
    assert found.format == "table"
    assert [(claim.text, claim.link, claim.line) for claim in found.claims] == [
        ("It was signed. It lapsed", Link.DIRECT, 2),
        ("It grew", Link.DIRECT, 3),
    ]
    assert [citation.url for citation in found.citations] == ["https://a.example/1", "https://a.example/2"]


def test_the_date_is_the_day_of_access_and_the_context_no_claim() -> None:
    header = "Claim\tURL\tDate\tContext\tTitle\n"
    found = document(
        header + "It lapsed.\thttps://a.example/\t22 August 2007\tIt was signed in 1986.\tKyodo\n", "c.tsv"
    )
    (claim,) = found.claims
    assert (claim.text, claim.context) == ("It lapsed.", "It was signed in 1986. It lapsed.")
    assert (found.citations[0].access_date, found.citations[0].title) == ("2007-08-22", "Kyodo")


@pytest.mark.parametrize("header", ["claim,source,url", "Fact,Source,Link", "claim,url,source"])
def test_the_name_of_a_source_beside_its_address_hides_it_not(header: str) -> None:
    names = {"source": "Port office"}
    cells = [names.get(name.lower(), "https://a.example/") for name in header.split(",")[1:]]
    found = document(f"{header},Date accessed\nThe wall is old,{','.join(cells)},3 May 2019\n")
    assert [(each.url, each.access_date) for each in found.citations] == [("https://a.example/", "2019-05-03")]


def test_json_lines_are_read_and_rows_of_one_source_share_its_citation() -> None:
    row = '{"claim": "It %s.", "url": "https://a.example/"}\n'
    found = document(row % "came" + "\n" + row % "went", "claims.jsonl")
    assert [(claim.citations, claim.line) for claim in found.claims] == [(("1",), 1), (("1",), 3)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("id,claim,url\nA-7,It lapsed.,https://a.example/\n", "claims.csv"),
        ('{"id": "A-7", "claim": "It lapsed.", "url": "https://a.example/"}\n', "claims.jsonl"),
    ],
)
def test_a_row_keeps_its_own_id_as_its_key(text: str, name: str) -> None:
    assert [claim.key for claim in document(text, name).claims] == ["A-7"]


def test_a_row_without_an_id_has_no_key() -> None:
    assert document("id,claim,url\n,It lapsed.,https://a.example/\n").claims[0].key is None


def test_a_row_with_several_urls_keeps_them_all() -> None:
    found = document("claim;url\nIt came;https://a.example/1 https://a.example/2\n")
    assert found.citations[0].urls == ("https://a.example/1", "https://a.example/2")


def test_a_line_that_is_no_object_is_refused_by_its_number() -> None:
    with pytest.raises(InputError, match="line 2"):
        document('{"claim": "It came.", "url": "https://a.example/"}\nnot json\n', "claims.jsonl")


def test_prose_with_commas_is_no_table() -> None:
    assert document("The claim, url and all, was read.\n", "a.txt").format == "text"


def test_a_table_in_which_a_quotation_mark_is_not_closed_is_refused_at_its_row() -> None:
    text = 'claim,url\nIt came.,https://a.example/1\n"It grew.,https://a.example/2\nIt fell.,https://a.example/3\n'
    with pytest.raises(InputError, match=r"^claims\.csv, line 3: This is not a table: a quotation mark"):
        read(text, "claims.csv")


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ("It came, it went,https://a.example/1\n", "A row has more cells than the first row (line 2)"),
        ("It came,x\nIt fell, it broke,x\nOh, no,x\n", "2 rows have more cells than the first row (line 3)"),
        ("It came,https://a.example/1,,\n", None),
    ],
)  # fmt: skip
def test_a_comma_that_nobody_quoted_is_noted(rows: str, note: str | None) -> None:
    notes = read(f"claim,url\n{rows}", "claims.csv").notes
    assert notes == ((f"{note}: quote a cell that holds a comma.",) if note else ())
