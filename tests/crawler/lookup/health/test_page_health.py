"""crawler.lookup.health.page_health: whether a copy is the page."""

import csv
import gzip

import pytest

from claims.records import Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.extract import extract
from crawler.lookup.health.page_health import page_problem
from crawler.outcome import Failure
from tests.crawler.archive_files import article
from tests.shared import shared

# The one page of the benchmark that declares itself not free and breaks off: "All... To Read the Full Story".
TEASER = "042bb7b5fedab6eac7db576522b89b93904c237d344bcbe14a6a5ab7f7335856.html.gz"


def doubt(body: bytes, url: str = "http://e.org/a/b", asked: str = "http://e.org/a/b") -> Failure | None:
    response = ArchivedResponse(url=url, timestamp="20200101000000", status=200, headers={}, body=body)
    source = extract(body, "text/html", url)
    return page_problem(response, source, asked) if isinstance(source, Source) else source


def page(title: str, words: str = "") -> bytes:
    return f"<html><title>{title}</title><h1>{title}</h1><p>{words}</p></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        page("404 Not Found"),
        page("Page not found | Ulvund Times", "Try the search."),
        page("Seite nicht gefunden"),
        page("Страница не найдена"),
        page("ページが見つかりません"),
        page("Página no encontrada"),
        page("ulvund.example", "This domain is for sale! Buy this domain today."),
        page("Account Suspended", "This account has been suspended."),
    ],
)
def test_a_page_that_says_there_is_none_is_a_soft_404(body: bytes) -> None:
    failure = doubt(body)
    assert failure
    assert failure.status is Status.SOFT_404


def test_a_detour_to_the_front_page_is_a_soft_404() -> None:
    failure = doubt(article("News of the day."), url="http://e.org/")
    assert failure
    assert failure.status is Status.SOFT_404
    assert doubt(article("News."), url="http://e.org/", asked="http://www.e.org/index.html") is None


def test_a_login_or_a_paywall_without_an_article_is_a_paywall() -> None:
    for body in (page("Log in", "User name, password"), page("The bridge", "Subscribe now to continue reading.")):
        failure = doubt(body)
        assert failure
        assert failure.status is Status.PAYWALL


def test_an_article_about_missing_pages_is_an_article() -> None:
    assert doubt(article("The clerk wrote: page not found. Please enable JavaScript. Subscribe to read.")) is None


def test_no_real_article_is_called_unreadable() -> None:
    pages = sorted(shared("data/extraction/html").glob("*.gz"))
    doubted = [p.name for p in pages if doubt(gzip.decompress(p.read_bytes()))]
    assert doubted == [TEASER]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Доступ к запрашиваемому ресурсу ограничен по решению суда.", Status.SOFT_404),
        ("This website is blocked by your provider.", Status.SOFT_404),
        ("Error establishing a database connection", Status.ERROR_CAPTURE),
        ("502 Bad Gateway", Status.ERROR_CAPTURE),
    ],
)
def test_a_page_of_a_provider_or_of_a_failing_server_is_none(words: str, status: Status) -> None:
    failure = doubt(page(words))
    assert failure
    assert failure.status is status


def test_a_heading_of_other_stories_is_no_end_that_goes_on() -> None:
    story = "<p>The quay was rebuilt in the spring, and the boats came back to it one after another.</p>" * 6
    end = "<aside><h4>Read more</h4><ul><li><a href=/1>Ferry timetable changes</a></ul></aside>"
    assert doubt(f"<html><title>Quay</title><h1>Quay</h1>{story}{end}".encode()) is None


def test_a_wall_that_asks_for_consent_is_no_page() -> None:
    failure = doubt(page("Before you continue to Ulvund", "We use cookies and data. Accept all. Reject all."))
    assert failure
    assert failure.status is Status.CHALLENGE


