"""Bibliographies that give URLs to references which print none."""

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, UrlFrom
from claims.references.bibliographies.completion import with_sources
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


def test_claims_keep_their_ids() -> None:
    assert with_sources(article(), parse_sources(CSV, "s.csv")).claims == article().claims


def test_a_note_lists_entries_that_match_nothing() -> None:
    found = with_sources(article(), parse_sources("number,url\n9,http://a.example/\n", "s.csv"))
    assert "match no reference: 9" in found.notes[-1]


@pytest.mark.parametrize(
    "text", ["", "name,age\nKim,3\n", "[1, 2]", "{bad json", "number,url\n1,\n", "@misc{a, title={T}}"]
)
def test_a_file_that_gives_no_url_is_refused_by_name(text: str) -> None:
    with pytest.raises(InputError, match="sources"):
        parse_sources(text, "sources")
