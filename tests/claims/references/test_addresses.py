"""Web addresses as documents print them."""

import pytest

from claims.references.addresses import (
    ArchiveAddress,
    address_flags,
    clean_url,
    find_urls,
    split_archive_url,
    text_fragment,
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
def test_what_surrounds_an_address_is_taken_off(printed: str, clean: str) -> None:
    assert clean_url(printed) == clean


def test_addresses_end_where_their_sentence_goes_on_in_any_script() -> None:
    assert find_urls("见http://a.example/t。另见 https://b.example/（新闻）") == (
        "http://a.example/t",
        "https://b.example/",
    )


@pytest.mark.parametrize(
    ("url", "original", "timestamp"),
    [
        (f"https://web.archive.org/web/20071026010203/{PAGE}", PAGE, "20071026010203"),
        (f"http://web.archive.org/web/20071026id_/{PAGE}", PAGE, "20071026"),
        ("https://web.archive.org/web/2007/a.example/t", "http://a.example/t", "2007"),
        ("https://archive.org/web/20071026010203/http:/a.example/t", "http://a.example/t", "20071026010203"),
        (f"https://web.archive.org/web/*/{PAGE}", PAGE, None),
        (f"https://archive.today/20130101000000/{PAGE}", PAGE, "20130101000000"),
        (f"https://archive.is/2013.01.02-030405/{PAGE}", PAGE, "20130102030405"),
        (f"https://arquivo.pt/wayback/20071026010203/{PAGE}", PAGE, "20071026010203"),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20071026010203/{PAGE}", PAGE, "20071026010203"),
        (f"http://wayback.archive-it.org/1234/20071026010203/{PAGE}", PAGE, "20071026010203"),
    ],
)
def test_every_archive_s_form_is_taken_apart(url: str, original: str, timestamp: str | None) -> None:
    assert split_archive_url(url) == ArchiveAddress(original=original, timestamp=timestamp)


@pytest.mark.parametrize("url", [PAGE, "https://archive.org/details/book", "https://archive.is/AbCdE"])
def test_other_addresses_are_not(url: str) -> None:
    assert split_archive_url(url) is None


def test_a_text_fragment_gives_its_quote() -> None:
    assert text_fragment(f"{PAGE}#:~:text=before-,signed%20in,1986,-after") == (PAGE, "signed in … 1986")
    assert text_fragment(PAGE) == (PAGE, None)


@pytest.mark.parametrize(
    ("url", "flag"),
    [
        ("https://books.google.com/books?id=x", "google_books"),
        ("https://www.google.com/search?q=x", "search_results"),
        ("https://www.amazon.de/dp/1", "shop"),
    ],
)
def test_addresses_that_rarely_bear_a_claim_out_are_marked(url: str, flag: str) -> None:
    assert address_flags(url) == (flag,)
