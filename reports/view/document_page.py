"""The page of a document in the HTML report: result, changes, findings, the document, its sources and the legend."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.records import Change, JudgedClaim, JudgedDocument, Report, Status
from reports.severity import BEST_TO_WORST, urgency
from reports.text.exemptions import ignore_comment
from reports.text.labels import CHANGES, STATUSES, TONES, UNFINISHED, VERDICTS, Tone, archive_name
from reports.text.phrases import day, listed
from reports.text.sanitising import language_tag, shorten
from reports.view.funnel import Step, steps
from reports.view.overview import Overview, overview
from reports.view.rows.block_rows import BlockRow, block_rows
from reports.view.rows.claim_rows import ClaimRow, claim_rows
from reports.view.rows.source_rows import SourceRow, source_rows
from reports.view.summary import fetch_dates
from reports.view.unchecked import UncheckedGroup, unchecked_groups

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A change since the earlier report.

    Attributes:
        anchor: the claim's anchor, empty if the claim is gone.
        was: the claim's earlier text.
    """

    label: str
    before: str
    after: str
    tone: Tone
    text: str
    was: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The values that the claims of a page can be filtered by, with their labels."""

    statuses: tuple[tuple[str, str], ...]
    sections: tuple[str, ...]
    sources: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document's page.

    Attributes:
        about: facts about the run, a phrase each.
        needs: the number of findings by their result, in words.
        clear: whether all cited claims that were checked, of which there are some, are supported.
        unchecked: what could not be checked, by reason and host.
        legend: tone, label and meaning of each verdict.
        statuses: label and meaning of each status.
        index: file of the index to link back to, or None.
        comment: the comment that exempts a finding, with `{reason}`; empty where the format has none.
        text_files: files of the sources whose texts are long, by the numbers of their references.
    """

    title: str
    source: str
    language: str
    about: tuple[str, ...]
    overview: Overview
    steps: tuple[Step, ...]
    changes: tuple[ChangeRow, ...]
    findings: tuple[ClaimRow, ...]
    needs: str
    clear: bool
    unchecked: tuple[UncheckedGroup, ...]
    filters: Filters
    blocks: tuple[BlockRow, ...]
    sources: tuple[SourceRow, ...]
    notes: tuple[str, ...]
    legend: tuple[tuple[Tone, str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    index: str | None
    comment: str
    text_files: Mapping[int, str]


def page(report: Report, document: JudgedDocument, *, name: str = "report.html", index: str | None = None) -> Page:
    """Build the page of `document`, which is the file `name`, with a link back to the file `index` if there is one."""
    rows = claim_rows(document, report.exempt, report.finished)
    findings = _findings(document, rows)
    fetched, seen = fetch_dates(report, [document]), overview([document])
    sources = source_rows(document, rows, name.removesuffix(".html"))
    return Page(
        title=page_title(document),
        source=document.source,
        language=language_tag(document.language),
        about=about_run(report, document),
        overview=seen,
        steps=steps([document]),
        changes=tuple(_changes(report.changes, document, rows)),
        findings=findings,
        needs=_needs(findings),
        clear=seen.tone is Tone.YES,
        unchecked=unchecked_groups(document, rows),
        filters=_filters(rows, sources),
        blocks=block_rows(document, rows),
        sources=sources,
        notes=(*(() if index else report.notes), *document.notes, *([fetched] if fetched else ())),
        legend=_legend(),
        statuses=tuple(STATUSES[status] for status in Status),
        index=index,
        comment=ignore_comment(document.format),
        text_files={row.reference.number: row.text_file for row in sources if row.text_file},
    )


def _legend() -> tuple[tuple[Tone, str, str], ...]:
    worst_first = ((TONES[verdict], *VERDICTS[verdict]) for verdict in reversed(BEST_TO_WORST))
    return *worst_first, (Tone.WAIT, *UNFINISHED)


def page_title(document: JudgedDocument) -> str:
    """Return the title of a document, or else its name."""
    return shorten(document.title or document.source, LONGEST_TITLE)


def about_run(report: Report, document: JudgedDocument | None = None) -> tuple[str, ...]:
    """Return facts about the run of `report`, and about `document` if there is one, a phrase each."""
    archives = listed(archive_name(name) for name in report.archives)
    about = [f"Checked on {day(report.finished)}", f"against {archives}" if archives else "without an archive"]
    if document and document.as_of:
        about.append(f"document dated {day(document.as_of)}")
    about.append(f"{report.tool.name} {report.tool.version}, checker {report.tool.checker}")
    return tuple(about)


def _findings(document: JudgedDocument, rows: Iterable[ClaimRow]) -> tuple[ClaimRow, ...]:
    """Return the findings, worst first; those that do not count come last."""
    pairs = zip(document.claims, rows, strict=True)
    found = [(claim, row) for claim, row in pairs if row.finding]
    return tuple(row for _, row in sorted(found, key=_worst_first))


def _needs(findings: Sequence[ClaimRow]) -> str:
    """Count the findings by result, worst first: `1 not supported, 2 partly supported`."""
    counting = Counter(row.label.lower() for row in findings if not row.exempt)
    exempt = sum(bool(row.exempt) for row in findings)
    counted = [f"{number:,} {label}" for label, number in counting.items()]
    return ", ".join((*counted, f"{exempt:,} that {'does' if exempt == 1 else 'do'} not count") if exempt else counted)


def _worst_first(pair: tuple[JudgedClaim, ClaimRow]) -> tuple[bool, tuple[bool, int, float, int]]:
    claim, row = pair
    return bool(row.exempt), urgency(claim)


def _changes(changes: Iterable[Change], document: JudgedDocument, rows: Iterable[ClaimRow]) -> Iterable[ChangeRow]:
    by_id = {row.id: row for row in rows}
    for change in changes:
        if change.source == document.source:
            row = by_id.get(change.claim)
            yield ChangeRow(
                label=CHANGES[change.kind],
                before=VERDICTS[change.before][0] if change.before else "",
                after=VERDICTS[change.after][0] if change.after else "",
                tone=row.tone if row else Tone.BARE,
                text=shorten(change.text, LONGEST_TITLE),
                was=shorten(change.was or "", LONGEST_TITLE),
                line=change.line,
                anchor=row.anchor if row else "",
            )


def _filters(rows: Iterable[ClaimRow], sources: Iterable[SourceRow]) -> Filters:
    cited = [row for row in rows if row.markers]
    statuses = {value for row in cited for value in row.statuses}
    return Filters(
        statuses=tuple((status.value, STATUSES[status][0]) for status in Status if status.value in statuses),
        sections=tuple(dict.fromkeys(row.section for row in cited if row.section)),
        sources=tuple((row.reference.number, row.reference.marker) for row in sources if row.claims),
    )
