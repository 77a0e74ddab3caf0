"""Whether a copy is the page, or something that was shown in its place. Pure.

Soft 404s, redirects to a front page, parked domains, bot checks, empty script shells, paywalls and logins are
recognised by the page's title, by phrases in its text if there is little of it, by the scripts of the services that
make such pages, and dialogs by their buttons. What a copy lacks proves nothing if it holds too little running text, or
says that it is not whole.
"""

import re
from itertools import islice

from claims.records import BlockKind, Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.health.dialogs import is_dialog
from crawler.lookup.health.garbling import is_garbled
from crawler.lookup.health.page_notices import SERVICES, notice
from crawler.lookup.health.running_text import FLOOR, running_words
from crawler.lookup.health.teasers import teasers
from crawler.lookup.health.walls import wall
from crawler.lookup.health.wholeness import TEASER, not_whole
from crawler.outcome import Failure
from crawler.urls import host_of, is_front_page

# Characters of running text from which a page has content of its own, whatever else it shows.
_LITTLE = 1_200
_NEARLY_EMPTY = 250
# Scripts against bots are part of ordinary pages too; with fewer characters of text than this they are the page.
_FEW_WORDS = 900
_MAX_READ = 5_000
_READ = 1_000_000  # bytes
# What makers of websites call such a page (`error404` is WordPress's), whatever language it is in.
_NAMED_NOT_FOUND = re.compile(
    rb"""<(?:html|body|main|article|div|section)\b[^<>]{0,300}\b(?:class|id)\s*=\s*["'](?:[^"'<>]{0,300}\s)?"""
    rb"""(?:error-?404|(?:error-)?page-?404|404-page|(?:page-)?not-?found(?:-page)?)["'\s]""",
    re.IGNORECASE,
)
_MAX_TITLE = 150
_TITLE_START = 12
_MIN_SHARE = 0.6
_PARTS = re.compile(r"\s[-–—·»]\s|[|:]")


def page_problem(response: ArchivedResponse, source: Source, asked: str) -> Failure | None:
    """Return why the copy found for the address `asked` does not look like that page, or None if it does."""
    return shown_instead(response, source, asked) or too_little(response, source)


def shown_instead(response: ArchivedResponse, source: Source, asked: str) -> Failure | None:
    """Return what was shown in place of the page at the address `asked`, or None."""
    if is_front_page(response.url) and not is_front_page(asked):
        return _soft_404(f"the redirect leads to the site's front page {response.url}")
    if _running_text(source) < _LITTLE:
        if problem := _problem_of_short_page(response, source):
            return problem
    elif _title_says_not_found(source):
        return _soft_404(f"the copy is a not-found page: {_excerpt(source.title)}")
    if is_garbled(response, source):
        return Failure(status=Status.NO_TEXT, reason=f"the text of the copy is garbled: {_excerpt(source.text)}")
    return None


def too_little(response: ArchivedResponse, source: Source) -> Failure | None:
    """Return why what a copy lacks proves nothing, since it is not the whole page or holds few words, or None."""
    words = running_words(source, TEASER)
    if problem := not_whole(response, source, words):
        return problem
    if words < FLOOR:
        return few_words(source)
    if words < TEASER and (problem := wall(response, source)):
        return problem
    if is_front_page(response.url):
        return None  # it is a list, and cited as one
    lists = teasers(response, source)
    return listed(source) if lists and running_words(source, FLOOR, without=lists) < FLOOR else None


def few_words(source: Source) -> Failure:
    """Return the failure of a copy with fewer words of running text than `FLOOR`."""
    shown = f"holds too little running text: {_excerpt(source.text)}" if source.text else "shows no text"
    return Failure(status=Status.NO_TEXT, reason=f"the copy {shown}")


def listed(source: Source) -> Failure:
    """Return the failure of a copy that holds hardly more than teasers of other pages."""
    reason = f"the copy holds too little running text beside teasers of other pages: {_excerpt(source.text)}"
    return Failure(status=Status.NO_TEXT, reason=reason)


