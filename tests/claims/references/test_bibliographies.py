"""Bibliographies that give URLs to references which print none."""

from dataclasses import replace

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, UrlFrom
from claims.references.bibliographies.completion import with_sources
from claims.references.bibliographies.source_entry import SourceEntry
from claims.references.bibliographies.sources import parse_sources

ARTICLE = (
    "It was signed.[1] It grew.[2] It ended.[3]\n\n"
    '1. ^ "Mongolia and Korea sign a friendship treaty". Kyodo. 12 August 2002.\n'
    '2. ^ Lee. "The trade of two countries". doi:10.1000/xyz.\n'
    '3. ^ "Its end". http://a.example/own.\n'
)
BIBTEX = """
@string{kyodo = "Kyodo"}
@article{treaty, title = {Mongolia and {Korea} Sign a Friendship Treaty}, journal = kyodo # " News",
  url = "http://a.example/treaty", urldate = {2007-08-22}}
@misc{trade, title={Nothing alike}, doi={https://doi.org/10.1000/XYZ}, howpublished={\\url{http://a.example/trade}}}
"""
RIS = """
TY  - NEWS
TI  - Mongolia and Korea sign a friendship treaty
UR  - http://a.example/treaty
Y2  - 2007/08/22/
ER  -
"""
CSL = '[{"id": "1", "URL": "http://a.example/treaty", "accessed": {"date-parts": [[2007, 8, 22]]}}]'
CSV = "number,url,access_date\n1,http://a.example/treaty,2007-08-22\n"


def article() -> Document:
    return link(read(ARTICLE, "article.txt"), "article.txt")


@pytest.mark.parametrize("text", [BIBTEX, CSL, CSV, RIS], ids=["bibtex", "csl", "csv", "ris"])
def test_an_entry_gives_its_reference_the_url_and_the_day_of_access(text: str) -> None:
    first = with_sources(article(), parse_sources(text, "sources")).citations[0]
    assert (first.url, first.url_from) == ("http://a.example/treaty", UrlFrom.SOURCES_FILE)
    assert first.access_date == "2007-08-22"
    assert dict(zip(first.urls, first.urls_from, strict=True)) == {"http://a.example/treaty": "sources_file"}


def test_a_doi_matches_where_the_titles_do_not_and_beats_the_identifier_s_url() -> None:
    second = with_sources(article(), parse_sources(BIBTEX, "sources.bib")).citations[1]
    assert (second.url, second.urls) == (
        "http://a.example/trade",
        ("http://a.example/trade", "https://doi.org/10.1000/xyz"),
    )


def test_a_url_that_the_reference_prints_stays_first() -> None:
    third = with_sources(article(), parse_sources("number,url\n3,http://a.example/other\n", "s.csv")).citations[2]
    assert (third.url, third.url_from) == ("http://a.example/own", UrlFrom.REFERENCE)
    assert third.urls == ("http://a.example/own", "http://a.example/other")


def test_the_url_of_an_archive_is_split() -> None:
    text = "number,url\n1,https://web.archive.org/web/20071026/http://a.example/t\n"
    first = with_sources(article(), parse_sources(text, "s.csv")).citations[0]
    assert (first.url, first.archive_url) == (
        "http://a.example/t",
        "https://web.archive.org/web/20071026/http://a.example/t",
    )


def entry(text: str) -> SourceEntry:
    (found,) = parse_sources(text, "sources")
    return found


@pytest.mark.parametrize(
    ("field", "url"),
    [
        ("url={https://a.example/~x/y--z_1?a=1&b=2}", "https://a.example/~x/y--z_1?a=1&b=2"),
        (r"url={https://a.example/{\textasciitilde}x\_y\%20z}", "https://a.example/~x_y%20z"),
        (r"howpublished={\url{https://a.example/\~{}x}}", "https://a.example/~x"),
        (r"note={Online: \href{https://a.example/}{page}}", "https://a.example/"),
        ('url = "https://a.example/" # "x"', "https://a.example/x"),
    ],
)
def test_bibtex_gives_addresses_as_they_are_typed(field: str, url: str) -> None:
    assert entry(f"@misc{{k, title={{T}}, {field}}}").url == url


def test_bibtex_gives_titles_without_tex_and_skips_what_is_broken() -> None:
    text = (
        r"@misc{x, title={y" "\n" r"@misc{k, title={Caf{\'e} \"{u}ber {L}icht -- Stra{\ss}e}, url={https://a.example/}}"
    )
    assert entry(text).title == "Café über Licht – Straße"


def test_bibtex_may_say_in_a_note_when_the_page_was_read() -> None:
    text = r"@misc{k, howpublished={\url{https://a.example/}}, note={Accessed: 2019-05-04}}"
    assert entry(text).access_date == "2019-05-04"


SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"


@pytest.mark.parametrize("text", [f"@article{{k, title={{T}}, doi={{{SICI}}}}}", f"TY  - JOUR\nDO  - {SICI}\nER  - \n"])
def test_a_doi_made_of_a_sici_is_whole_and_is_an_address(text: str) -> None:
    assert entry(text).doi == SICI
    found = link(read("It was signed [@key].\n", "a.md"), "a.md")
    (citation,) = with_sources(found, (replace(entry(text), key="key"),)).citations
    assert (citation.url or "").startswith("https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661")


def test_ris_continues_lines_and_may_lack_the_end_of_records() -> None:
    text = "TY  - NEWS\nTI  - The\n treaty\nUR  - https://a.example/very/\n    long\nTY  - NEWS\nT1  - B\nL2  - https://b.example/\n"
    assert [(found.title, found.url) for found in parse_sources(text, "sources")] == [
        ("The treaty", "https://a.example/very/long"),
        ("B", "https://b.example/"),
    ]


def test_claims_keep_their_ids() -> None:
    assert with_sources(article(), parse_sources(CSV, "s.csv")).claims == article().claims


def test_a_note_lists_entries_that_match_nothing() -> None:
    found = with_sources(article(), parse_sources("number,url\n9,http://a.example/\n", "s.csv"))
    assert "match no reference: 9" in found.notes[-1]


@pytest.mark.parametrize(
    ("listed", "note"),
    [
        ("", "The markers of 1 reference lead to no entry of the list of references: 8."),
        ("8,http://a.example/8\n", None),
    ],
)
def test_the_note_on_markers_without_an_entry_names_those_that_are_still_without(listed: str, note: str | None) -> None:
    document = link(read("It was signed.[7] It grew.[8] It ended.[7]\n", "article.txt"), "article.txt")
    assert "of 2 references" in document.notes[0]
    found = with_sources(document, parse_sources(f"number,url\n7,http://a.example/7\n{listed}", "s.csv"))
    assert found.notes == ((note,) if note else ())


@pytest.mark.parametrize(
    "text", ["", "name,age\nKim,3\n", "[1, 2]", "{bad json", "number,url\n1,\n", "@misc{a, title={T}}"]
)
def test_a_file_that_gives_no_url_is_refused_by_name(text: str) -> None:
    with pytest.raises(InputError, match="sources"):
        parse_sources(text, "sources")
