"""A judged document as rows that are ready to render: every text cut, every label worded, every link made safe."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.records import (
    Attempt,
    Capture,
    Check,
    Citation,
    Evidence,
    Exemption,
    Fact,
    JudgedClaim,
    JudgedDocument,
    Link,
    Verdict,
)
from reports.shown import day, sentence, shorten, shorten_front, text_fragment, unframed, web_address
from reports.summary import needs_someone
from reports.words import ADDRESSES, ARCHIVES, EXEMPT, FACTS, STATUSES, TONES, UNFINISHED, VERDICTS, Tone

# A hostile or broken document can hang any number of sources on a claim; what a person can take in is far less.
MOST_CHECKS = 12
MOST_QUOTES = 3
MOST_TRIED = 8
LONGEST_QUOTE = 900
LONGEST_AROUND = 180
LONGEST_REFERENCE = 600
LONGEST_LABEL = 24
# Of an id's 16 hexadecimal digits 10 tell the claims of any document apart; where not, a number behind does.
ANCHOR_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a claim: plain, or a detail that the source has, lacks or has otherwise (`state`)."""

    text: str
    state: str = ""
    label: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """Evidence in its passage; `href` jumps to it in the archived page."""

    before: str
    quote: str
    after: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """The archived copy that was read: when, where, how far from the access date, and why this one."""

    day: str
    archive: str
    href: str | None
    live: str | None
    away: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedRow:
    """A capture or a look-up that gave nothing."""

    day: str
    archive: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRow:
    """An entry of the reference list, the `number`th. `marker` is what stands in the text behind claims."""

    number: int
    anchor: str
    marker: str
    text: str
    href: str | None
    archived: str | None
    address: str
    broken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A claim against one reference."""

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
    tried: tuple[TriedRow, ...]
    more_tried: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with everything that is said about it. `tone` names its colour and its sign.

    `statuses` and `exempt` (why it does not count, if it does not) are what filters ask for besides.
    """

    id: str
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
    markers: tuple[ReferenceRow, ...]
    before: str
    pieces: tuple[Piece, ...]
    after: str
    missing: tuple[str, ...]
    checks: tuple[CheckRow, ...]
    more_checks: int
    statuses: tuple[str, ...]
    exempt: str


def claim_rows(document: JudgedDocument, exemptions: Iterable[Exemption] = ()) -> tuple[ClaimRow, ...]:
    """A row for each claim of `document`, in the order of `document.claims`."""
    exempt = {entry.claim: entry for entry in exemptions if entry.source == document.source}
    references = reference_rows(document)
    anchors = _anchors(claim.id for claim in document.claims)
    return tuple(
        _claim_row(claim, anchor, references, exempt.get(claim.id))
        for claim, anchor in zip(document.claims, anchors, strict=True)
    )


def reference_rows(document: JudgedDocument) -> dict[str, ReferenceRow]:
    """A row for each citation of `document`, by its id."""
    return {citation.id: _reference_row(citation, number) for number, citation in enumerate(document.citations, 1)}


def tone(claim: JudgedClaim) -> Tone:
    """The name of a claim's colour and sign."""
    return Tone.WAIT if claim.unfinished and claim.verdict is not Verdict.SUPPORTED else TONES[claim.verdict]


def _claim_row(
    claim: JudgedClaim, anchor: str, references: Mapping[str, ReferenceRow], exemption: Exemption | None
) -> ClaimRow:
    toned = tone(claim)
    label, _ = UNFINISHED if toned is Tone.WAIT else VERDICTS[claim.verdict]
    before, after = _around(claim)
    return ClaimRow(
        id=claim.id,
        anchor=anchor,
        tone=toned,
        label=label,
        percent=percent(claim.score),
        section=claim.section or "",
        line=claim.line,
        start=claim.start,
        end=claim.end,
        trailing=claim.link is Link.TRAILING,
        finding=claim.link is Link.DIRECT and needs_someone(claim),
        markers=tuple(_reference(name, references) for name in claim.citations[:MOST_CHECKS]),
        before=shorten_front(before, LONGEST_AROUND),
        pieces=_pieces(claim),
        after=shorten(after, LONGEST_AROUND),
        missing=claim.missing,
        checks=tuple(_check_row(check, references) for check in claim.checks[:MOST_CHECKS]),
        more_checks=max(0, len(claim.checks) - MOST_CHECKS),
        statuses=tuple(dict.fromkeys(check.status.value for check in claim.checks)),
        exempt=_exempt(exemption) if exemption else "",
    )


