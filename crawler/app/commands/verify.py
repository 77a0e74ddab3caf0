"""`citewatch verify`: documents in, a report out, and the exit status that CI acts on."""

import os
import sys
from collections.abc import Sequence
from contextlib import aclosing
from datetime import UTC, datetime

import anyio

import claims
from claims.errors import InputError
from claims.records import Change, Document, Report, Tool
from crawler import settings
from crawler.app import progress
from crawler.app.archives import open_archives
from crawler.app.forecast import forecast
from crawler.app.llm_judge import open_checker
from crawler.app.pipeline import verify
from crawler.app.report_files import load_baseline, load_report, make_folder, named_formats, write_report
from crawler.app.save_missing import save_missing
from crawler.documents.inputs import Input
from crawler.settings import Settings
from reports.changes.diff import change_lines, diff
from reports.policy.evaluation import Evaluation, annotate, evaluate
from reports.view.overview import totals
from reports.view.summary import summarise

FINISHED, FINDINGS, UNFINISHED = 0, 1, 3


def run(inputs: Sequence[Input], wanted: Settings) -> int:
    """Verify `inputs` and write the report to `wanted.out`.

    Returns:
        3 while a citation is unchecked, since a run that is not finished has no final findings; else 1 or 0.

    Raises:
        claims.errors.UsageError: an archive, the baseline or a setting is wrong; raised before anything is checked.
        claims.errors.ReportError: the report cannot be written.
    """
    formats = named_formats(wanted.format)
    policy = settings.policy(wanted, [rule for read in inputs for rule in read.rules])
    baseline = load_baseline(wanted.baseline) if wanted.baseline else None
    earlier = _earlier(wanted)
    make_folder(wanted.out)
    expected = forecast((read.document for read in inputs), wanted)
    if expected and not wanted.quiet:
        print(expected, file=sys.stderr)
    report = anyio.run(_judge, [read.document for read in inputs], wanted)
    outcome = evaluate(report, policy, report.finished[:10], baseline)
    changes: Sequence[Change] = diff(earlier, report) if earlier else ()
    report = annotate(report, policy, outcome, changes)
    files = write_report(report, formats, wanted.out)
    if not wanted.quiet:
        _tell(report, outcome, files)
    if wanted.save and not wanted.offline:
        anyio.run(_save, report, wanted)
    if report.summary.unchecked:
        return UNFINISHED
    return FINDINGS if outcome.failed else FINISHED


def _earlier(wanted: Settings) -> Report | None:
    """The earlier report that the baseline is, if it is one; from a bare baseline no changes can be told."""
    try:
        return load_report(wanted.baseline) if wanted.baseline else None
    except InputError:
        return None


async def _judge(documents: Sequence[Document], wanted: Settings) -> Report:
    started = _now()
    async with open_archives(wanted) as archives, open_checker(wanted) as checker:
        run = verify(documents, archives, checker, progress.choose(wanted.quiet), wanted.jobs)
        async with aclosing(run) as results:
            judged = [document async for document in results]
    return Report(
        schema_version=1,
        tool=Tool(name="citewatch", version=claims.__version__, checker=checker.name),
        started=started,
        finished=_now(),
        archives=tuple(archive.name for archive in archives),
        documents=tuple(judged),
        summary=summarise(judged),
    )


async def _save(report: Report, wanted: Settings) -> None:
    async for line in save_missing(report, wanted, os.environ):
        print(line, file=sys.stderr)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tell(report: Report, outcome: Evaluation, files: Sequence[str]) -> None:
    summary = report.summary
    lines = [
        totals(report),
        *change_lines(report.changes),
        *report.notes,
    ]
    if report.exempt:
        lines.append(f"Findings exempt: {len(report.exempt)}; counted: {len(outcome.counting)}.")
    if summary.unchecked:
        lines.append(f"Citations unchecked: {summary.unchecked}. Run again to go on.")
    if files:
        lines.append(f"Report: {', '.join(files)}")
    print("\n".join(lines), file=sys.stderr)
