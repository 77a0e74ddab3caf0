"""The first page of an HTML report on several documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.records import Change, Report
from reports.severity import BEST_TO_WORST
from reports.text.labels import CHANGES, TONES, Tone
from reports.view.document_page import about_run, page_title
from reports.view.overview import Overview, overview


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """One document in the index of a report on several documents.

    Attributes:
        counts: the number of its cited claims with each result.
        changes: what changed since the earlier report: `2 new, 1 fixed`.
    """

    href: str
    title: str
    source: str
    counts: Mapping[Tone, int]
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The first page of a report on several documents."""

    about: tuple[str, ...]
    overview: Overview
    notes: tuple[str, ...]
    documents: tuple[IndexRow, ...]
    changes: str


def index_page(report: Report, names: Sequence[str]) -> Index:
    """Build the index of a report on several documents (or none), whose pages are the files `names`; worst first."""
    changed: dict[str, list[Change]] = {}
    for change in report.changes:
        changed.setdefault(change.source, []).append(change)
    rows = [
        IndexRow(
            href=name,
            title=page_title(document),
            source=document.source,
            counts={share.tone: share.count for share in overview([document]).shares},
            changes=_counted_changes(changed.get(document.source, ())),
        )
        for document, name in zip(report.documents, names, strict=True)
    ]
    return Index(
        about=about_run(report),
        overview=overview(report.documents),
        notes=report.notes,
        documents=tuple(sorted(rows, key=_best_last)),
        changes=_counted_changes(report.changes),
    )


def _best_last(row: IndexRow) -> tuple[int, ...]:
    """Return a sort key: the document with the most contradicted claims first, then by each milder result."""
    return tuple(-row.counts.get(TONES[verdict], 0) for verdict in reversed(BEST_TO_WORST))


def _counted_changes(changes: Iterable[Change]) -> str:
    counting = Counter(CHANGES[change.kind].lower() for change in changes)
    return ", ".join(f"{number:,} {label}" for label, number in counting.items())
