"""URLs of web archives."""

import pytest

from claims.references.links.archive_urls import ArchiveUrl, archives_no_page, split_archive_url

PAGE = "http://a.example/t?x=1"


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
def test_the_urls_of_every_archive_are_split(url: str, original: str, timestamp: str | None) -> None:
    assert split_archive_url(url) == ArchiveUrl(original=original, timestamp=timestamp)


@pytest.mark.parametrize("url", [PAGE, "https://archive.org/details/book", "https://archive.is/AbCdE"])
def test_other_urls_are_not_split(url: str) -> None:
    assert split_archive_url(url) is None


def test_an_archive_rewrites_links_that_lead_to_no_page() -> None:
    assert archives_no_page("https://web.archive.org/web/20070228213001/mailto:ada@a.example")
    assert not archives_no_page(f"https://web.archive.org/web/20070228213001/{PAGE}")
    assert not archives_no_page("mailto:ada@a.example")
