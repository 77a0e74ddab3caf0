"""Entries in the styles and languages that references are printed in, taken apart."""

import pytest

from claims.records import UrlFrom
from claims.references.entry import read_reference
from claims.references.identifiers import find_identifiers


@pytest.mark.parametrize(
    ("style", "entry", "title", "authors", "date"),
    [
        ("wikipedia", 'Lee, W. (6 May 2005). "Center offers haven". Radio.',
        "Center offers haven", ("Lee, W.",), "2005-05-06"),
        ("apa", "Lee, W. & Kim, J. (2019). The trade of two. Journal of Trade, 12(3), 4–5.", "The trade of two",
         ("Lee, W.", "Kim, J."), "2019"),
        ("mla", 'Lee, Wonhee. "The Trade of Two." Asian Survey, vol. 46, 2006, pp. 275–297.', "The Trade of Two",
         ("Lee, Wonhee.",), "2006"),
        ("vancouver", "Lee W, Kim J. The trade of two. Asian Surv. 2006;46(2):275-97.", "The trade of two",
         ("Lee W, Kim J.",), "2006"),
        ("german", "„Der Vertrag“. Die Zeit, 3. Mai 2004.", "Der Vertrag", (), "2004-05-03"),
        ("report", "https://a.example/t - The trade of two", "The trade of two", (), None),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isalpha() else "",
)  # fmt: skip
def test_styles_are_taken_apart(style: str, entry: str, title: str, authors: tuple[str, ...], date: str | None) -> None:
    citation = read_reference("1", entry)
    assert (citation.title, citation.authors, citation.date) == (title, authors, date)


@pytest.mark.parametrize(
    "phrase",
    [
        "Retrieved 22 August 2007",
        "Accessed on August 22, 2007",
        "abgerufen am 22. August 2007",
        "consulté le 22 août 2007",
        "Consultado el 22 de agosto de 2007",
        "URL consultato il 22 agosto 2007",
        "Acesso em 22 de agosto de 2007",
        "Geraadpleegd op 22 augustus 2007",
        "dostęp 22 sierpnia 2007",
        "Дата обращения: 22 августа 2007",
        "2007年8月22日閲覧",
    ],
)
def test_the_day_of_access_is_told_from_the_day_of_publication(phrase: str) -> None:
    citation = read_reference("1", f"“The treaty”. Kyodo. 12 August 2002. {phrase}.")
    assert (citation.date, citation.access_date) == ("2002-08-12", "2007-08-22")


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


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("doi:10.1525/as.2006.46.2.275.", "https://doi.org/10.1525/as.2006.46.2.275"),
        ("https://doi.org/10.1000/(x)y", "https://doi.org/10.1000/(x)y"),
        ("PMC 3257301", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3257301"),
        ("arXiv:hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("hdl:10125/12345", "https://hdl.handle.net/10125/12345"),
        ("JSTOR 2645230", "https://www.jstor.org/stable/2645230"),
    ],
)
def test_identifiers_resolve(text: str, url: str) -> None:
    assert [identifier.url for identifier in find_identifiers(text)] == [url]
