"""crawler.urls: addresses taken apart, joined and compared."""

import pytest

from crawler.urls import is_front_page, resolve_link, same_page, split_web_url, surt_key


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
    assert surt_key(url) == key


def test_pages_that_share_a_key_but_differ_in_case_are_told_apart() -> None:
    assert same_page("http://www.example.org/Page", "https://example.org/Page/")
    assert not same_page("http://example.org/Page", "http://example.org/page")
    assert not same_page("http://example.org/?id=A", "http://example.org/?id=a")


def test_a_front_page_is_one_by_its_path_alone() -> None:
    assert is_front_page("https://example.org/")
    assert is_front_page("https://example.org/index.php")
    assert not is_front_page("https://example.org/?p=12")
    assert not is_front_page("https://example.org/news")


@pytest.mark.parametrize("url", ["http://[::1", "http://example.org:port/", "", "://", "http://a\udcff.example/"])
def test_an_address_that_is_none_still_has_a_key(url: str) -> None:
    assert isinstance(surt_key(url), str)


@pytest.mark.parametrize(
    "url", ["http://[bad", "http://[::bad/p", "//[::", "ftp://e.org/", "http:///p", "http://a:port/"]
)
def test_what_is_no_web_address_has_no_parts(url: str) -> None:
    assert split_web_url(url) is None


def test_a_redirect_to_something_odd_leads_there_and_raises_nothing() -> None:
    assert resolve_link("http://e.org/a", "http://[bad") == "http://[bad"
    assert resolve_link("http://e.org/a", "b") == "http://e.org/b"
