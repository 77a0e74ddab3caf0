"""`citewatch verify`: documents in, a report out, and the exit status that CI acts on."""

import os
import sys
from collections.abc import Sequence
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import anyio

import claims
from claims.errors import ConfigurationError, ReportError
from claims.records import Document, Link, Report, Summary, Tool, Verdict
from claims.support import default_checker
from crawler import progress
from crawler.archives.registry import open_archives
from crawler.pipeline import verify
from crawler.settings import Settings
from reports.formats.interface import Format
from reports.formats.registry import FORMATS
from reports.output import write
from reports.summary import summarise

FINISHED, FINDINGS, UNFINISHED = 0, 1, 3


def run(documents: Sequence[Document], settings: Settings) -> int:
    """Verify `documents` and write the report to `settings.out`.

    Raises:
        claims.errors.UsageError: an archive or a setting is wrong; raised before anything is checked.
        claims.errors.ReportError: the report cannot be written.
    """
    formats = [_format(name) for name in settings.format]
    _make_folder(settings.out)
    report = anyio.run(_judge, documents, settings)
    files = {name: text for form in formats for name, text in form.render(report).items()}
    try:
        write(files, settings.out)
    except OSError as error:
        raise ReportError(f"the report cannot be written: {error.strerror}.", place=str(settings.out)) from error
    if not settings.quiet:
        _tell(report.summary, [os.fspath(settings.out / name) for name in files])
    return exit_status(report, settings.fail_on)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise ConfigurationError(f"there is no report format {name!r}.", mend=f"The formats are: {', '.join(FORMATS)}.")
    return FORMATS[name]


def _make_folder(path: Path) -> None:
    """Make the report's folder before anything is checked, so that a wrong path costs nothing."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        mend = "Name another folder with --out."
        raise ConfigurationError(
            f"no report can be written here: {error.strerror}.", place=str(path), mend=mend
        ) from error


def exit_status(report: Report, fail_on: Sequence[Verdict]) -> int:
    """3 while a citation is unchecked, since a run that is not finished has no final findings; else 1 or 0."""
    if report.summary.unchecked:
        return UNFINISHED
    found = (claim for document in report.documents for claim in document.claims if claim.link is not Link.TRAILING)
    return FINDINGS if any(claim.verdict in fail_on for claim in found) else FINISHED


async def _judge(documents: Sequence[Document], settings: Settings) -> Report:
    started = _now()
    checker = default_checker()
    async with open_archives(settings) as archives:
        run = verify(documents, archives, checker, progress.choose(settings.quiet), settings.jobs)
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


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tell(summary: Summary, files: Sequence[str]) -> None:
    counts = (
        f"{summary.claims} claims: {summary.supported} supported, {summary.partially_supported} partially supported, "
        f"{summary.not_supported} not supported, {summary.source_unavailable} without a readable source; "
        f"{summary.uncited} sentences uncited"
    )
    print(counts, file=sys.stderr)
    if summary.unchecked:
        print(f"{summary.unchecked} citations are unchecked: run again to go on.", file=sys.stderr)
    print(f"Report: {', '.join(files)}", file=sys.stderr)
