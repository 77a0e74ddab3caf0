"""claims.support.index.usable: claim and source in two languages are never judged as if they were in one."""

import pytest

from claims.records import Verdict
from claims.support import default_checker
from claims.support.index.indexing import make_page
from claims.support.index.usable import crossing, says_something
from claims.support.interface import Statement
from tests.claims.support.build import line, source

CLAIM = "The bridge over the Tane was opened in 1931 and it was closed for the repairs in 2003."


@pytest.mark.parametrize(
    "page",
    [
        ["Рыбаки приезжают сюда за форелью и в дождь."] * 8,
        ["Die Angler kommen wegen der Forellen und nicht wegen der Brücke, die von den Bauern mit Steinen ist."] * 8,
        ["钓鱼者来这里钓鳟鱼。"] * 8,
    ],
)
def test_a_page_in_another_language_is_no_alarm(page: list[str]) -> None:
    checker = default_checker()
    judged = checker.judge(Statement(text=CLAIM), [checker.index(source(*page))])
    assert judged.verdict is Verdict.UNCLEAR
    assert judged.reason
    assert "language" in judged.reason


ENGLISH = ["Anglers come to the valley for the trout and that is all of it."] * 8


@pytest.mark.parametrize(
    "claim",
    [
        "Der Turm ist 27 Meter hoch.",
        "Die Stadt kaufte 1931 die Mühle am Fluss.",
        "La ciudad compró el molino viejo.",
        "La ville a acheté le moulin.",
        "Il comune comprò il mulino.",
        "Kommunen kjøpte møllen i 1931 for å rive den.",
        "A falu 1931-ben vette meg a malmot.",
    ],
)
def test_a_short_claim_in_another_language_is_no_alarm(claim: str) -> None:
    checker = default_checker()
    assert checker.judge(Statement(text=claim), [checker.index(source(*ENGLISH))]).reason_code == "other_language"


def test_the_sentences_before_a_claim_show_its_language() -> None:
    claim, before = "Seither: 27 Meter.", "Der Turm wurde von der Stadt gekauft."
    page = make_page(source(*ENGLISH))

    assert crossing(Statement(text=claim, context=f"{before} {claim}"), page)
    assert not crossing(Statement(text="Tower: 27 metres.", context=f"It was sold. {claim}"), page)


@pytest.mark.parametrize(("declared", "crosses"), [("hr", False), ("en", True), (None, True)])
def test_a_page_in_a_language_without_function_words_crosses_none(declared: str | None, crosses: bool) -> None:
    croatian = "Most je otvoren u svibnju, a grad se nalazi na rijeci i po njemu se zove, ale to ne piše u knjizi."
    page = make_page(source(croatian, language=declared))

    assert bool(crossing(Statement(text="Die Brücke ist in der Stadt."), page)) is crosses


def test_a_page_that_shows_no_language_is_in_the_one_that_it_declares() -> None:
    page = make_page(source("Tane Bridge: 412 m, 1931.", language="en"))
    unsaid = make_page(source("Tane Bridge: 412 m, 1931."))

    assert crossing(Statement(text="Die Brücke ist in der Stadt."), page)
    assert not crossing(Statement(text="Die Brücke ist in der Stadt."), unsaid)


def test_a_claim_that_may_be_in_the_page_s_language_is_in_no_other() -> None:
    page = make_page(source("Los trenes para el valle y las minas, que con una nieve así no salen, son del Estado."))
    romanian_too = "La presidenta de la empresa anunció la venta de la línea de Tane."

    assert not crossing(Statement(text=romanian_too), page)


def test_a_page_in_the_same_language_is_judged() -> None:
    checker = default_checker()
    page = checker.index(source(*["Anglers come to the valley for the trout and that is all of it."] * 8))
    assert checker.judge(Statement(text=CLAIM), [page]).verdict is Verdict.NOT_SUPPORTED


@pytest.mark.parametrize(
    ("page", "claim", "right", "wrong", "tag"),
    [
        ("1931年5月4日，市长开通了这座大桥。大桥长412米。", "大桥长412米。", "412", "512", "zh"),
        ("Мост был открыт 4 мая 1931 года и стоит.", "Мост открыли 4 мая 1931 года.", "4 мая", "9 мая", "ru"),
        ("पुल 4 मई 1931 को खोला गया था।", "पुल 4 मई 1931 को खोला गया।", "4 मई", "9 मई", "hi"),
        ("افتتح الجسر في 4 مايو 1931. طوله 412 مترا.", "افتتح الجسر في 4 مايو 1931.", "4 مايو", "9 مايو", "ar"),
        ("สะพานเปิดเมื่อ 1931 และยาว 412 เมตร", "และยาว 412 เมตร", "412", "512", "th"),
    ],
)
def test_each_script_is_judged_in_itself(page: str, claim: str, right: str, wrong: str, tag: str) -> None:
    checker = default_checker()
    index = checker.index(source(page, language=tag))
    assert checker.judge(Statement(text=claim), [index]).verdict is Verdict.SUPPORTED
    assert checker.judge(Statement(text=claim.replace(right, wrong)), [index]).verdict is not Verdict.SUPPORTED


MENU = ["Home", "About us", "News and events", "Contact", "Sitemap", "Search", "Services", "Careers", "Help"]
CONSENT = [
    "We and our partners use cookies to store and access information on a device.",
    "You can change your consent at any time in the privacy settings.",
    "Accept all",
    "Reject all",
]
STORY = "The trout of the valley are famed for their size. Anglers come in spring and stay until the first snow."


@pytest.mark.parametrize("page", [MENU, CONSENT, [*MENU, *CONSENT]])
def test_a_page_of_menus_and_notices_was_not_checked(page: list[str]) -> None:
    checker = default_checker()
    judged = checker.judge(Statement(text=CLAIM), [checker.index(source(*page))])
    assert judged.verdict is not Verdict.NOT_SUPPORTED
    assert not says_something(make_page(source(*page)))


def test_menus_alone_are_told_from_a_page_that_is_silent() -> None:
    checker = default_checker()
    judged = checker.judge(Statement(text=CLAIM), [checker.index(source(*MENU))])
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE
    assert judged.reason
    read = checker.judge(Statement(text=CLAIM), [checker.index(source(*MENU, STORY, STORY))])
    assert read.verdict is Verdict.NOT_SUPPORTED


@pytest.mark.parametrize(
    "page", [[STORY], ["Tane Bridge"], [*MENU[:4], STORY, STORY], ["大桥于1931年5月4日开通，长412米。"]]
)
def test_what_has_sentences_says_something(page: list[str]) -> None:
    assert says_something(make_page(source(*page)))


def test_a_menu_that_holds_the_claim_supports_it() -> None:
    checker = default_checker()
    page = checker.index(source(*MENU, "The bridge is 412 metres long"))
    assert checker.judge(Statement(text="The bridge is 412 metres long."), [page]).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("words", "end", "something"), [(5, ".", True), (4, ".", False), (12, "", True), (11, "", False)]
)
def test_a_sentence_has_five_words_with_a_full_stop_and_twelve_without(words: int, end: str, something: bool) -> None:
    assert says_something(make_page(source(*[line(words) + end] * 8))) is something


@pytest.mark.parametrize(("words", "something"), [(25, True), (24, False)])
def test_twenty_five_words_of_sentences_are_more_than_a_menu(words: int, something: bool) -> None:
    sentences = [f"{line(12)}.", f"{line(words - 12)}."]
    assert says_something(make_page(source(*[line(4)] * 40, *sentences))) is something
