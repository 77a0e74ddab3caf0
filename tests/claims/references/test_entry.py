"""The URLs of entries as printed."""

from claims.records import UrlFrom
from claims.references.entry import read_reference


def test_an_archive_s_url_gives_page_capture_and_date() -> None:
    citation = read_reference("1", "“T”. https://web.archive.org/web/20071026000000/http://a.example/t")
    assert (citation.url, citation.url_from) == ("http://a.example/t", UrlFrom.REFERENCE)
    assert citation.archive_url == "https://web.archive.org/web/20071026000000/http://a.example/t"
    assert (citation.archive_date, citation.urls_from) == ("2007-10-26", ("archive_url", "capture"))


def test_identifiers_become_urls_in_the_order_worth_trying() -> None:
    citation = read_reference("1", "“T”. PMID 123456. arXiv:2001.01234. doi:10.1000/xyz.")
    assert citation.urls == (
        "https://doi.org/10.1000/xyz",
        "https://arxiv.org/abs/2001.01234",
        "https://pubmed.ncbi.nlm.nih.gov/123456",
    )
    assert (citation.doi, citation.url_from) == ("10.1000/xyz", UrlFrom.IDENTIFIER)


def test_the_address_of_a_link_is_whole_and_printed_ones_are_cleaned() -> None:
    citation = read_reference("1", "Ito, https://a.example/why. See https://b.example/.", ["https://a.example/why?"])
    assert citation.urls == ("https://a.example/why?", "https://b.example/")


def test_a_wiki_s_page_on_the_publisher_comes_last() -> None:
    links = ["https://en.wikipedia.org/wiki/Quay_Press", "https://a.example/dams"]
    assert read_reference("1", "Quay Press, Dams", links).urls == tuple(reversed(links))


def test_ibid_is_the_entry_before() -> None:
    last = read_reference("1", "A. Lind, The Salt Road, https://a.example/, accessed 4 April 2021.")
    again = read_reference("2", "Ibid., p. 22.", last=last)
    assert (again.id, again.text, again.url, again.access_date) == ("2", "Ibid., p. 22.", last.url, last.access_date)
    assert again.page == "22"
    assert read_reference("3", "Ibis in the north. https://b.example/", last=last).url == "https://b.example/"
    assert read_reference("4", "Ebd.", last=None).url is None
