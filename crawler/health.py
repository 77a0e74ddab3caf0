"""Is this copy the page, or something that was shown in its place? Pure.

Soft 404s, redirects to a front page, parked domains, bot challenges, script shells, paywalls and logins, told by the
page's title, by what its text says where there is little of it, and by the scripts of the services that make them.
"""

from claims.records import BlockKind, Source, Status
from crawler.archives.interface import Failure, Response
from crawler.health_signs import CHALLENGE, LOGIN, NOT_FOUND, PARKED, PAYWALL, SERVICES
from crawler.urls import is_home

# A page with more text than this has something to say, whatever else stands on it.
_LITTLE = 1_200
_NEXT_TO_NOTHING = 250


def doubt_about(response: Response, source: Source, asked: str) -> Failure | None:
    """Why the copy that answered for the address `asked` is not that page, or None where it looks like it."""
    if is_home(response.url) and not is_home(asked):
        return _soft_404(f"the archived redirect leads to the site's front page {response.url}")
    if response.truncated:
        return Failure(status=Status.NO_TEXT, reason=f"the copy is not whole: {response.truncated}")
    titles = " \n".join(_titles(source))
    text = source.text
    little = _words_size(source) < _LITTLE
    if NOT_FOUND.search(titles) and (little or NOT_FOUND.search(source.title or "")):
        return _soft_404(f"the copy is a not-found page: {_shown(titles)}")
    if not little:
        return None
    if CHALLENGE.search(text) or SERVICES.search(response.body[:200_000]):
        reason = f"the copy is a check for bots or asks for scripts: {_shown(text)}"
        return Failure(status=Status.CHALLENGE, reason=reason)
    if PARKED.search(text):
        return _soft_404(f"the copy is of a parked or suspended site: {_shown(text)}")
    if NOT_FOUND.search(text[:400]):
        return _soft_404(f"the copy is a not-found page: {_shown(text)}")
    if LOGIN.search(titles) or PAYWALL.search(text):
        return Failure(status=Status.PAYWALL, reason=f"the copy is a paywall or a login: {_shown(text)}")
    if len(text) < _NEXT_TO_NOTHING and b"<script" in response.body.lower() and len(response.body) > 40 * len(text):
        return Failure(status=Status.CHALLENGE, reason="the copy is an empty shell that scripts would have filled")
    return None


def _titles(source: Source) -> list[str]:
    headings = [source.text[p.start : p.end] for p in source.passages if p.kind in (BlockKind.TITLE, BlockKind.HEADING)]
    return [t for t in (source.title, *headings[:2]) if t]


def _words_size(source: Source) -> int:
    """How much running text there is: short items and links are no text to rest a claim on."""
    return sum(p.end - p.start for p in source.passages if p.main and p.end - p.start > 60)


def _soft_404(reason: str) -> Failure:
    return Failure(status=Status.SOFT_404, reason=reason)


def _shown(text: str) -> str:
    """The first words, for the report."""
    words = " ".join(text.split())
    return f"“{words[:80].rstrip()}{'…' if len(words) > 80 else ''}”"
