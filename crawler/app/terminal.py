"""What a run prints: findings to standard output, everything else to standard error."""

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from claims.records import Report, Status, Verdict
from crawler.documents.records import SKIPPED
from crawler.settings import Settings
from reports.changes.diff import change_lines
from reports.formats.html import HtmlFormat
from reports.formats.text import Style, text_lines
from reports.output import print_text
from reports.policy.evaluation import Evaluation
from reports.severity import pending
from reports.text.labels import STATUSES
from reports.text.phrases import count, listed
from reports.text.sanitising import clean
from reports.view.overview import totals
from reports.view.summary import direct
from reports.view.unchecked import causes, remedy

NO_ADDRESS = "has no address"
"""The words of `crawler.net.client` for a host name that could not be resolved."""

MOST_REASONS = 3

MOST_NOTES = 10
"""Notes on documents that are printed; a folder of notes may have hundreds."""


def print_findings(report: Report, environment: Mapping[str, str]) -> None:
    """Print the lines of the format `text`, in the style that suits standard output, as long as somebody reads it.

    Raises:
        OSError: standard output is not writable.
    """
    try:
        print_text({"": text_lines(report, style_for(sys.stdout, environment))})
    except BrokenPipeError:
        discard_output()


def discard_output() -> None:
    """Discard what remains for standard output, whose reader has closed it (`citewatch verify … | head`).

    Python flushes standard output once more at exit and would report the broken pipe there.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def style_for(stream: TextIO, environment: Mapping[str, str]) -> Style:
    """Return the style of lines: annotations in GitHub Actions, colours on a terminal unless NO_COLOR is set.

    `NO_COLOR` is that of https://no-color.org; a terminal called `dumb` shows no colours.
    """
    if environment.get("GITHUB_ACTIONS") == "true":
        return Style.GITHUB
    plain = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
    return Style.COLOURED if stream.isatty() and not plain else Style.PLAIN


def print_summary(report: Report, outcome: Evaluation, files: Sequence[str], settings: Settings) -> None:
    """Print the numbers, changes, notes and files of a run; with `--quiet` only what explains its exit status."""
    unfinished = [unfinished_words(report, offline=settings.offline)] if report.summary.unchecked else []
    lines = [totals(report), *unread_words(report), *document_notes(report)]
    lines += [*change_lines(report.changes), *report.notes]
    if settings.quiet:
        lines = list(outcome.met)
    elif report.exempt:
        lines.append(f"Findings exempt: {len(report.exempt)}; counted: {len(outcome.counting)}.")
    lines += unfinished
    if files and not settings.quiet:
        lines.append(files_line(files))
        if outcome.counting and HtmlFormat.name in settings.format:
            lines.append("Open report.html: it quotes the source of each finding, and you accept or reject it there.")
    for line in lines:
        print(clean(line), file=sys.stderr)


def unread_words(report: Report) -> list[str]:
    """Say why claims could not be checked, and what would help: a line for each of the most frequent reasons."""
    reasons = Counter[Status]()
    for document in report.documents:
        unread = (claim for claim in direct(document.claims) if claim.verdict is Verdict.SOURCE_UNAVAILABLE)
        found = causes((claim for claim in unread if not pending(claim)), document)
        for (status, _), number in found.items():
            reasons[status] += number
    named = reasons.most_common(MOST_REASONS)
    lines = [
        f"{number:,} could not be checked: {STATUSES[status][0].lower()}. {remedy(status)}" for status, number in named
    ]
    rest = reasons.total() - sum(number for _, number in named)
    return [*lines, f"{rest:,} could not be checked, for reasons that the report gives."] if rest else lines


def files_line(files: Sequence[str]) -> str:
    """Name the files of a report, without the pages of single documents and sources that `report.html` leads to."""
    return f"Report: {', '.join(file for file in files if not Path(file).name.startswith('report-'))}"


def document_notes(report: Report) -> list[str]:
    """Return the notes on documents (markers that lead to no entry, files that were skipped), the first few of them."""
    notes = [
        note if note.startswith(SKIPPED) else f"{document.source}: {note}"
        for document in report.documents
        for note in document.notes
    ]
    more = len(notes) - MOST_NOTES
    return notes if more <= 0 else [*notes[:MOST_NOTES], f"The report has {count(more, 'more note', 'more notes')}."]


def unfinished_words(report: Report, *, offline: bool) -> str:
    """Say how many sources were not checked, the most frequent reason, and what to do about it."""
    reasons = Counter(
        check.reason or check.status.value
        for document in report.documents
        for claim in document.claims
        for check in claim.checks
        if check.status.unfinished
    )
    ((reason, _),) = reasons.most_common(1)
    sources = count(report.summary.unchecked, "source", "sources")
    if all(NO_ADDRESS in reason for reason in reasons):
        asked = f"{listed(report.archives)} could not be asked for {sources} ({_plain(reason)})"
        mend = "Connect, or use local archives: --offline --archive FILE."
        return f"Not finished: {asked}: there is no network, or a host name is wrong. {mend}"
    mend = "Run it once without --offline to fill the store." if offline else "Run it again: it goes on from here."
    return f"Not finished: {sources} could not be checked ({_plain(reason)}). {mend}"


def _plain(reason: str) -> str:
    return reason.rstrip(".")
