"""The claims of a judged document as rows: their results, checked details, checks and exemptions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.records import ALARMS, Excerpt, ExemptBy, Exemption, Fact, JudgedClaim, JudgedDocument, Link, Status
from reports.severity import needs_attention, pending
from reports.text.labels import EXEMPT, FACTS, TONES, UNFINISHED, VERDICTS, Tone
from reports.text.phrases import day, percent, sentence
from reports.text.sanitising import shorten, shorten_front
from reports.view.rows.check_rows import (
    LONGEST_AROUND,
    MOST_CHECKS,
    CheckRow,
    check_row,
)
from reports.view.rows.passages import excerpts_by_citation
from reports.view.rows.reference_rows import ReferenceRow, reference_row, reference_rows

# Ten of an id's 16 hexadecimal digits distinguish the claims of nearly any document; elsewhere a number is appended.
ANCHOR_LENGTH = 10
LONGEST_KEY = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a claim's text: plain, or a detail that was found, is missing or is contradicted (`state`)."""

    text: str
    state: str = ""
    label: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with everything that the report shows about it.

    Attributes:
        key: the row's own id, where the input is a table that has one.
        tone: its colour and sign.
        finding: whether it is shown among the findings.
        unchecked: whether it is shown among what could not be checked: none of its sources was read.
        reason: the reason of its verdict over all sources together, unless a check gives the same.
        statuses: statuses of its checks, for the filters.
        exempt: why it does not count, or an empty text.
        known: whether the baseline is why.
    """

    id: str
    verdict: str
    key: str
    anchor: str
    tone: Tone
    label: str
    percent: str
    section: str
    line: int
    start: int
    end: int
    trailing: bool
    finding: bool
    unchecked: bool
    markers: tuple[ReferenceRow, ...]
    before: str
    pieces: tuple[Piece, ...]
    after: str
    reason: str
    missing: tuple[str, ...]
    checks: tuple[CheckRow, ...]
    more_checks: int
    statuses: tuple[str, ...]
    exempt: str
    known: bool


def claim_rows(document: JudgedDocument, exemptions: Iterable[Exemption] = (), today: str = "") -> tuple[ClaimRow, ...]:
    """Return a row for each claim, in the order of `document.claims`; `today` is the report's ISO date."""
    exempt = {entry.claim: entry for entry in exemptions if entry.source == document.source}
    references = reference_rows(document)
    anchors = _anchors(claim.id for claim in document.claims)
    excerpts = excerpts_by_citation(document)
    return tuple(
        _claim_row(claim, anchor, references, exempt.get(claim.id), today, excerpts)
        for claim, anchor in zip(document.claims, anchors, strict=True)
    )


def tone(claim: JudgedClaim) -> Tone:
    """Return the name of a claim's colour and sign."""
    return Tone.WAIT if pending(claim) else TONES[claim.verdict]


def _claim_row(
    claim: JudgedClaim,
    anchor: str,
    references: Mapping[str, ReferenceRow],
    exemption: Exemption | None,
    today: str,
    excerpts: Mapping[str, Sequence[Excerpt]],
) -> ClaimRow:
    toned = tone(claim)
    label, _ = UNFINISHED if toned is Tone.WAIT else VERDICTS[claim.verdict]
    before, after = _around(claim)
    notable = claim.link is Link.DIRECT and needs_attention(claim)
    unread = exemption is None and all(check.status is not Status.CHECKED for check in claim.checks)
    told = {check.reason for check in claim.checks[:MOST_CHECKS]}
    kept = excerpts if notable else {}
    return ClaimRow(
        id=claim.id,
        verdict=claim.verdict.value,
        key=shorten(claim.key or "", LONGEST_KEY),
        anchor=anchor,
        tone=toned,
        label=label,
        percent="" if claim.verdict in ALARMS else percent(claim.score),  # an alarm's low figure adds nothing
        section=claim.section or "",
        line=claim.line,
        start=claim.start,
        end=claim.end,
        trailing=claim.link is Link.TRAILING,
        finding=notable and not (unread and claim.checks),
        unchecked=notable and unread and bool(claim.checks),
        markers=tuple(reference_row(name, references) for name in claim.citations[:MOST_CHECKS]),
        before=shorten_front(before, LONGEST_AROUND),
        pieces=_pieces(claim),
        after=shorten(after, LONGEST_AROUND),
        reason="" if claim.reason in told else sentence(claim.reason or ""),
        missing=claim.missing,
        checks=tuple(
            check_row(check, references, today, kept.get(check.citation, ())) for check in claim.checks[:MOST_CHECKS]
        ),
        more_checks=max(0, len(claim.checks) - MOST_CHECKS),
        statuses=tuple(dict.fromkeys(check.status.value for check in claim.checks)),
        exempt=_exempt(exemption) if exemption else "",
        known=exemption is not None and exemption.by is ExemptBy.BASELINE,
    )


def _exempt(exemption: Exemption) -> str:
    reason = f" ({exemption.reason})" if exemption.reason else ""
    until = f", until {day(exemption.until)}" if exemption.until else ""
    return f"Does not count: exempted by {EXEMPT[exemption.by]}{until}{reason}"


def _around(claim: JudgedClaim) -> tuple[str, str]:
    """Return what to show before and behind a claim: its lead, or the beginning of its sentence, and its end."""
    start = claim.sentence.find(claim.text)
    before, after = claim.sentence[: max(start, 0)], claim.sentence[start + len(claim.text) :]
    return f"{claim.lead} " if claim.lead else before, after if start >= 0 else ""


def _pieces(claim: JudgedClaim) -> tuple[Piece, ...]:
    pieces = []
    position = 0
    for fact in sorted(claim.facts, key=lambda fact: fact.start):
        if position <= fact.start < fact.end <= len(claim.text):
            pieces.append(Piece(text=claim.text[position : fact.start]))
            pieces.append(_fact_piece(fact, claim.text[fact.start : fact.end]))
            position = fact.end
    pieces.append(Piece(text=claim.text[position:]))
    return tuple(piece for piece in pieces if piece.text)


def _fact_piece(fact: Fact, text: str) -> Piece:
    other = fact.found if fact.found and fact.found != text else ""
    return Piece(text=text, state=fact.state.value, label=FACTS[fact.state], found=shorten(other, LONGEST_AROUND))


def _anchors(names: Iterable[str]) -> list[str]:
    """Return an anchor for each claim id, the same in every run; a repeated sentence gets a number appended."""
    seen: Counter[str] = Counter()
    anchors = []
    for name in names:
        plain = "".join(character for character in name if character.isascii() and character.isalnum())[:ANCHOR_LENGTH]
        seen[plain] += 1
        anchors.append(plain if seen[plain] == 1 else f"{plain}-{seen[plain]}")
    return anchors
