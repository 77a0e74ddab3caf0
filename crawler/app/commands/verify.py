"""`citewatch verify`: documents in, a report out, and the exit status that CI acts on."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

import anyio

import claims
from claims.errors import InputError, ReportError, StoreError
from claims.records import Change, JudgedDocument, Report, Tool
from crawler.app.forecast import forecast, pace
from crawler.app.llm_judge import open_checker
from crawler.app.open_archives import open_archives
from crawler.app.options.policy import policy_of
from crawler.app.pipeline import verify
from crawler.app.progress import progress_for
from crawler.app.report_files import load_baseline, load_report, named_formats, prints_text, report_folder, write_report
from crawler.app.save_missing import save_missing
from crawler.app.terminal import print_findings, print_summary
from crawler.documents.records import Input
from crawler.entailment.open_model import WITHOUT, LocalModel, open_model
from crawler.settings import Settings
from crawler.spool import Spool
from crawler.storage.judgement_cache import own_checker
from crawler.workers.process import OpenChecker
from crawler.workers.processes import cores, open_workers
from reports.changes.diff import diff
from reports.policy.evaluation import Policy, annotate, evaluate, with_conditions
from reports.policy.ignore_comments import comment_rules
from reports.policy.ignore_rules import IgnoreRule
from reports.report_json import SCHEMA_VERSION
from reports.text.sanitising import clean
from reports.view.summary import summarise

FINISHED, FINDINGS, UNFINISHED = 0, 1, 3


def run(inputs: Sequence[Input], settings: Settings) -> int:
    """Verify `inputs` and write the report to `settings.out`.

    Returns:
        1 if something counts, whether or not the run is finished; else 3 if a citation is unchecked; else 0.

    Raises:
        claims.errors.UsageError: an archive, the baseline or a setting is wrong; nothing was checked.
        claims.errors.StoreError: the disk of the store became full; the report holds what was checked before.
        claims.errors.ReportError: the report cannot be written.
    """
    formats = named_formats(settings.format)
    policy = policy_of(settings, [rule for read in inputs for rule in _rules(read)])
    baseline = load_baseline(settings.baseline) if settings.baseline else None
    earlier = _earlier(settings)
    expected = forecast((read.document for read in inputs), settings)
    if expected and not settings.quiet:
        print(expected, file=sys.stderr)
    with report_folder(settings.out, formats):
        report, trouble = _verified(inputs, settings, policy)
    outcome = evaluate(report, policy, report.finished[:10], baseline)
    changes: Sequence[Change] = diff(earlier, report) if earlier else ()
    report = annotate(report, policy, outcome, changes)
    try:
        files = write_report(report, formats, settings.out)
    except ReportError as error:
        raise error if trouble is None else ReportError(f"{trouble} {error}") from error
    if outcome.counting and prints_text(settings):
        print_findings(report, os.environ)
    print_summary(report, outcome, files, settings)
    if trouble:
        raise trouble
    if settings.save and not settings.offline:
        anyio.run(_save, report, settings)
    if outcome.failed:
        return FINDINGS
    return UNFINISHED if report.summary.unchecked else FINISHED


def _rules(read: Input) -> tuple[IgnoreRule, ...]:
    """The exemptions that the comments of a document ask for."""
    return comment_rules(read.document.source, read.text, read.document.claims)


def _earlier(settings: Settings) -> Report | None:
    """The baseline as a report, if it is one; a bare baseline does not show what changed."""
    try:
        return load_report(settings.baseline) if settings.baseline else None
    except InputError:
        return None


def _verified(inputs: Sequence[Input], settings: Settings, policy: Policy) -> tuple[Report, StoreError | None]:
    """Return the report, and why the run ended before its end, or None."""
    started, judged, notes = _now(), Spool[JudgedDocument](), list[str]()

    def keep(document: JudgedDocument) -> None:
        judged.append(with_conditions(document, policy))

    with open_model(settings) as model:
        judging = anyio.run(_judge, inputs, settings, model, keep, notes)
    record = model.record if model else None
    report = Report(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name="citewatch", version=claims.__version__, checker=judging.checker, entailment=record),
        started=started,
        finished=_now(),
        archives=judging.archives,
        documents=judged,
        summary=summarise(judged),
        notes=(*notes, *(() if model else (WITHOUT,))),
    )
    return report, judging.trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judging:
    """How the documents were judged: by which checker, with which archives, and why it ended early, or None."""

    checker: str
    archives: tuple[str, ...]
    trouble: StoreError | None = None


async def _judge(
    inputs: Sequence[Input],
    settings: Settings,
    model: LocalModel | None,
    keep: Callable[[JudgedDocument], None],
    notes: list[str],
) -> _Judging:
    """Judge the documents, which are kept: what `asyncio` returns, it may also print, however large it is."""
    judging = None
    try:
        async with (
            open_archives(settings, notes=notes) as archives,
            open_checker(settings, model) as checker,
            open_workers(checker, portable(settings, model), min(settings.jobs, cores())) as workers,
        ):
            progress = progress_for(sys.stderr, quiet=settings.quiet, pace=pace(settings))
            with progress.run(*_size(inputs)):
                await verify(
                    (read.document for read in inputs),
                    archives,
                    workers,
                    progress,
                    settings.jobs,
                    keep,
                    with_sources=settings.with_sources,
                )
            judging = _Judging(checker=checker.name, archives=tuple(archive.name for archive in archives))
    except StoreError as error:
        if judging is None:
            raise
        notes.append(str(error))
        return replace(judging, trouble=error)
    return judging


def portable(settings: Settings, model: LocalModel | None) -> OpenChecker | None:
    """Return what opens the checker in other processes; None for one that asks a server, or holds a large model."""
    if model is not None or settings.judge is not None:
        return None
    return partial(own_checker, settings.strictness, settings.store)


def _size(inputs: Sequence[Input]) -> tuple[str, int, int]:
    """Return what to call the documents, and how many entries and claims of theirs are to be checked."""
    name, citations, judged = f"{len(inputs):,} documents", 0, 0
    for document in (read.document for read in inputs):
        cited = [claim.citations for claim in document.claims if claim.citations]
        citations += len({citation for each in cited for citation in each})
        judged += len(cited)
        name = document.source if len(inputs) == 1 else name
    return name, citations, judged


async def _save(report: Report, settings: Settings) -> None:
    async for line in save_missing(report, settings, os.environ):
        print(clean(line), file=sys.stderr)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