ASKS = (
    "Wij en 823 anderen slaan gegevens op uw apparaat op en lezen die uit, om te meten wie deze bladzijde bekijkt.",
    "Me ja 412 muuta tallennamme laitteellesi tunnisteita ja mittaamme niillä, kuinka moni lukee tätä sivua.",
    "Εμείς και 655 άλλοι αποθηκεύουμε στοιχεία στη συσκευή σας για να μετράμε πόσοι διαβάζουν αυτή τη σελίδα.",
    "The brewery asks everybody who comes here whether the law of their country lets them drink what it makes.",
)
ANSWERS = (
    "<button>Ja</button><button>Nee</button>",
    "<form><input type=submit value=Joo><input type='submit' value=Ei></form>",
    "<a class='btn wide' href='#y'>Ναι</a><a class=x role=button href='#n'>Όχι</a><a href=/why>Γιατί</a>",
)


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("asks", ASKS)
def test_a_question_with_buttons_is_no_page_in_any_language(asks: str, answers: str) -> None:
    failure = doubt(f"<title>Choice</title><p>{asks}</p>{answers}".encode())
    assert failure
    assert failure.status is Status.CHALLENGE


def test_buttons_beside_links_to_other_pages_are_no_question() -> None:
    links = "".join(f"<a href=/{number}>Part {number}</a> " for number in range(9))
    story = "<p>The quay was rebuilt in the spring, and the boats came back to it one after another.</p>" * 6
    body = f"<title>Quay</title>{links}<h1>Quay</h1>{story}<button>Print</button><button>Share</button>"
    assert doubt(body.encode()) is None


@pytest.mark.parametrize(
    "end",
    [
        "Zostało jeszcze 87% tego tekstu.",
        "Den här artikeln är låst för andra än medlemmar.",
        "Il vous reste 71% de cet article.",
        "试读结束，开通后可看",
    ],
)
def test_an_end_that_says_that_there_is_more_is_a_teaser(end: str) -> None:
    story = "<p>The quay was rebuilt in the spring, and the boats came back to it one after another.</p>" * 16
    failure = doubt(f"<title>Quay</title><h1>Quay</h1>{story}<p>{end}</p>".encode())
    assert failure
    assert failure.status is Status.PAYWALL


SHORT = {
    "en": "The old bridge was opened again on Sunday after eleven years, and the first carts crossed the river. ",
    "de": "Die alte Brücke wurde am Sonntag nach elf Jahren wieder geöffnet, und die ersten Wagen fuhren hinüber. ",
    "el": "Η παλιά γέφυρα άνοιξε ξανά την Κυριακή ύστερα από έντεκα χρόνια και τα πρώτα κάρα πέρασαν το ποτάμι. ",
}


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "The mayor said at the opening that the bridge would serve the people of the valley and"),
        ("de", "Der Bürgermeister sagte bei der Eröffnung, die Brücke werde noch vielen dienen und"),
        ("el", "Ο δήμαρχος είπε στα εγκαίνια ότι η γέφυρα θα εξυπηρετήσει πολλές γενιές και"),
    ],
)
def test_a_short_text_that_ends_in_a_word_of_grammar_breaks_off(language: str, end: str) -> None:
    story = f"<p>{SHORT[language]}</p>" * 5
    body = f"<html lang={language}><article>{story}<p>{{}}</p></article></html>"
    broken, whole = (doubt(body.format(words).encode()) for words in (end, end.rpartition(" ")[0] + "."))
    assert (broken and broken.status, whole) == (Status.PAYWALL, None)


@pytest.mark.parametrize("named", ["<body class='error404 wp'>", "<div id=main class='content page-not-found'>"])
def test_a_page_whose_markup_calls_it_not_found_is_a_soft_404_in_any_language(named: str) -> None:
    body = f"<html>{named}<h1>Samahani</h1><p>{SHORT['el'] * 5}</p></html>"
    found = doubt(body.encode())
    assert found is not None
    assert found.status is Status.SOFT_404


def test_a_short_page_that_bears_the_name_of_its_site_alone_is_parked() -> None:
    body = page("e.org", SHORT["en"] * 5)
    found = doubt(body)
    assert found is not None
    assert found.status is Status.SOFT_404
    assert doubt(body, "http://e.org/", "http://e.org/") is None


def test_a_script_against_bots_on_a_short_article_is_no_challenge() -> None:
    words = "The valley paid for the bridge over eleven years. " * 19
    body = f"<title>Bridge</title><p>{words}</p><script src=/cdn-cgi/challenge-platform/x.js></script>".encode()
    assert doubt(body) is None


