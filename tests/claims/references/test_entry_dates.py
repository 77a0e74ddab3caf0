"""The dates of an entry: published, accessed, archived, in any language."""

import pytest

from claims.references.entry import read_reference


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
        "Pridobljeno 22. avgusta 2007",
        "[2007-08-22]",
        "https://a.example/, read 22 August 2007",
        "https://a.example/ (downloaded 22 Aug 2007)",
        "Visited on 22 August 2007",
        "[cited 2007 Aug 22]",
        "Letzter Abruf: 22. August 2007",
        "Dernier accès le 22 août 2007",
        "ultimo accesso 22 agosto 2007",
        "último acesso em 22 de agosto de 2007",
        "Recuperado el 22 de agosto de 2007",
    ],
)
def test_the_date_of_access_is_not_the_date_of_publication(phrase: str) -> None:
    citation = read_reference("1", f"“The treaty”. Kyodo. 12 August 2002. {phrase}.")
    assert (citation.date, citation.access_date) == ("2002-08-12", "2007-08-22")


def test_a_title_with_such_a_word_says_nothing_of_access() -> None:
    for title in ("What the keepers read and saw", "Lights: reading as triumph", "Reading, R."):
        citation = read_reference("1", f"{title}. Coast Watch. 12 August 2002.")
        assert (citation.date, citation.access_date) == ("2002-08-12", None)


@pytest.mark.parametrize(
    "text",
    [
        "Ray Olsen (1930–2004), Keeper of the Light. Coast Watch.",
        "“What changed on the coast in 2017”. Coast Watch. Retrieved May 11, 2019.",
        "What changed in 2017 on the coast. Coast Watch.",
        "A hoax on the coast (1800s!). Coast Watch.",
    ],
)
def test_a_year_that_the_title_speaks_of_is_no_date_of_publication(text: str) -> None:
    assert read_reference("1", text).date is None


def test_a_year_that_is_set_apart_is_the_date_of_publication() -> None:
    assert read_reference("1", "Brenner, A. Lights. Harbour Press, 1980.").date == "1980"
    assert read_reference("1", "Brenner 1980, p. 4.").date == "1980"
    imprint = "Ada Brenner: Kleine Hafenkunde 2. Auflage, Ulm 2008 ISBN 978-3-16-148410-0"
    assert read_reference("1", imprint).date == "2008"
    assert read_reference("1", "Ada Brenner: Kleine Hafenkunde, Ulm 2008 S. 14").date == "2008"
    assert read_reference("1", "“Lights in 1871”. Harbour Press. 1980.").date == "1980"


@pytest.mark.parametrize(
    "phrase",
    ["نسخة محفوظة 22 أغسطس 2007 على موقع واي باك مشين", "原始內容存檔於2007-08-22", "Arhivirano 22. avgusta 2007"],
)
def test_the_date_of_a_copy_in_an_archive_is_not_the_date_of_publication(phrase: str) -> None:
    citation = read_reference("1", f"“The treaty”. Kyodo. 2002. {phrase}.")
    assert (citation.date, citation.archive_date) == ("2002", "2007-08-22")


def test_a_year_in_the_title_of_a_page_behind_its_address_is_no_date_of_publication() -> None:
    assert read_reference("1", "https://a.example/m - Market for Lamps & Outlook, 2030").date is None
    assert read_reference("1", "https://a.example/m - The lamp is lit - 7 May 2019 - Coast Watch").date == "2019-05-07"


def test_the_years_of_a_span_are_no_date_of_publication() -> None:
    assert read_reference("1", "Codes of the harbour (1906 – April 1945; then none).").date is None


def test_the_day_of_access_is_none_of_publication_in_german() -> None:
    citation = read_reference("1", "Die Mühle, Hafenamt, Zugangsdatum 23. Juli 2009")
    assert (citation.date, citation.access_date) == (None, "2009-07-23")


def test_a_year_behind_that_of_access_is_no_date_of_publication() -> None:
    text = "Ida Brenner – 2011 Woman of the Year – Coast Magazine. Retrieved 16 November 2010."
    assert read_reference("1", text).date is None


def test_the_year_before_a_volume_is_the_date_of_publication() -> None:
    text = "Olsen P. Results of the survey. 2004. Coast J. 2005;12(1):3-9."
    assert read_reference("1", text).date == "2005"
