"""Reference lists among the lines of a plain text."""

import pytest

from claims.readers.registry import read


@pytest.mark.parametrize(
    ("first", "second", "address"),
    [
        ("doi:10.1046/j.1440-", "1622.2000.01983.x. PMID 1.", "https://doi.org/10.1046/j.1440-1622.2000.01983.x"),
        ("doi:10.3168/jds.S0022-0302", "(17)94386-3. Read.", "https://doi.org/10.3168/jds.S0022-0302(17)94386-3"),
        ("doi:10.1086/", "281639.", "https://doi.org/10.1086/281639"),
        ("http://", "www.a.example/2011/04/17/", "http://www.a.example/2011/04/17/"),
    ],
)
def test_an_address_that_a_line_break_cuts_is_whole(first: str, second: str, address: str) -> None:
    text = f"It is old.[1]\n\nReferences\n\n 1. ^ Ito (2001). The log of the mill. {first}\n    {second}\n"
    (citation,) = read(text, "a.txt", "text").citations
    assert citation.url == address


@pytest.mark.parametrize(
    "entry",
    [
        '1. ^ "The mill". Archived on 5 December\n      2012. Retrieved 1 March 2014.',
        '[1] "The mill". Archived on 5 December\n2012. Retrieved 1 March 2014.',
        "1. „Die Mühle“. Archiviert am\n   5. Dezember 2012. Abgerufen am 1. März 2014.",
    ],
)
def test_a_year_or_a_day_at_the_start_of_a_wrapped_line_numbers_no_entry(entry: str) -> None:
    text = f"It is old.[1] It is tall.[2]\n\nReferences\n\n{entry}\n{entry.replace('1', '2', 1)}\n"
    assert [citation.access_date for citation in read(text, "a.txt", "text").citations] == ["2014-03-01"] * 2


@pytest.mark.parametrize("heading", ["", "Zdroje a odkazy\n\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_list_of_addresses_at_the_end_belongs_to_bare_numbers_whatever_is_above_it(heading: str, name: str) -> None:
    entries = "1. Walls, https://a.example/\n2. Leaks, https://b.example/\n3. Locks, https://c.example/\n"
    heading = f"## {heading}" if heading and name == "a.md" else heading
    found = read(f"The wall rose in stone.1 It leaks in winter.2\n\n{heading}{entries}", name)
    assert found.text == "The wall rose in stone. It leaks in winter."
    assert [marker.citation for marker in found.markers] == ["1", "2"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_list_of_links_that_no_number_refers_to_is_text(name: str) -> None:
    links = "1. Walls, https://a.example/\n2. Leaks, https://b.example/\n"
    assert "Walls" in read(f"See Fig.1 and version 2.1 of the plan.\n\n{links}", name).text
