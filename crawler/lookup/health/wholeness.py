"""Whether a page says of itself that it is not whole: a teaser, one part of several, the frame around a page. Pure.

The signs are those by which pages address search engines and browsers (schema.org's `isAccessibleForFree`, content
tiers, `rel=next`, frames), and an end that breaks off. Pages that hold their whole article carry most of these signs as
well, so they count only beside little text; the limits are measured on the articles of the extraction benchmark.
"""

import re

from claims.language.detection import language_of
from claims.language.tokens import stopwords
from claims.records import Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.health.page_notices import notice
from crawler.lookup.health.page_parts import NamedPart, frames, inline_frames, last_texts, neighbours, one_of_several
from crawler.outcome import Failure

TEASER = 400
"""Words of running text below which a page that declares itself not free is a teaser. Of 23 real pages that declare it,
the one teaser has 97, and the shortest whole article 451."""

_FRAMED = 150  # words; a page with fewer may be the frame of the page in its iframe
_READ = 1_000_000  # bytes in which signs are sought
_NOT_FREE = re.compile(
    rb"isAccessibleForFree[\\\"'\s]*(?:[:=]|content\s*=)[\\\"'\s]*(?:https?:\\?/\\?/schema\.org\\?/)?(?:false|no|0)\b"
    rb"|content_tier[\"'][^>]{0,60}content\s*=\s*[\"']?(?:locked|metered|premium|paid|subscri)"
    rb"|content\s*=\s*[\"'](?:locked|metered|premium|paid)[\"'][^>]{0,60}content_tier",
    re.IGNORECASE,
)
# Names of the barrier itself; pages name links to a login by such words as well.
_BARRIER = re.compile(
    rb"""<(?:div|section|aside|p|form|article)\b[^>]{0,300}?\b(?:class|id)\s*=\s*["'](?:[^"'<>]{0,200}[\s_-])?"""
    rb"""(?:pay|reg|subscription|subscriber|login)-?wall(?:[_-]{1,2}(?:overlay|prompt|barrier|box|container|message|gate|offer|fade|teaser))?["'\s]""",
    re.IGNORECASE,
)
_FRAMESET = re.compile(rb"<frameset\b", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"[^\W\d]['’”\"»)]?\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W{0,3}$")
_LAST_WORD = re.compile(r"(?<=\s)[^\W\d_]+$")
_LAST = 200  # characters of a passage in which it may ask for a subscription to read on
_MOST_IN_LABEL = 40  # characters of a passage that says no more than "continue reading"


def not_whole(response: ArchivedResponse, source: Source, words: int) -> Failure | None:
    """Return why a copy with so many words of running text says that it is not the whole page, or None."""
    if cut := cut_off(response):
        return cut
    if words < TEASER and (teaser := barred(response) or breaks_off(source)):
        return teaser
    named = named_parts(response, source, words)
    if named:
        return partial(f"the copy is not the whole page, which has {named[0].what} at {named[0].url}")
    if words < TEASER and _FRAMESET.search(response.body[:_READ]):
        return partial("the copy is a set of frames, which hold the page")
    if label := label_of_part(source):
        return partial(f"the copy is one part of several: “{label[0]}”")
    return None


def cut_off(response: ArchivedResponse) -> Failure | None:
    """Return that a capture was cut off, or None."""
    return partial(f"the copy is not whole: {response.truncated}") if response.truncated else None


def barred(response: ArchivedResponse) -> Failure | None:
    """Return that a page with little text says that it is not free or has a barrier, or None."""
    body = response.body[:_READ]
    if _NOT_FREE.search(body):
        return _teaser("the page declares that it is not free, and the copy holds little text")
    return _teaser("the copy holds little text beside a paywall") if _BARRIER.search(body) else None


def named_parts(response: ArchivedResponse, source: Source, words: int) -> tuple[NamedPart, ...]:
    """Return the other parts of which a page with so many words of running text consists, in no order."""
    around = frames(response) if words < TEASER else ()
    if not around and words < _FRAMED:
        around = inline_frames(response)
    return around + neighbours(response, labelled=label_of_part(source) is not None)


def label_of_part(source: Source) -> tuple[str, int] | None:
    """Return the label "1 of 3" at the end of the main text, and the number of parts, or None."""
    return one_of_several(last_texts(source)[1:])


def breaks_off(source: Source) -> Failure | None:
    """Return why a little main text seems to break off, or None."""
    end = last_texts(source)
    if end and (_BROKEN_OFF.search(end[0]) or _ends_in_grammar(end[0], source)):
        return _teaser("the text of the copy breaks off")
    if any(notice("paywall").search(text[-_LAST:]) for text in end):
        return _teaser("the text of the copy ends at a paywall")
    if any(len(text) <= _MOST_IN_LABEL and notice("continues").search(text) for text in end[1:]):
        return _teaser("the text of the copy goes on elsewhere")
    return None


def _ends_in_grammar(text: str, source: Source) -> bool:
    """Return whether a text ends, without a stop, in a word after which a sentence goes on ("and", "of the")."""
    last = _LAST_WORD.search(text)
    spoken = (language_of(source.text) or source.language) if last else None
    return bool(last and spoken and last[0].lower() in stopwords(spoken))


def _teaser(reason: str) -> Failure:
    return Failure(status=Status.PAYWALL, reason=reason)


def partial(reason: str) -> Failure:
    """Return the failure of a copy that is only a part of the page."""
    return Failure(status=Status.NO_TEXT, reason=reason)
