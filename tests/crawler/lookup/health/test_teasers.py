"""crawler.lookup.health.teasers: a list of other pages is not the page, whatever it lists."""

import pytest

from claims.records import Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.extract import extract
from crawler.lookup.health.page_health import page_problem
from crawler.outcome import Failure

STORIES = (
    (
        "Die Fähre fährt öfter",
        "Ab Montag legt das Schiff an Werktagen alle zwanzig Minuten ab, teilte die Reederei mit.",
    ),
    ("Ein Chor für alle Stimmen", "Vierzig Sängerinnen und Sänger proben jeden Mittwoch im alten Speicher am Hafen."),
    (
        "Streit um die Parkplätze",
        "Der Rat will im Herbst entscheiden, ob Anwohner für ihren Stellplatz bezahlen sollen.",
    ),
    ("Ein Sturm räumt auf", "Am Strand lagen nach der Nacht Äste, Netze und ein Ruderboot, das niemand vermisst."),
)
LISTS = {
    "under headings": "".join(f"<h3><a href='/n/{i}'>{h}</a></h3><p>{p}</p>" for i, (h, p) in enumerate(STORIES)),
    "under links": "".join(f"<div><a href='/n/{i}'>{h}</a><p>{p}</p></div>" for i, (h, p) in enumerate(STORIES)),
    "in items": "<ol>" + "".join(f"<li><a href='/n/{i}'>{h}</a><br>{p}" for i, (h, p) in enumerate(STORIES)) + "</ol>",
}
ARTICLE = "".join(
    f"<p>{words} Das alles kostete die Stadt im letzten Jahr kaum mehr als ein Fest.</p>" for _, words in STORIES
)


def problem(body: str, url: str = "http://e.org/a/b") -> Failure | None:
    page = f"<html><title>Hafenbote</title><body>{body}".encode()
    response = ArchivedResponse(url=url, timestamp="20200101000000", status=200, headers={}, body=page)
    source = extract(page, "text/html; charset=utf-8", url)
    assert isinstance(source, Source)
    return page_problem(response, source, url)


@pytest.mark.parametrize("stories", LISTS)
@pytest.mark.parametrize(
    "notice", ["", "<p>Der Beitrag, den Sie suchen, steht aus rechtlichen Gründen nicht mehr hier.</p>"]
)
def test_a_page_of_teasers_is_not_the_page(stories: str, notice: str) -> None:
    failure = problem(notice + LISTS[stories])
    assert failure
    assert failure.status is Status.NO_TEXT


def test_a_front_page_is_the_list_that_was_cited() -> None:
    assert problem(LISTS["under headings"], "http://e.org/") is None


@pytest.mark.parametrize("stories", LISTS)
def test_teasers_beside_an_article_take_nothing_from_it(stories: str) -> None:
    assert problem(ARTICLE + LISTS[stories]) is None


def test_paragraphs_under_headings_that_lead_nowhere_else_are_an_article() -> None:
    sections = (f"<h3><a href='#s{i}'>{h}</a></h3><p>{p}</p>" for i, (h, p) in enumerate(STORIES))
    assert problem("".join(sections)) is None
