"""crawler.lookup.health.walls: pages that ask for an account or a consent, in languages that no list of phrases has."""

import pytest

from claims.records import Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.extract import extract
from crawler.lookup.health.page_health import page_problem

URL = "http://leht.example/uudised/12345"
ESTONIAN = (
    "Vana sild avati pärast üheteistkümne aasta pikkust remonti pühapäeva hommikul ja esimesed autod sõitsid üle jõe "
    "juba enne koitu. Sillameistrid vahetasid välja kõik lehisest talad ning valasid uued tugipostid, mille eest "
    "maksid küla elanikud ise. Vallavanem ütles avamisel, et sild peab vastu vähemalt kuuskümmend aastat. Järgmisel "
    "suvel jõuab kätte kord parandada ka paremal kaldal kulgevat teed, mis viib vana veskini ja sealt edasi külla."
)
GEORGIAN = (
    "ძველი ხიდი თერთმეტწლიანი რემონტის შემდეგ კვირას დილით გაიხსნა და პირველმა მანქანებმა მდინარე გადაკვეთეს. " * 6
)
MENU = "".join(f"<a href='/lugu/{i}'>Lugu {i} linna elust ja inimestest</a>" for i in range(60))


def problem(shown: str, url: str = URL) -> Status | None:
    body = f"<html><nav>{MENU}</nav><body>{shown}</body></html>".encode()
    response = ArchivedResponse(url=url, timestamp="20200101000000", status=200, headers={}, body=body)
    source = extract(body, "text/html; charset=utf-8", url)
    assert isinstance(source, Source)
    found = page_problem(response, source, URL)
    return found.status if found else None


def article(text: str, end: str = "") -> str:
    return f"<article><h1>Sild</h1><p>{text}</p>{end}</article>"


@pytest.mark.parametrize("text", [ESTONIAN, GEORGIAN])
@pytest.mark.parametrize(
    "end",
    [
        "<a href='/subscribe?src=article'>Telli</a>",
        "<p>Edasi lugemiseks <a href='/login?next=/uudised/12345'>logi sisse</a>.</p>",
        "<p><a href='https://account.leht.example/'>Telli leht</a></p>",
        "<div><a class='btn btn-subscribe' href='/telli'>Telli »</a></div>",
    ],
)
def test_a_little_text_that_ends_at_a_link_to_an_account_is_a_teaser(text: str, end: str) -> None:
    assert problem(article(text, end)) is Status.PAYWALL


@pytest.mark.parametrize(
    "end",
    [
        "",
        "<p><a href='/uudised/12344'>Eelmine lugu</a></p>",
        "<p><a href='/news/council-plans-premium-login'>Vald plaanib</a></p>",
        "<p><a href='/wp-login.php?redirect_to=/uudised/12345'>Logi sisse</a></p>",
        "<p><a href='/user/login?destination=node/7%23comment-form'>Logi sisse</a></p>",
        "<aside><a href='/subscribe'>Uudiskiri</a></aside>",
    ],
)
def test_a_short_article_that_ends_at_another_link_is_whole(end: str) -> None:
    assert problem(article(ESTONIAN, end)) is None


@pytest.mark.parametrize(
    "form", ["<form><input name=u><input type=password></form>", "<form action='/users/sign_in'><input name=u></form>"]
)
def test_a_form_to_sign_in_in_the_place_of_the_article_is_a_login(form: str) -> None:
    assert problem(article(GEORGIAN, form)) is Status.PAYWALL
    assert problem(article(GEORGIAN) + form) is None


def test_a_redirect_to_a_page_to_sign_in_is_a_login() -> None:
    assert problem(article(GEORGIAN), "http://leht.example/auth/login?next=/uudised/12345") is Status.PAYWALL


@pytest.mark.parametrize("opening", ["<div role=dialog>", "<div id=consent-manager>", "<section class='cookie-wall'>"])
def test_a_dialog_among_many_links_is_no_page(opening: str) -> None:
    box = f"{opening}<p>{ESTONIAN}</p><button>Jah</button></{opening[1:].split()[0]}>"
    assert problem(box) is Status.CHALLENGE
    assert problem(box + article(GEORGIAN)) is None


@pytest.mark.parametrize(
    "control", ["<button class='btn load-more'>Lae veel</button>", "<a href='?o=10' data-action='show_more'>Veel</a>"]
)
def test_a_little_text_whose_page_loads_more_is_a_part(control: str) -> None:
    assert problem(article(ESTONIAN, control)) is Status.NO_TEXT
    assert problem(article(ESTONIAN, f"<div class='comments'>{control}</div>")) is None
    assert problem(article(ESTONIAN) + control) is None
