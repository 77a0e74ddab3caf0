"""What one HTML page of the report shows, ready to render: the outcome, the funnel, findings, document and sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.records import JudgedClaim, JudgedDocument, Link, Report, Status, Summary, Verdict
from reports.reading import BlockRow, block_rows
from reports.rows import ClaimRow, ReferenceRow, archive_words, claim_rows, reference_rows, tone
from reports.shown import day, listed
from reports.summary import funnel, needs_someone, summarise, urgency
from reports.words import STATUSES, UNFINISHED, VERDICTS, count


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the cited claims have one outcome; `offset` and `width` in per cent of them all, for a bar."""

    tone: str
    label: str
    explanation: str
    count: int
    offset: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the funnel: how many sentences come so far (`width` in per cent), and what held the others back."""

    label: str
    count: int
    width: float
    lost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A reference with what became of it and the claims that hang on it."""

    reference: ReferenceRow
    tone: str
    label: str
    copies: tuple[str, ...]
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document's page."""

    title: str
    source: str
    language: str
    about: tuple[str, ...]
    headline: str
    tone: str
    details: tuple[str, ...]
    shares: tuple[Share, ...]
    steps: tuple[Step, ...]
    findings: tuple[ClaimRow, ...]
    blocks: tuple[BlockRow, ...]
    sources: tuple[SourceRow, ...]
    notes: tuple[str, ...]
    legend: tuple[tuple[str, str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    index: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """One document in the index of a report on several."""

    href: str
    title: str
    source: str
    headline: str
    tone: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The page that a report on several documents starts with."""

    about: tuple[str, ...]
    headline: str
    tone: str
    details: tuple[str, ...]
    shares: tuple[Share, ...]
    documents: tuple[IndexRow, ...]


def page(report: Report, document: JudgedDocument, *, index: str | None = None) -> Page:
    """The page on `document`, with a link back to the file `index` if there is one."""
    rows = claim_rows(document)
    summary = summarise([document])
    headline, toned = _headline(summary)
    return Page(
        title=_title(document),
        source=document.source,
        language=document.language or "",
        about=_about(report, document),
        headline=headline,
        tone=toned,
        details=_details(summary),
        shares=_shares([document]),
        steps=_steps([document]),
        findings=_findings(document, rows),
        blocks=block_rows(document, rows),
        sources=_sources(document, rows),
        notes=document.notes,
        legend=(*((verdict.value, *VERDICTS[verdict]) for verdict in Verdict), ("unfinished", *UNFINISHED)),
        statuses=tuple(STATUSES[status] for status in Status),
        index=index,
    )


def index_rows(report: Report, names: Sequence[str]) -> Index:
    """The index of a report on several documents (or none), the pages of which are the files `names`."""
    summary = summarise(report.documents)
    headline, toned = _headline(summary)
    return Index(
        about=_about(report),
        headline=headline,
        tone=toned,
        details=_details(summary),
        shares=_shares(report.documents),
        documents=tuple(_index_row(document, name) for document, name in zip(report.documents, names, strict=True)),
    )


def _index_row(document: JudgedDocument, name: str) -> IndexRow:
    headline, toned = _headline(summarise([document]))
    return IndexRow(
        href=name,
        title=_title(document),
        source=document.source,
        headline=headline,
        tone=toned,
        shares=_shares([document]),
    )


def _title(document: JudgedDocument) -> str:
    return document.title or document.source


def _about(report: Report, document: JudgedDocument | None = None) -> tuple[str, ...]:
    archives = listed(archive_words(name) for name in report.archives)
    about = [f"Checked on {day(report.finished)}", f"against {archives}" if archives else "without an archive"]
    if document and document.as_of:
        about.append(f"document of {day(document.as_of)}")
    about.append(f"{report.tool.name} {report.tool.version}, checker {report.tool.checker}")
    return tuple(about)


def _headline(summary: Summary) -> tuple[str, str]:
    """The outcome in one sentence, and its tone."""
    judged = summary.supported + summary.partially_supported + summary.not_supported
    cited = count(summary.claims, "cited claim", "cited claims")
    if not summary.claims:
        return "No sentence here carries a citation.", "uncited"
    if summary.not_supported:
        are = "is" if summary.not_supported == 1 else "are"
        return f"{summary.not_supported:,} of {cited} {are} not supported by what is cited.", "not_supported"
    if summary.partially_supported:
        are = "is" if summary.partially_supported == 1 else "are"
        return f"{summary.partially_supported:,} of {cited} {are} only partly supported.", "partially_supported"
    if not judged:
        return f"None of {cited} could be checked.", "unfinished" if summary.unchecked else "source_unavailable"
    if summary.source_unavailable:
        could = "it" if judged == 1 else "they"
        return f"{judged:,} of {cited} could be checked, and {could} held.", "supported"
    return f"All {cited} held." if summary.claims > 1 else "The one cited claim held.", "supported"


def _details(summary: Summary) -> tuple[str, ...]:
    details = []
    if summary.source_unavailable:
        claims = count(summary.source_unavailable, "claim", "claims")
        details.append(f"{claims} could not be checked: that says nothing about them.")
    if summary.unchecked:
        details.append(
            f"Not finished: {count(summary.unchecked, 'source', 'sources')} could not be asked for."
            " Run the check again, and it goes on from here."
        )
    return tuple(details)


def _shares(documents: Iterable[JudgedDocument]) -> tuple[Share, ...]:
    tones = [tone(claim) for document in documents for claim in document.claims if claim.link is Link.DIRECT]
    labels = {verdict.value: VERDICTS[verdict] for verdict in Verdict} | {"unfinished": UNFINISHED}
    order = ("not_supported", "partially_supported", "source_unavailable", "unfinished", "supported")
    shares = []
    offset = 0.0
    for name in order:
        number = tones.count(name)
        width = 100 * number / len(tones) if tones else 0.0
        label, explanation = labels[name]
        if number or name != "unfinished":
            shares.append(
                Share(tone=name, label=label, explanation=explanation, count=number, offset=offset, width=width)
            )
        offset += width
    return tuple(shares)


def _steps(documents: Sequence[JudgedDocument]) -> tuple[Step, ...]:
    counted = funnel(documents)
    named = (
        ("Sentences", counted.sentences, ""),
        ("with a citation", counted.cited, "without one"),
        ("with an address to look up", counted.with_url, "without an address"),
        ("with an archived copy", counted.copy_found, "no copy found"),
        ("with a readable copy", counted.readable, "unreadable"),
        ("checked", counted.judged, "waiting for another source"),
        ("supported", counted.supported, "not, or only partly"),
    )
    most = max(1, counted.sentences)
    before = counted.sentences
    steps = []
    for label, number, lost in named:
        gone = before - number
        steps.append(
            Step(label=label, count=number, width=100 * number / most, lost=f"{gone:,} {lost}" if gone else "")
        )
        before = number
    return tuple(steps)


def _findings(document: JudgedDocument, rows: Iterable[ClaimRow]) -> tuple[ClaimRow, ...]:
    pairs = zip(document.claims, rows, strict=True)
    found = [(claim, row) for claim, row in pairs if claim.link is Link.DIRECT and needs_someone(claim)]
    return tuple(row for _, row in sorted(found, key=_worst_first))


def _worst_first(pair: tuple[JudgedClaim, ClaimRow]) -> tuple[bool, int, float, int]:
    return urgency(pair[0])


def _sources(document: JudgedDocument, claims: Sequence[ClaimRow]) -> tuple[SourceRow, ...]:
    references = reference_rows(document)
    hanging: dict[str, list[ClaimRow]] = {name: [] for name in references}
    outcomes: dict[str, tuple[str, str]] = {}
    copies: dict[str, dict[str, None]] = {name: {} for name in references}
    for claim, row in zip(document.claims, claims, strict=True):
        for name in claim.citations:
            if name in hanging and not row.trailing:
                hanging[name].append(row)
        for check in claim.checks:
            if check.citation in copies:
                outcomes[check.citation] = _outcome(check.status)
                if check.capture:
                    found = f"{day(check.capture.timestamp)}, {archive_words(check.capture.archive)}"
                    copies[check.citation][found] = None
    return tuple(
        SourceRow(
            reference=reference,
            tone=outcomes.get(name, _NOT_ASKED)[0],
            label=outcomes.get(name, _NOT_ASKED)[1],
            copies=tuple(copies[name]),
            claims=tuple(hanging[name]),
        )
        for name, reference in references.items()
    )


_NOT_ASKED = ("uncited", "No claim asks for it")


def _outcome(status: Status) -> tuple[str, str]:
    label = STATUSES[status][0]
    if status is Status.CHECKED:
        return "supported", "Read"
    return ("unfinished" if status.unfinished else "source_unavailable"), label
