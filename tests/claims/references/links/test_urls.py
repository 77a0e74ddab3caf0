"""URLs as documents print them."""

import pytest

from claims.references.links.urls import (
    clean_url,
    find_urls,
    is_picture,
    same_page,
    split_text_fragment,
    url_flags,
    whole_url,
)

PAGE = "http://a.example/t?x=1"


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("<http://a.example/t>.", "http://a.example/t"),
        ("(http://a.example/t)", "http://a.example/t"),
        ("http://a.example/T_(x)", "http://a.example/T_(x)"),
        ("http://a.example/t).", "http://a.example/t"),
        ("www.a.example/t,", "http://www.a.example/t"),
        ("//a.example/t", "https://a.example/t"),
        ("//GUID#_ftnref1", ""),
        ("ftp://a.example/t", ""),
        ("http://[bad", ""),
    ],
)
def test_punctuation_around_a_url_is_stripped(printed: str, clean: str) -> None:
    assert clean_url(printed) == clean


def test_urls_end_where_their_sentence_continues_in_any_script() -> None:
    assert find_urls("见http://a.example/t。另见 https://b.example/（新闻）") == (
        "http://a.example/t",
        "https://b.example/",
    )


def test_a_text_fragment_gives_its_quote() -> None:
    assert split_text_fragment(f"{PAGE}#:~:text=before-,signed%20in,1986,-after") == (PAGE, "signed in … 1986")
    assert split_text_fragment(PAGE) == (PAGE, None)


@pytest.mark.parametrize(
    ("url", "flag"),
    [
        ("https://books.google.com/books?id=x", "google_books"),
        ("https://www.google.com/search?q=x", "search_results"),
        ("https://www.amazon.de/dp/1", "shop"),
    ],
)
def test_urls_of_pages_that_rarely_support_a_claim_are_flagged(url: str, flag: str) -> None:
    assert url_flags(url) == (flag,)


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("https://a.example/who?", "https://a.example/who?"),
        ("https://a.example/J._Doe_Jr.", "https://a.example/J._Doe_Jr."),
        (" //a.example/t ", "https://a.example/t"),
        ("javascript:void(0)", ""),
        ("https://a.example/ and more", "https://a.example/"),
    ],
)
def test_an_address_in_a_field_of_its_own_is_whole(written: str, whole: str) -> None:
    assert whole_url(written).split(" ")[0] == whole


def test_one_page_has_many_addresses() -> None:
    assert same_page("http://www.A.example/t/#x", "https://a.example/t")
    assert not same_page("https://a.example/t", "https://a.example/u")


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("https://ada:secret@site.example/a", "https://site.example/a"),
        ("http://ada@site.example", "http://site.example"),
        (
            "https://web.archive.org/web/2020/http://ada:secret@site.example/",
            "https://web.archive.org/web/2020/http://site.example/",
        ),
        ("https://site.example/@ada", "https://site.example/@ada"),
        ("https://site.example?mail=ada@b.example", "https://site.example?mail=ada@b.example"),
    ],
)
def test_a_url_is_cleaned_of_passwords(printed: str, kept: str) -> None:
    assert clean_url(printed) == kept


@pytest.mark.parametrize(
    ("url", "found"),
    [("https://a.example/mill.JPG?size=1", True), ("https://a.example/mill.jpg/about", False)],
)
def test_a_picture_is_known_by_the_end_of_its_address(url: str, found: bool) -> None:
    assert is_picture(url) is found
