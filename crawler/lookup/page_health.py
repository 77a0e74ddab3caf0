"""Is this copy the page, or something that was shown in its place? Pure.

Soft 404s, redirects to a front page, parked domains, bot challenges, script shells, paywalls and logins, told by the
page's title, by what its text says where there is little of it, and by the scripts of the services that make them.
"""

import re
from itertools import islice

from claims.records import BlockKind, Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.health_signs import (
    BLOCKED,
    CHALLENGE,
    CONSENT,
    LOGIN,
    NOT_FOUND,
    PARKED,
    PAYWALL,
    SERVER_ERROR,
    SERVICES,
)
from crawler.outcome import Failure
from crawler.urls import is_front_page

# A page with more text than this has something to say, whatever else stands on it.
_LITTLE = 1_200
_NEXT_TO_NOTHING = 250
# Scripts against bots stand on ordinary pages too; they are the page where there are no more words than this.
_FEW_WORDS = 900
_MOST_READ = 5_000
_MOST_TITLE = 150
_AT_ONCE = 12
_MOST_OF_PART = 0.6
_PARTS = re.compile(r"\s[-–—·»]\s|[|:]")


def page_problem(response: ArchivedResponse, source: Source, asked: str) -> Failure | None:
    """Why the copy that answered for the address `asked` is not that page, or None where it looks like it."""
    if is_front_page(response.url) and not is_front_page(asked):
        return _soft_404(f"the archived redirect leads to the site's front page {response.url}")
    if response.truncated:
        return Failure(status=Status.NO_TEXT, reason=f"the copy is not whole: {response.truncated}")
    if _running_text(source) >= _LITTLE:
        return _soft_404(f"the copy is a not-found page: {_shown(source.title)}") if _opens_badly(source) else None
    return _doubt_about_little(response, source)


def _doubt_about_little(response: ArchivedResponse, source: Source) -> Failure | None:
    """The same for a page of few words, which may be those that stand where a page should."""
    titles = " \n".join(_titles(source))
    text = source.text[:_MOST_READ]
    if NOT_FOUND.search(titles) or NOT_FOUND.search(text[:400]):
        return _soft_404(f"the copy is a not-found page: {_shown(titles or text)}")
    if CHALLENGE.search(text) or (len(text) < _FEW_WORDS and SERVICES.search(response.body[:200_000])):
        reason = f"the copy is a check for bots or asks for scripts: {_shown(text)}"
        return Failure(status=Status.CHALLENGE, reason=reason)
    if PARKED.search(text):
        return _soft_404(f"the copy is of a parked or suspended site: {_shown(text)}")
    if BLOCKED.search(text):
        return _soft_404(f"the copy is of a page that says that the site is blocked: {_shown(text)}")
    if SERVER_ERROR.search(titles) or SERVER_ERROR.search(text[:400]):
        return Failure(status=Status.ERROR_CAPTURE, reason=f"the copy is an error page of the server: {_shown(text)}")
    if LOGIN.search(titles) or PAYWALL.search(text):
        return Failure(status=Status.PAYWALL, reason=f"the copy is a paywall or a login: {_shown(text)}")
    if len(text) < _FEW_WORDS and CONSENT.search(text):
        reason = f"the copy asks for consent to cookies in place of the page: {_shown(text)}"
        return Failure(status=Status.CHALLENGE, reason=reason)
    if len(text) < _NEXT_TO_NOTHING and b"<script" in response.body.lower() and len(response.body) > 40 * len(text):
        return Failure(status=Status.CHALLENGE, reason="the copy is an empty shell that scripts would have filled")
    return None


def _opens_badly(source: Source) -> bool:
    """Whether a page that is full of words (of other stories) calls itself not found, right at the title's start.

    The sign must be most of its part of the title: `Page not found - The Times`, but not `Not Found (song)`, nor
    `404 Media: how an error cost a city millions`.
    """
    at = 0
    for part in _PARTS.split((source.title or "")[:_MOST_TITLE]):
        found = NOT_FOUND.search(part)
        if found and at + found.start() < _AT_ONCE and len(found[0]) >= _MOST_OF_PART * len(part.strip()):
            return True
        at += len(part)
    return False


def _titles(source: Source) -> list[str]:
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    headings = (source.text[p.start : p.end] for p in source.passages if p.kind in kinds)
    return [title[:_MOST_TITLE] for title in (source.title, *islice(headings, 2)) if title]


def _running_text(source: Source) -> int:
    """How many characters there are to rest a claim on: short items and links are none."""
    return sum(p.end - p.start for p in source.passages if p.main and p.end - p.start > 60)


def _soft_404(reason: str) -> Failure:
    return Failure(status=Status.SOFT_404, reason=reason)


def _shown(text: str | None) -> str:
    """The first words, for the report."""
    words = " ".join((text or "").split())
    return f"“{words[:80].rstrip()}{'…' if len(words) > 80 else ''}”"
