"""crawler.lookup.health.cited_work: is a page the work that a reference names."""

import gzip

import pytest

from claims.records import Citation, Source, Status
from crawler.extraction.html import read_html
from crawler.lookup.health.cited_work import other_work
from tests.shared import shared

TITLE = "Harbour of Skarvik dredged by Dutch engineers"
FERRY = (
    "The ferry between the two islands made its last crossing on a calm evening in October. Its captain had worked on "
    "the line for thirty years and knew every passenger by name. A new bridge takes over in the spring."
)
FAEHRE = (
    "Die Fähre zwischen den beiden Inseln fuhr an einem stillen Abend im Oktober zum letzten Mal. Der Kapitän hatte "
    "dreißig Jahre auf der Strecke gearbeitet und kannte jeden Fahrgast beim Namen."
)


def page(title: str, text: str = FERRY, head: str = "") -> Source:
    return read_html(f"<title>{title}</title>{head}<h1>{title}</h1><p>{text}</p>".encode(), "http://a.example/b")


def citing(title: str, **other: object) -> Citation:
    entry = f"“{title}”. Retrieved on 2 March 2020 from the site of the paper."
    return Citation(id="1", text=entry, title=title, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "shown",
    [
        page("The last ferry"),
        page("Skaldvik Times – news from the islands", "All the news of the day, from the islands and from abroad."),
        page("Results of your search", "There are no results for the words that you searched for."),
        page("Cheap shoes and bags", "This is the shop for the best shoes, and the bags are cheap as well."),
    ],
)
def test_a_page_that_shares_nothing_with_the_title_is_another(shown: Source) -> None:
    found = other_work(citing(TITLE), shown)
    assert found is not None
    assert found.status is Status.MOVED
    assert TITLE in found.reason


@pytest.mark.parametrize(
    "shown",
    [
        page("HARBOUR OF SKARVIK | The Islander"),
        page("Dutch dredgers came to the islands"),
        page("A long summer", FERRY + " The harbour of Skarvik was dredged by Dutch engineers."),
        page("The last ferry", head=f'<meta property="og:title" content="{TITLE}">'),
        page("The last ferry", head=f'<script type="application/ld+json">{{"headline": "{TITLE}"}}</script>'),
        page("Der Hafen wird ausgebaggert", FAEHRE),
        page("Гавань", "Гавань углубили голландские инженеры, и это было в 1934 году, а не в 1935."),
        page("", FERRY),
    ],
)
def test_other_wording_site_names_and_translations_raise_nothing(shown: Source) -> None:
    assert other_work(citing(TITLE), shown) is None


def test_an_author_on_the_page_makes_it_the_work() -> None:
    assert other_work(citing(TITLE, authors=("Brenner, Ada",)), page("Old stories", f"By Ada Brenner. {FERRY}")) is None


@pytest.mark.parametrize("title", [None, "Home", "The harbour"])
def test_a_title_of_few_words_names_nothing(title: str | None) -> None:
    assert other_work(Citation(id="1", text="An entry in the list.", title=title), page("The last ferry")) is None


def test_a_german_page_is_compared_with_a_german_title() -> None:
    title = "Der Hafen von Skarvik wird von Niederländern ausgebaggert"
    german = Citation(id="1", text=f"„{title}“. Abgerufen am 2. März 2020 von der Seite der Zeitung.", title=title)
    assert other_work(german, page("Die letzte Fähre", FAEHRE)) is not None


SLUIS = (
    "De oude sluis bij het dorp krijgt na lang wachten nieuwe deuren van eikenhout, en de schippers zijn er blij mee. "
    "Het werk begint in de lente en het duurt tot het einde van het jaar."
)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Alter Leuchtturm in Warnsee wird ein Gasthof", page("Unser Wetter", FAEHRE)),
        ("De vuurtoren van het eiland brandt weer", page("Nieuws", SLUIS)),
        (
            "Le phare de la pointe brille de nouveau",
            page("Casino", "Les machines sont gratuites, et le bonus est pour tous.", ""),
        ),
    ],
)
def test_a_short_title_shows_its_language_by_its_words_of_grammar(title: str, shown: Source) -> None:
    assert other_work(Citation(id="1", text=f"“{title}”. La Gazette", title=title), shown) is not None


def test_a_title_of_another_language_than_its_page_is_compared_with_nothing() -> None:
    title = "Old lighthouse at Warnsee to become an inn"
    assert other_work(Citation(id="1", text=f"“{title}”", title=title), page("Unser Wetter", FAEHRE)) is None


def test_a_title_with_letters_that_english_lacks_is_compared_with_no_english_page() -> None:
    title = "Försterwahl Talgemeinde Warnsee"
    assert other_work(Citation(id="1", text=f"“{title}”", title=title), page("The last ferry")) is None


def test_words_of_grammar_make_no_common_title() -> None:
    title = "Der Turm an der See wird zum Gasthof"
    assert (
        other_work(Citation(id="1", text=f"„{title}“", title=title), page("Die Fähre an der Küste", FAEHRE)) is not None
    )


def test_no_real_article_is_doubted_and_most_others_are() -> None:
    files = sorted(shared("data/extraction/html").glob("*.gz"))[:40]
    read = [read_html(gzip.decompress(path.read_bytes()), "http://a.example/b") for path in files]
    shown = [source for source in read if source.title]
    titles = [source.title or "" for source in shown]
    assert [title for title, source in zip(titles, shown, strict=True) if other_work(citing(title), source)] == []
    english = [(t, s) for t, s in zip(titles, shown, strict=True) if s.language and s.language.startswith("en")]
    pairs = [(title, source) for title, _ in english for _, source in english if source.title != title]
    doubted = sum(other_work(citing(title), source) is not None for title, source in pairs[:400])
    assert doubted >= 0.6 * len(pairs[:400])


@pytest.mark.parametrize(
    ("address", "title", "text"),
    [
        ("http://a.example/2020/last-ferry-sails", "The last ferry sails", FERRY),
        ("http://a.example/artikel/letzte-faehre-nach-suederoe.html", "Letzte Fähre nach Süderö", FAEHRE),
        ("http://a.example/el-ultimo-transbordador-de-las-islas/", "El último transbordador", "El barco de la isla."),
        ("https://web.archive.org/web/2020/http://a.example/last-ferry-sails", "The last ferry sails", FERRY),
    ],
)
def test_a_page_of_the_title_that_its_address_spells_is_the_work(address: str, title: str, text: str) -> None:
    assert other_work(citing(TITLE, url=address, urls=(address,)), page(title, text)) is None


@pytest.mark.parametrize("address", ["http://a.example/dutch-dredgers-at-skarvik", "http://a.example/?id=17", "x:["])
def test_an_address_that_spells_another_title_makes_no_work(address: str) -> None:
    assert other_work(citing(TITLE, url=address, urls=(address,)), page("The last ferry")) is not None


def test_a_page_of_the_day_of_the_reference_is_the_work() -> None:
    dated = page("The last ferry", head='<meta property="article:published_time" content="2020-02-29T08:00:00Z">')
    assert other_work(citing(TITLE, date="2020-02-29"), dated) is None
    assert other_work(citing(TITLE, date="2020"), dated) is not None
