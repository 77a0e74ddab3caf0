"""crawler.urls: addresses taken apart, joined and compared."""

import time

import pytest

from crawler.urls import ArchiveUrl, canonical, is_home, joined, parse_archive_url, same_page, web_parts


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://WWW.Example.org:443/b/?y=2&x=1", "org,example)/b?x=1&y=2"),
        ("http://www2.example.org", "org,example)/"),
        ("example.org/a", "org,example)/a"),
        ("http://example.org:8080/", "org,example:8080)/"),
        ("http://user:secret@example.org/%7Efoo/#part", "org,example)/~foo"),
        ("http://example.org/A%20b/../c//d/", "org,example)/c/d"),
        ("http://bücher.example/ä", "example,xn--bcher-kva)/%c3%a4"),
        ("http://xn--bcher-kva.example/%C3%A4", "example,xn--bcher-kva)/%c3%a4"),
        ("http://example.org/?PHPSESSID=0123456789abcdef0123456789abcdef&b=1", "org,example)/?b=1"),
        ("http://example.org/x;jsessionid=0123456789abcdef0123456789abcdef?a=b", "org,example)/x?a=b"),
        ("http://example.org/?", "org,example)/"),
        ("http://www.com/", "com)/"),
        ("http://1.2.3.4/a", "4,3,2,1)/a"),
    ],
)
def test_addresses_that_archives_file_together_have_one_key(url: str, key: str) -> None:
    assert canonical(url) == key


def test_pages_that_share_a_key_but_differ_in_case_are_told_apart() -> None:
    assert same_page("http://www.example.org/Page", "https://example.org/Page/")
    assert not same_page("http://example.org/Page", "http://example.org/page")
    assert not same_page("http://example.org/?id=A", "http://example.org/?id=a")


def test_a_front_page_is_one_by_its_path_alone() -> None:
    assert is_home("https://example.org/")
    assert is_home("https://example.org/index.php")
    assert not is_home("https://example.org/?p=12")
    assert not is_home("https://example.org/news")


@pytest.mark.parametrize("url", ["http://[::1", "http://example.org:port/", "", "://", "http://a\udcff.example/"])
def test_an_address_that_is_none_still_has_a_key(url: str) -> None:
    assert isinstance(canonical(url), str)


def test_a_hostile_address_takes_no_time() -> None:
    started = time.perf_counter()
    canonical("http://example.org/" + "(a(" * 50_000 + "?" + "sid=" * 50_000)
    canonical("http://example.org/" + "%25" * 50_000)
    parse_archive_url("http://web.archive.org/web/" + "2007/" * 50_000)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("url", "original", "timestamp"),
    [
        ("https://web.archive.org/web/20071026000000/http://e.org/a?b=c", "http://e.org/a?b=c", "20071026000000"),
        ("http://web.archive.org/web/20071026000000id_/http:/e.org/a", "http://e.org/a", "20071026000000"),
        ("https://web.archive.org/web/2007/https://e.org/", "https://e.org/", "2007"),
        ("https://web.archive.org/web/2007id_/e.org/x?y", "http://e.org/x?y", "2007"),
        ("https://web.archive.org/web/*/http://e.org/", "http://e.org/", None),
        ("https://archive.today/2013.05.06-123456/http://e.org/", "http://e.org/", "20130506123456"),
        ("https://arquivo.pt/wayback/20100101/http%3A%2F%2Fe.org%2Fa%3Fb", "http://e.org/a?b", "20100101"),
        ("http://localhost:8080/coll/20140126200624mp_/http://e.org/", "http://e.org/", "20140126200624"),
        ("https://www.webcitation.org/5x?url=http%3A%2F%2Fe.org%2F&date=2008-01-05", "http://e.org/", "20080105"),
        ("http://webcache.googleusercontent.com/search?q=cache:AbC12:www.e.org/x+foo", "http://www.e.org/x", None),
    ],
)
def test_an_archives_address_names_the_original_and_the_time(url: str, original: str, timestamp: str | None) -> None:
    assert parse_archive_url(url) == ArchiveUrl(original=original, timestamp=timestamp)


def test_of_a_capture_of_a_capture_the_inner_one_is_named() -> None:
    inner = "https://web.archive.org/web/20070822153000/http://e.org/a"
    named = ArchiveUrl(original="http://e.org/a", timestamp="20070822153000")
    assert parse_archive_url(f"https://web.archive.org/web/20190101000000/{inner}") == named
    assert parse_archive_url(f"https://archive.ph/20190101000000/{inner}") == named


@pytest.mark.parametrize("url", ["https://e.org/2014/http://x.org/", "https://e.org/", "https://archive.is/AbCdE"])
def test_other_addresses_are_no_archives(url: str) -> None:
    assert parse_archive_url(url) is None


@pytest.mark.parametrize(
    "url", ["http://[bad", "http://[::bad/p", "//[::", "ftp://e.org/", "http:///p", "http://a:port/"]
)
def test_what_is_no_web_address_has_no_parts(url: str) -> None:
    assert web_parts(url) is None


def test_a_redirect_to_something_odd_leads_there_and_raises_nothing() -> None:
    assert joined("http://e.org/a", "http://[bad") == "http://[bad"
    assert joined("http://e.org/a", "b") == "http://e.org/b"