def _problem_of_short_page(response: ArchivedResponse, source: Source) -> Failure | None:
    """Return the problem of a page with little text, which may be a notice in place of the page."""
    titles = " \n".join(_titles(source))
    text = source.text[:_MAX_READ]
    if notice("not_found").search(titles) or notice("not_found").search(text[:400]):
        return _soft_404(f"the copy is a not-found page: {_excerpt(titles or text)}")
    if _NAMED_NOT_FOUND.search(response.body[:_READ]):
        return _soft_404(f"the copy is called a not-found page in its markup: {_excerpt(titles or text)}")
    if not is_front_page(response.url) and (source.title or "").lower().strip() in _hosts(response.url):
        return _soft_404(f"the copy bears the name of its site alone, as parked sites do: {_excerpt(text)}")
    if notice("challenge").search(text) or (len(text) < _FEW_WORDS and SERVICES.search(response.body[:200_000])):
        reason = f"the copy is a check for bots or asks for scripts: {_excerpt(text)}"
        return Failure(status=Status.CHALLENGE, reason=reason)
    if notice("parked").search(text):
        return _soft_404(f"the copy is of a parked or suspended site: {_excerpt(text)}")
    if notice("blocked").search(text):
        return _soft_404(f"the copy is of a page that says that the site is blocked: {_excerpt(text)}")
    if notice("server_error").search(titles) or notice("server_error").search(text[:400]):
        return Failure(status=Status.ERROR_CAPTURE, reason=f"the copy is an error page of the server: {_excerpt(text)}")
    if notice("login").search(titles) or notice("paywall").search(text):
        return Failure(status=Status.PAYWALL, reason=f"the copy is a paywall or a login: {_excerpt(text)}")
    if len(text) < _FEW_WORDS and notice("consent").search(text):
        reason = f"the copy asks for consent to cookies in place of the page: {_excerpt(text)}"
        return Failure(status=Status.CHALLENGE, reason=reason)
    if len(text) < _FEW_WORDS and is_dialog(response):
        reason = f"the copy is a question with buttons in place of the page, as for consent: {_excerpt(text)}"
        return Failure(status=Status.CHALLENGE, reason=reason)
    if len(text) < _NEARLY_EMPTY and b"<script" in response.body.lower() and len(response.body) > 40 * len(text):
        return Failure(status=Status.CHALLENGE, reason="the copy is an empty shell that scripts would have filled")
    return None


def _hosts(url: str) -> tuple[str, str]:
    host = host_of(url)
    return host, host.removeprefix("www.")


def _title_says_not_found(source: Source) -> bool:
    """Return whether a page with much text (other stories, say) calls itself not found at the start of its title.

    The phrase must be most of its part of the title: `Page not found - The Times`, but not `Not Found (song)`, nor
    `404 Media: how an error cost a city millions`.
    """
    at = 0
    for part in _PARTS.split((source.title or "")[:_MAX_TITLE]):
        found = notice("not_found").search(part)
        if found and at + found.start() < _TITLE_START and len(found[0]) >= _MIN_SHARE * len(part.strip()):
            return True
        at += len(part)
    return False


def _titles(source: Source) -> list[str]:
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    headings = (source.text[p.start : p.end] for p in source.passages if p.kind in kinds)
    return [title[:_MAX_TITLE] for title in (source.title, *islice(headings, 2)) if title]


def _running_text(source: Source) -> int:
    """Return the characters of main text in passages long enough to support a claim; short items and links are not."""
    return sum(p.end - p.start for p in source.passages if p.main and p.end - p.start > 60)


def _soft_404(reason: str) -> Failure:
    return Failure(status=Status.SOFT_404, reason=reason)


def _excerpt(text: str | None) -> str:
    """Return the first words, for the report."""
    words = " ".join((text or "").split())
    return f"“{words[:80].rstrip()}{'…' if len(words) > 80 else ''}”"
