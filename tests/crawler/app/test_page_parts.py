"""`citewatch verify` over pages that are not whole in one capture: their parts are read from the archive as one source.

Of each class there are three pages, one of them in another language. Each has a claim that only another part holds,
which must be supported, and one that no part holds, which must be an alarm: the page was read whole.
"""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.crawler.app.test_unread_pages import GERMAN, TEASER, html, linked_data, verify
from tests.crawler.archive_files import Archived

HELD = {
    "en": "The old lighthouse of Brattholm was moved thirty metres inland in 1911.",
    "de": "Der alte Leuchtturm von Brattholm wurde 1911 dreißig Meter landeinwärts versetzt.",
    "fr": "Le vieux phare de Brattholm a été déplacé de trente mètres vers les terres en 1911.",
}
ABSENT = {
    "en": "The brewery of Tarnholm was struck by lightning in 1962 and rebuilt by the army.",
    "de": "Die Brauerei von Tarnholm wurde 1962 vom Blitz getroffen und von der Armee wieder aufgebaut.",
    "fr": "La brasserie de Tarnholm a été frappée par la foudre en 1962 et reconstruite par l'armée.",
}
FRENCH = (
    "<p>Le dernier bac entre les deux îles a quitté le quai un soir calme du mois d'octobre.</p>"
    "<p>Son capitaine travaillait sur la ligne depuis trente ans et connaissait chaque passager par son nom.</p>"
    "<p>Au printemps, une route neuve va le suivre, et la commune veut vendre l'ancien débarcadère.</p>"
    "<p>Les pêcheurs de l'île du nord préfèrent le garder, car leur propre quai est trop peu profond.</p>"
)
STORY = {"en": TEASER, "de": GERMAN, "fr": FRENCH}
MORE = {
    "en": "<p>The harbour master keeps the old timetables in a drawer and shows them to anyone who asks for them.</p>",
    "de": "<p>Der Hafenmeister bewahrt die alten Fahrpläne in einer Schublade auf und zeigt sie jedem, der fragt.</p>",
    "fr": "<p>Le capitaine du port garde les anciens horaires dans un tiroir et les montre à qui les demande.</p>",
}


class Page(NamedTuple):
    """A page at `/story/ferry` of its own host, and its parts by their paths."""

    spoken: str
    body: bytes
    parts: dict[str, bytes]
    path: str = "/story/ferry"


def part(spoken: str, *, more: str = "") -> bytes:
    return html(f"<p>{HELD[spoken]}</p>{MORE[spoken] * 2}{more}", title="Ferry")


def framed(*frames: str) -> bytes:
    inside = "".join(f"<frame src='{frame}' name=f>" for frame in frames)
    return f"<html><head><title>Ferry</title></head><frameset cols='20%,*'>{inside}</frameset></html>".encode()


def menu(spoken: str) -> bytes:
    return html(STORY[spoken], title="Menu")


NOT_FREE = linked_data('{"@type": "NewsArticle", "isAccessibleForFree": false}')
PAGES: dict[str, Page] = {
    "frameset": Page("en", framed("left.html", "main.html"), {
        "/story/left.html": menu("en"), "/story/main.html": part("en")}),
    "frameset in a frameset": Page("en", framed("top.html", "inner.html"), {
        "/story/top.html": menu("en"), "/story/inner.html": framed("/body/17.html"), "/body/17.html": part("en")}),
    "Rahmen": Page("de", b"<script>var a = 1;</script>" + framed("links.htm", "inhalt.htm"), {
        "/story/links.htm": menu("de"), "/story/inhalt.htm": part("de")}),
    "iframe": Page("en", html("<p>Ferry</p><iframe src='/body/17.html' width='100%'></iframe>"), {
        "/body/17.html": part("en", more=TEASER)}),
    "iframe of a base": Page("en", html(f"{TEASER}<iframe src='17.html'></iframe>", head="<base href='/body/'>"), {
        "/body/17.html": part("en")}),
    "cadre": Page("fr", html(f"{FRENCH}<iframe src=/corps/17.html></iframe>"), {"/corps/17.html": part("fr")}),
    "next part": Page("en", html(TEASER, head='<link rel="next" href="?page=2">'), {
        "/story/ferry?page=2": html(TEASER + "<a rel=prev href=ferry>1</a> <a rel='next' href='?page=3'>3</a>"),
        "/story/ferry?page=3": part("en", more="<a rel=prev href='?page=2'>2</a>")}),
    "last part": Page("en", html(TEASER + "<a rel=prev href='../2/'>Back</a>"), {
        "/story/ferry/2/": html(MORE["en"] + "<a rel=prev href='/story/ferry/'>Back</a><a rel=next href=../3/>On</a>"),
        "/story/ferry/": part("en", more="<a rel=next href='2/'>On</a>")}, path="/story/ferry/3/"),
    "Seite 1 von 2": Page("de", html(f"{GERMAN}<p>Seite 1 von 2</p><p><a href='faehre-2.html'>weiter</a></p>"), {
        "/story/faehre-2.html": part("de", more="<p>Seite 2 von 2</p>")}, path="/story/faehre.html"),
    "single page": Page("en", html(f"{TEASER}<p>1 of 3</p><a href='ferry?pagewanted=all'>Single page</a>"), {
        "/story/ferry?pagewanted=all": part("en", more=TEASER)}),
    "print": Page("en", html(f"{TEASER}<a href='/print/story/ferry'>Print</a>", head=NOT_FREE), {
        "/print/story/ferry": part("en", more=TEASER)}),
    "Druckansicht": Page("de", html(f"{GERMAN}<p>Weiterlesen</p><a href='faehre-druck.html'>Drucken</a>"), {
        "/story/faehre-druck.html": part("de", more=GERMAN)}, path="/story/faehre.html"),
    "AMP": Page("en", html(TEASER, head=NOT_FREE + "<link rel=amphtml href='/amp/story/ferry'>"), {
        "/amp/story/ferry": part("en", more=TEASER)}),
    "AMP beside a wall": Page(
        "en", html(TEASER + "<div class='paywall-overlay'></div>", head="<link rel='amphtml' href='ferry.amp.html'>"),
        {"/story/ferry.amp.html": part("en", more=TEASER)}),
    "AMP, français": Page("fr", html(FRENCH, head=NOT_FREE + "<link href='?outputType=amp' rel='amphtml'>"), {
        "/story/ferry?outputType=amp": part("fr", more=FRENCH)}),
    "goes on": Page("en", html(TEASER + "<p><a href='/full/17'>Continue reading</a></p>"), {
        "/full/17": part("en")}),
    "read more": Page("en", html(TEASER + "<p><a class=more href='17b'><b>Read the full story</b></a></p>"), {
        "/story/17b": part("en")}),
    "weiterlesen": Page("de", html(GERMAN + "<p><a href='/artikel/17b'>Weiterlesen</a></p>"), {
        "/artikel/17b": part("de")}),
}  # fmt: skip
TIME = "2020-03-01T12:00:00Z"
HEADERS = {"Content-Type": "text/html; charset=utf-8"}