def test_real_bot_checks_and_not_found_pages_are_recognised() -> None:
    folder = shared("data/unreadable")
    with (folder / "MANIFEST.tsv").open() as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    kinds = ("LABEL=cloudflare", "LABEL=sucuri", "LABEL=http_404", "LABEL=soft404", "LABEL=suspended")
    bad = [row["file"] for row in rows if row["what"].strip('"').startswith(kinds)]
    missed = [name for name in bad if not doubt((folder / name).read_bytes())]
    assert len(bad) > 20
    assert not missed


@pytest.mark.parametrize(
    "title",
    [
        "404 Media", "404 Media - Missing emails found on a server", "404 Media: How an error cost a city millions",
        "Not Found (song) - Wikipedia", "Not found guilty: the trial of J. Doe", "Flight 404 missing",
    ],
)  # fmt: skip
def test_an_article_about_such_things_is_an_article(title: str) -> None:
    assert doubt(page(title, "The valley paid for the bridge over eleven years. " * 30)) is None


@pytest.mark.parametrize("title", ["404 Media", "404 BC", "Flight 404 missing", "Login systems of the 1970s"])
def test_a_few_words_about_such_things_are_no_such_page(title: str) -> None:
    failure = doubt(page(title, "The valley paid for the bridge over eleven years."))
    assert failure
    assert failure.status is Status.NO_TEXT


@pytest.mark.parametrize(
    "title", ["Page not found - The Times", "404 | The Times", "Error 404", "Oops! Page not found"]
)
def test_a_not_found_page_full_of_other_stories_is_none(title: str) -> None:
    failure = doubt(page(title, "The valley paid for the bridge over eleven years. " * 30))
    assert failure
    assert failure.status is Status.SOFT_404


@pytest.mark.parametrize(
    "words",
    [
        "The library opened on 4 May 1999 in the old mill.", "Ulvund: 1,234 inhabitants (2001)",
        "この橋は1986年に開通した。長さは84メートルである。",
        "A tool that finds dead links in text. Install it with pip install deadlinks. Licence: MIT.",
    ],
)  # fmt: skip
def test_what_a_few_words_lack_proves_nothing(words: str) -> None:
    failure = doubt(page("Title", words))
    assert failure
    assert failure.status is Status.NO_TEXT


@pytest.mark.parametrize(
    "words",
    [
        "The valley paid for the bridge over eleven years, in bread and in timber. " * 5,
        "この橋は谷の人々が十一年をかけて費用を払い、木材と鉄で造られた。" * 5,
        "Долина платила за мост одиннадцать лет хлебом, лесом и работой своих людей. " * 6,
        "घाटी के लोगों ने ग्यारह वर्षों तक अनाज और लकड़ी देकर इस पुल का खर्च उठाया। " * 5,
    ],
)
def test_a_short_article_is_a_page_in_any_script(words: str) -> None:
    assert doubt(page("Title", words)) is None


def test_a_table_of_figures_is_a_page() -> None:
    rows = "".join(f"<tr><td>Ulvund</td><td>{year}</td><td>{year * 3}</td></tr>" for year in range(1990, 2005))
    assert doubt(f"<title>People</title><table>{rows}</table>".encode()) is None


@pytest.mark.parametrize(("own", "following"), [("/story", "/story?page=2"), ("/a/story.html", "/a/story-2.html"),
                                                ("/story/page/2/", "/story/page/3/")])  # fmt: skip
def test_a_page_with_a_next_part_is_not_whole(own: str, following: str) -> None:
    body = page("Ulvund", "The valley paid for the bridge over eleven years. " * 60).decode()
    url = f"http://e.org{own}"
    failure = doubt(f"<link rel=next href='{following}'>{body}".encode(), url, url)
    assert failure
    assert failure.status is Status.NO_TEXT


@pytest.mark.parametrize("following", ["/another-story", "/news/12346", "/archive?page=2"])
def test_a_link_to_the_next_article_makes_no_part(following: str) -> None:
    body = page("Ulvund", "The valley paid for the bridge over eleven years. " * 60).decode()
    url = "http://e.org/news/12345"
    assert doubt(f"<link rel=next href='{following}'>{body}".encode(), url, url) is None
