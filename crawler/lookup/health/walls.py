"""Whether a page with little text asks its reader to subscribe, to sign in or to consent, in any language. Pure.

What such pages say is in all languages; the addresses, names and roles in their markup are in the English of those who
make websites. A little text that ends at a link to an account's page is a teaser; one beside a form that signs in, in
the place of the article, is a login; one with a button that loads more is a part; and what dialogs say is not the page.
"""

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from claims.records import Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.blocks import tidy
from crawler.extraction.charset import to_utf8
from crawler.extraction.extract import extract
from crawler.extraction.html import bounded
from crawler.lookup.health.page_parts import last_texts
from crawler.lookup.health.running_text import FLOOR, running_words
from crawler.outcome import Failure
from crawler.urls import resolve_link, split_web_url

_TEASER = 250
"""Words of running text below which a page that ends at a link to an account is a teaser. Of the 29 whole articles of
fewer than 400 words among the real pages one ends so, to a newspaper's subscriptions, and has 386."""
_MOST = 20  # links, forms and dialogs that are looked at
_READ = 1_000_000  # bytes in which forms and dialogs are sought
_SIGN_IN = r"log[-_]?in|sign[-_]?in|sso|oauth2?"
_ACCOUNT = rf"{_SIGN_IN}|sign[-_]?up|account|subscri\w+|suscri\w+|abon\w+|abos?|premium|membership|paywall|checkout"
# Whole segments of an address, since titles of articles hold such words too, and parts of the names of classes.
_TO_ACCOUNT = re.compile(rf"(?:^|[/.?&=])(?:{_ACCOUNT})(?=$|[/.?&=])", re.IGNORECASE)
_TO_SIGN_IN = re.compile(rf"(?:^|[/.?&=])(?:{_SIGN_IN})(?=$|[/.?&=])", re.IGNORECASE)
_NAMED_ACCOUNT = re.compile(rf"(?:^|[\s_-])(?:{_ACCOUNT})(?=$|[\s_-])", re.IGNORECASE)
_MORE = re.compile(
    r"(?:^|[\s_-])(?:(?:load|show|read|see|view)[_-]?(?:more|all|full|rest)|continue[_-]?reading)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"comment|related|recommend|newsletter", re.IGNORECASE)
# What asks for an account to do something else than to read on, as under the posts of WordPress and Drupal.
_FOR_ANOTHER_END = re.compile(r"wp-login|comment|repl(?:y|ies)|respond|newsletter|feed|rss", re.IGNORECASE)
_NAMED = ("consent", "cookie", "gdpr", "privacy")
_BOXES = ("div", "section", "aside", "form")
_DIALOGS = ", ".join(
    (
        *("dialog", "[role=dialog]", "[role=alertdialog]", "[aria-modal=true]"),
        *(f"{tag}[{name}*={each} i]" for each in _NAMED for name in ("id", "class") for tag in _BOXES),
    )
)
_PLACES = ("main", "article")


def wall(response: ArchivedResponse, source: Source) -> Failure | None:
    """Return that a page with little text asks for an account or a consent to show more, or None."""
    tree = LexborHTMLParser(bounded(to_utf8(response.body[:_READ], response.headers.get("content-type", ""))))
    return (
        _ends_at_account(tree, response.url, source)
        or _signs_in(tree, response.url)
        or _shows_more(tree)
        or _asks_in_dialog(tree, response.url)
    )


def _ends_at_account(tree: LexborHTMLParser, url: str, source: Source) -> Failure | None:
    if running_words(source, _TEASER) >= _TEASER:
        return None
    texts = [_bare(text) for text in last_texts(source)]
    links = (link for link in tree.css("a[href]") if (words := _bare(link.text())) and _ends(texts, words))
    for link in islice(links, _MOST):
        if _is_beside(link):
            continue
        named = _names(link)
        address = resolve_link(url, link.attributes.get("href") or "")
        if _FOR_ANOTHER_END.search(f"{address} {named}"):
            continue
        if _TO_ACCOUNT.search(address.partition("://")[2]) or _NAMED_ACCOUNT.search(named):
            return Failure(status=Status.PAYWALL, reason=f"the text of the copy ends at a link to {address}")
    return None


def _ends(texts: list[str], words: str) -> bool:
    return any(text.endswith(words) for text in texts)


def _bare(text: str) -> str:
    return tidy(text).rstrip(" .!›»→")


def _names(node: LexborNode) -> str:
    return " ".join(
        value for name, value in node.attributes.items() if value and name in ("class", "id", "data-action")
    )


def _is_beside(link: LexborNode) -> bool:
    """Return whether a link or a button is beside the article, as for a newsletter or comments."""
    node = link.parent
    while node is not None:
        if node.tag in ("aside", "footer", "nav", "header") or _BESIDE.search(_names(node)):
            return True
        node = node.parent
    return False


def _signs_in(tree: LexborHTMLParser, url: str) -> Failure | None:
    path = split.path if (split := split_web_url(url)) else ""
    if _TO_SIGN_IN.search(path):
        return Failure(status=Status.PAYWALL, reason=f"the copy is of a page to sign in, {url}")
    forms = tree.css(", ".join(f"{place} form" for place in _PLACES))[:_MOST]
    if any(
        form.css_first("[type=password i]") or _TO_SIGN_IN.search(form.attributes.get("action") or "") for form in forms
    ):
        return Failure(status=Status.PAYWALL, reason="the copy is a form to sign in in the place of the page")
    return None


def _shows_more(tree: LexborHTMLParser) -> Failure | None:
    controls = tree.css(", ".join(f"{place} {tag}" for place in _PLACES for tag in ("button", "a")))
    named = (each for each in controls if _MORE.search(_names(each)))
    if any(not _is_beside(each) for each in islice(named, _MOST)):
        return Failure(status=Status.NO_TEXT, reason="the copy holds little text, and its page loads more when asked")
    return None


def _asks_in_dialog(tree: LexborHTMLParser, url: str) -> Failure | None:
    dialogs = [each for each in tree.css(_DIALOGS)[:_MOST] if not each.css_first(", ".join(_PLACES))]
    if not dialogs or _words(tree, url) < FLOOR:
        return None
    for dialog in dialogs:
        dialog.decompose()
    if _words(tree, url) >= FLOOR:
        return None
    reason = "the copy holds too little running text beside a dialog, as for consent"
    return Failure(status=Status.CHALLENGE, reason=reason)


def _words(tree: LexborHTMLParser, url: str) -> int:
    page = extract((tree.html or "").encode("utf-8", "ignore"), "text/html; charset=utf-8", url)
    return running_words(page.visible, FLOOR) if isinstance(page, Source) else 0