def _exempt(exemption: Exemption) -> str:
    reason = f": {exemption.reason}" if exemption.reason else ""
    until = f", until {day(exemption.until)}" if exemption.until else ""
    return f"Does not count, by {EXEMPT[exemption.by]}{until}{reason}"


def _check_row(check: Check, references: Mapping[str, ReferenceRow]) -> CheckRow:
    label, explanation = STATUSES[check.status]
    unfinished = check.status.unfinished
    return CheckRow(
        reference=_reference(check.citation, references),
        tone=Tone.WAIT if unfinished else TONES[check.verdict],
        label=UNFINISHED[0] if unfinished else VERDICTS[check.verdict][0],
        status="" if check.status.value == "checked" else label,
        explanation=explanation,
        reason=sentence(check.reason or ""),
        percent=percent(check.score),
        copy=_copy_row(check.capture, quoted=bool(check.evidence)) if check.capture else None,
        quotes=tuple(_quote_row(evidence, check.capture) for evidence in check.evidence[:MOST_QUOTES]),
        missing=check.missing,
        tried=tuple(_tried_row(attempt) for attempt in check.tried[:MOST_TRIED]),
        more_tried=max(0, len(check.tried) - MOST_TRIED),
    )


def _copy_row(capture: Capture, *, quoted: bool) -> CopyRow:
    """`href` is None where the link at a quote opens the same page: one link to it is enough."""
    href = web_address(capture.memento)
    return CopyRow(
        day=day(capture.timestamp),
        archive=archive_words(capture.archive),
        href=None if quoted and unframed(href) == href else href,
        live=web_address(capture.url),
        away=_away(capture.days_from_access),
        rule=capture.rule or "",
    )


def _quote_row(evidence: Evidence, capture: Capture | None) -> QuoteRow:
    href = unframed(web_address(capture.memento)) if capture else None
    return QuoteRow(
        before=shorten_front(evidence.before, LONGEST_AROUND),
        quote=shorten(evidence.quote, LONGEST_QUOTE),
        after=shorten(evidence.after, LONGEST_AROUND),
        href=text_fragment(href, evidence.quote) if href else None,
    )


def _tried_row(attempt: Attempt) -> TriedRow:
    return TriedRow(
        day=day(attempt.timestamp),
        archive=archive_words(attempt.archive),
        label=STATUSES[attempt.status][0],
        reason=attempt.reason,
    )


def _reference_row(citation: Citation, number: int) -> ReferenceRow:
    return ReferenceRow(
        number=number,
        anchor=f"source-{number}",
        marker=citation.id if len(citation.id) <= LONGEST_LABEL else str(number),
        text=shorten(citation.text, LONGEST_REFERENCE),
        href=web_address(citation.url),
        archived=web_address(citation.archive_url),
        address=ADDRESSES[citation.url_from],
        broken=citation.broken,
    )


def _reference(name: str, references: Mapping[str, ReferenceRow]) -> ReferenceRow:
    return references.get(name) or _reference_row(Citation(id=name, text="", broken=True), 0)


def _around(claim: JudgedClaim) -> tuple[str, str]:
    start = claim.sentence.find(claim.text)
    return ("", "") if start < 0 else (claim.sentence[:start], claim.sentence[start + len(claim.text) :])


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


def percent(score: float | None) -> str:
    """A probability as whole per cent, or nothing."""
    return "" if score is None else f"{score:.0%}".replace("%", " %")


def archive_words(name: str) -> str:
    """How an archive is called in a sentence."""
    return ARCHIVES.get(name, name)


def _away(days: int | None) -> str:
    match days:
        case None:
            return ""
        case 0:
            return "on the day the author read the page"
        case _:
            distance = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
            return f"{distance} {'after' if days > 0 else 'before'} the author read the page"


def _anchors(names: Iterable[str]) -> list[str]:
    """An anchor for each claim id, the same from run to run; a sentence that occurs twice gets a number behind."""
    seen: Counter[str] = Counter()
    anchors = []
    for name in names:
        plain = "".join(character for character in name if character.isascii() and character.isalnum())[:ANCHOR_LENGTH]
        seen[plain] += 1
        anchors.append(plain if seen[plain] == 1 else f"{plain}-{seen[plain]}")
    return anchors
