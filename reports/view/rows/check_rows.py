"""The check of a claim against one reference, as a row: the reference, its archived copy, quotes and attempts."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.records import ALARMS, Attempt, Capture, Check, Evidence, Excerpt
from reports.text.labels import (
    LIVE,
    STATUSES,
    TONES,
    UNFINISHED,
    VERDICTS,
    Tone,
    archive_name,
    copy_name,
)
from reports.text.links import text_fragment, unframed, web_address
from reports.text.other_copies import other_copy
from reports.text.phrases import day, percent, sentence
from reports.text.sanitising import one_line, shorten, shorten_front
from reports.text.source_parts import quoted_capture, read_with, where_quoted
from reports.view.rows.passages import Part, passages
from reports.view.rows.quotes import joined_quotes, worth_reading
from reports.view.rows.reference_rows import ReferenceRow, reference_row

# A hostile or broken document can cite any number of sources for a claim; a reader can take in far fewer.
MOST_CHECKS = 12
MOST_QUOTES = 3
MOST_ATTEMPTS = 8
LONGEST_QUOTE = 900
LONGEST_AROUND = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A quote in its passage. `href` jumps to it in the archived page; `where` names its page, or says it is hidden."""

    before: str
    quote: str
    after: str
    href: str | None
    opens: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """The copy that was read: what it is, its day, archive and distance from the access date, and why it was chosen."""

    name: str
    day: str
    archive: str
    href: str | None
    live: str | None
    away: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """A capture or a lookup that failed."""

    day: str
    archive: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A claim against one reference.

    Attributes:
        command: the command that prints the copy's text, or an empty text.
        passages: the copy's words around the quotes, in its order.
        whole: anchor of the first quote in the copy's whole text, or an empty text if the report does not have it.
    """

    reference: ReferenceRow
    tone: Tone
    label: str
    status: str
    explanation: str
    reason: str
    percent: str
    copy: CopyRow | None
    quotes: tuple[QuoteRow, ...]
    missing: tuple[str, ...]
    attempts: tuple[AttemptRow, ...]
    more_attempts: int
    read_with: str
    other: str
    fetched: str
    command: str
    passages: tuple[tuple[Part, ...], ...]
    whole: str


def check_row(
    check: Check, references: Mapping[str, ReferenceRow], today: str, excerpts: Sequence[Excerpt] = ()
) -> CheckRow:
    """Return the row of `check`.

    Args:
        check: the check.
        references: the rows of all references, by their ids.
        today: an ISO date; the row has the day its source was fetched unless that is `today`.
        excerpts: what the report has of the source's text.
    """
    label, explanation = STATUSES[check.status]
    unfinished = check.status.unfinished
    reference = reference_row(check.citation, references)
    quotes = worth_reading(check.evidence, check.facts)[:MOST_QUOTES]
    whole = any(excerpt.whole for excerpt in excerpts) and quotes
    return CheckRow(
        reference=reference,
        tone=Tone.WAIT if unfinished else TONES[check.verdict],
        label=UNFINISHED[0] if unfinished else VERDICTS[check.verdict][0],
        status="" if check.status.value == "checked" else label,
        explanation=explanation,
        reason=sentence(check.reason or ""),
        percent="" if check.verdict in ALARMS else percent(check.score),
        copy=_copy_row(check.capture, quoted=bool(quotes)) if check.capture else None,
        quotes=tuple(_quote_row(check, evidence) for evidence in joined_quotes(quotes)),
        missing=check.missing,
        attempts=tuple(_attempt_row(attempt) for attempt in check.tried[:MOST_ATTEMPTS]),
        more_attempts=max(0, len(check.tried) - MOST_ATTEMPTS),
        read_with=read_with(check),
        other=other_copy(check),
        fetched=day(check.fetched) if check.fetched and check.fetched[:10] != today[:10] else "",
        command=fetch_command(check.capture) if check.capture else "",
        passages=passages(quotes, excerpts),
        whole=f"text-{reference.number}-{quotes[0].start}" if whole else "",
    )


def fetch_command(capture: Capture) -> str:
    """Return the command that prints the text of `capture`: `citewatch fetch URL --at DATE --archive A --text`."""
    if capture.archive == LIVE:
        where = ["--live"]
    else:
        stamp = capture.timestamp
        where = ["--at", f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}", "--archive", capture.archive]
    words = ["citewatch", "fetch", capture.url, *where, "--text"]
    return shlex.join(one_line(word) for word in words)


def _copy_row(capture: Capture, *, quoted: bool) -> CopyRow:
    """Return a row whose `href` is None where the link at a quote opens the same page: one link is enough."""
    href = web_address(capture.memento)
    return CopyRow(
        name=copy_name(capture),
        day=day(capture.timestamp),
        archive=archive_name(capture.archive),
        href=None if quoted and unframed(href) == href else href,
        live=web_address(capture.url),
        away=_away(capture.days_from_access),
        rule=capture.rule or "",
    )


def _quote_row(check: Check, evidence: Evidence) -> QuoteRow:
    capture = quoted_capture(check, evidence)
    href = unframed(web_address(capture.memento)) if capture else None
    return QuoteRow(
        before=shorten_front(evidence.before, LONGEST_AROUND),
        quote=shorten(evidence.quote, LONGEST_QUOTE),
        after=shorten(evidence.after, LONGEST_AROUND),
        href=text_fragment(href, evidence.quote) if href and not evidence.hidden else href,
        opens="the live page" if capture and capture.archive == LIVE else "the archived copy",
        where=where_quoted(check, evidence),
    )


def _attempt_row(attempt: Attempt) -> AttemptRow:
    return AttemptRow(
        day=day(attempt.timestamp),
        archive=archive_name(attempt.archive),
        label=STATUSES[attempt.status][0],
        reason=attempt.reason,
    )


def _away(days: int | None) -> str:
    match days:
        case None:
            return ""
        case 0:
            return "on the day the author read the page"
        case _:
            distance = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
            return f"{distance} {'after' if days > 0 else 'before'} the author read the page"