def captures(number: int, page: Page, *, without: str = "", parts_at: str = TIME) -> list[Archived]:
    host = f"http://site{number}.example"
    parts = [
        Archived(url=host + path, time=parts_at, body=body, headers=HEADERS)
        for path, body in page.parts.items()
        if path != without
    ]
    return [Archived(url=host + page.path, time=TIME, body=page.body, headers=HEADERS), *parts]


def judged(home: Path, archived: dict[str, list[Archived]]) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """For each page, the claim that another of its parts holds, and the one that none holds."""
    cited = [pages[0] for pages in archived.values()]
    rest = [each for pages in archived.values() for each in pages[1:]]
    spoken = [PAGES[name].spoken for name in archived]
    texts = [text for each in spoken for text in (HELD[each], ABSENT[each])]
    found = verify(home, cited, rest=rest, claims=texts)
    return {name: (found[2 * place], found[2 * place + 1]) for place, name in enumerate(archived)}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    return judged(
        tmp_path_factory.mktemp("whole"), {name: captures(n, page) for n, (name, page) in enumerate(PAGES.items())}
    )


@pytest.mark.parametrize("name", PAGES)
def test_what_another_part_says_is_supported_and_what_none_says_an_alarm(
    whole: dict[str, tuple[dict[str, Any], dict[str, Any]]], name: str
) -> None:
    held, absent = whole[name]
    assert (held["verdict"], absent["verdict"]) == ("supported", "not_supported")


def test_the_report_says_which_text_is_from_which_capture(
    whole: dict[str, tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    (check,) = whole["last part"][0]["checks"]
    assert check["capture"]["url"].endswith("/story/ferry/3/")
    rules = [part["capture"]["rule"] for part in check["parts"]]
    assert rules == [
        "an earlier part",
        "an earlier part",
        "the nearest capture before the access date 2020-03-02",
    ]
    first = check["parts"][0]
    assert first["capture"]["url"].endswith("/story/ferry/")
    assert first["start"] <= check["evidence"][0]["start"] < check["evidence"][0]["end"] <= first["end"]


@pytest.fixture(scope="module")
def torn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """Pages of which the archive lacks a part, or has one from another year."""
    missing = {"frameset": "/story/left.html", "Seite 1 von 2": "/story/faehre-2.html", "cadre": "/corps/17.html"}
    archived = {name: captures(n, PAGES[name], without=path) for n, (name, path) in enumerate(missing.items())}
    for n, name in enumerate(("next part", "AMP", "weiterlesen"), len(missing)):
        archived[name] = captures(n, PAGES[name], parts_at="2021-03-01T12:00:00Z")
    return judged(tmp_path_factory.mktemp("torn"), archived)


@pytest.mark.parametrize("name", ["frameset", "Seite 1 von 2", "cadre", "next part", "AMP", "weiterlesen"])
def test_a_page_without_one_of_its_parts_raises_no_alarm(
    torn: dict[str, tuple[dict[str, Any], dict[str, Any]]], name: str
) -> None:
    assert torn[name][1]["verdict"] == "source_unavailable"


@pytest.mark.parametrize("name", ["frameset", "next part", "AMP", "weiterlesen"])
def test_a_part_that_was_read_supports_even_if_the_page_is_not_whole(
    torn: dict[str, tuple[dict[str, Any], dict[str, Any]]], name: str
) -> None:
    assert torn[name][0]["verdict"] == "supported"
