"""References that are the same work, and those that only look so."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Citation, UrlFrom
from claims.references.matching import Titles, match_references, with_found_urls


def citation(name: str, title: str | None = None, **fields: str) -> Citation:
    return Citation(id=name, text=title or "", title=title, **fields)  # type: ignore[arg-type]


def test_titles_match_without_case_punctuation_or_subtitle_but_not_when_another_is_as_like() -> None:
    titles = Titles({"a": "A softer approach to North Korea: Mongolia as a model", "b": "The trade of two countries"})
    assert titles.find("a softer approach to north korea – Mongolia a model") == "a"
    assert titles.find("The treaty of two kings") is None
    assert Titles({"a": "One two three four", "b": "One two three five"}).find("One two three six") is None


def test_a_doi_matches_before_a_title() -> None:
    wanted = [citation("1", "One title of a work", doi="10.1000/X")]
    found = [citation("x", "One title of a work"), citation("y", "Another", doi="10.1000/x")]
    assert match_references(wanted, found)["1"].id == "y"


def test_another_year_or_a_short_title_alone_does_not_match() -> None:
    wanted = [citation("1", "The history of the country", date="2001"), citation("2", "Home")]
    found = [citation("x", "The history of the country", date="2009-05-01"), citation("y", "Home", publisher="BBC")]
    assert match_references(wanted, found) == {}


def test_found_urls_complete_references_that_print_none_and_the_notes_count_them() -> None:
    article = (
        'It was signed.[1] It grew.[2]\n\n1. ^ "The treaty of friendship". Kyodo.\n2. ^ "Its trade in copper". UB.\n'
    )
    found = read(
        "It was.<ref>{{cite web|title=The treaty of friendship|url=http://a.example/t|access-date=2007-08-22}}</ref>",
        "x.wiki",
    ).citations
    first, second = (completed := with_found_urls(link(read(article, "a.txt"), "a.txt"), found)).citations
    assert (first.url, first.url_from, first.access_date) == ("http://a.example/t", UrlFrom.WIKIPEDIA, "2007-08-22")
    assert (second.url, second.url_from) == (None, UrlFrom.NONE)
    assert "1 of 2" in completed.notes[-1]
    assert "not found: 2" in completed.notes[-1]
