"""crawler.archive_urls: the pages and times that addresses of archives name."""

import pytest

from crawler.archive_urls import ArchiveUrl, parse_archive_url


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
