"""`citewatch corpus`: many documents on a cluster into tables, and what the tables show."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import claims
from claims.errors import ConfigurationError, InputError, ReportError, UsageError
from claims.records import Report, Tool
from claims.support import default_checker
from crawler.app.commands.report import write_and_print
from crawler.app.forecast import corpus_forecast
from crawler.app.open_archives import open_archives
from crawler.app.report_files import named_formats
from crawler.entailment.open_model import open_model
from crawler.settings import Settings
from crawler.workers.processes import cores
from reports.formats.html import corpus_pieces
from reports.output import write
from reports.report_json import SCHEMA_VERSION
from reports.text.sanitising import clean
from reports.view.summary import summarise

if TYPE_CHECKING:
    from crawler.corpus.engines.interface import Engine
    from crawler.corpus.job import Job
    from crawler.corpus.run import Outcome

FINISHED, UNFINISHED = 0, 3
PACKAGES = ("dask", "distributed", "fsspec", "pyarrow")
PART_BYTES = 8_000_000
OVERVIEW = "overview.html"


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Make the corpus that `options` describe, or report on one.

    Returns:
        3 if an archive throttled or could not be reached, so that another run may finish more; else 0.

    Raises:
        claims.errors.UsageError: an option, an input or an archive is wrong, or the extra `cluster` is missing.
        claims.errors.UnfinishedError: the scheduler of the cluster is gone.
        claims.errors.ReportError: partitions failed, as on a full disk; the others are kept.
    """
    if lacking := [name for name in PACKAGES if find_spec(name) is None]:
        raise ConfigurationError(
            f"a corpus needs {', '.join(lacking)}.", mend='Install citewatch as "citewatch[cluster]".'
        )
    if options.action == "report":
        return _report(options.corpus.rstrip("/"), options.document, settings)
    return _run(options, settings)


def _run(options: argparse.Namespace, settings: Settings) -> int:
    from crawler.corpus.run import run as run_stages

    _refuse_settings(settings)
    job = _job(options, settings)

    def notify(line: str) -> None:
        if not settings.quiet:
            print(clean(line), file=sys.stderr, flush=True)

    forecast = partial(corpus_forecast, settings=settings, located=job.columnar_index)
    with _engine(options) as engine:
        outcome = run_stages(job, engine, open_archives, notify, forecast)
    if outcome.unfinished or not settings.quiet:
        print(clean(_summary(job.out, outcome)), file=sys.stderr)
    return UNFINISHED if outcome.unfinished else FINISHED


def _refuse_settings(settings: Settings) -> None:
    """Refuse what the environment or the configuration file ask for and a corpus cannot do."""
    asked = {
        "judge": settings.judge, "find-urls": settings.find_urls, "save": settings.save or None,
        "max-requests": settings.max_requests, "max-time": settings.max_time,
    }  # fmt: skip
    for name, value in asked.items():
        if value is not None:
            raise UsageError(f"{name} has no effect on a corpus.", mend="Take it out of the settings for this run.")


def _job(options: argparse.Namespace, settings: Settings) -> "Job":
    from crawler.corpus.inputs.selection import selection
    from crawler.corpus.job import Job, absolute, code_version
    from crawler.corpus.run import expanded

    if not all((options.to, *options.input)):
        raise UsageError("the name of an input or of the corpus is empty.", mend="Give a path or an address.")
    share = 1.0 if options.sample is None else options.sample
    if not 0 < share <= 1:
        raise UsageError(f"--sample {share:g} is no share of the documents.", mend="Give more than 0 and up to 1.")
    for name, value in (("--workers", options.workers), ("--part-bytes", options.part_bytes)):
        if value is not None and value < 1:
            raise UsageError(f"{name} {value} is too few.", mend="Give 1 or more.")
    if options.columnar_index and not settings.crawl:
        message = "--columnar-index needs the names of the crawls, each of which has a table of its own."
        raise UsageError(message, mend="Name them with --crawl.")
    with open_model(settings) as model:
        checker = default_checker(settings.strictness, model).name
    return Job(
        out=_address(options.to),
        inputs=expanded(map(_address, options.input)),
        settings=absolute(settings),
        selection=selection(_titles(options.titles), options.category or [], share),
        part_bytes=options.part_bytes or PART_BYTES,
        columnar_index=options.columnar_index,
        code=code_version(),
        checker=checker,
    )


def _address(name: str) -> str:
    """Return the absolute address of an input or a corpus, since workers run in folders of their own."""
    name = name.rstrip("/") or "/"
    return name if "://" in name else os.path.abspath(name)


def _titles(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        titles = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the titles cannot be read: {error}.", place=str(path)) from error
    if not titles:
        raise InputError("there is no title in it.", place=str(path), mend="Give one a line.")
    return titles


@contextmanager
def _engine(options: argparse.Namespace) -> "Iterator[Engine]":
    from crawler.corpus.engines.dask_cluster import local_cluster, running_cluster

    if options.scheduler and options.workers:
        raise UsageError("--workers and --scheduler contradict each other.", mend="Leave one of them out.")
    opened = running_cluster(options.scheduler) if options.scheduler else local_cluster(options.workers or cores())
    with opened as engine:
        yield engine


def _summary(out: str, outcome: "Outcome") -> str:
    counts = outcome.counts
    named = ("documents", "claims", "citations", "sources")
    line = f"{out}: {', '.join(f'{counts[name]:,} {name}' for name in named)}; {outcome.seconds:,.0f} s of processor."
    if counts["errors"]:
        line += f" {counts['errors']:,} rows have an error."
    if outcome.unfinished:
        line += f" {outcome.unfinished:,} look-ups are not finished. Run it again: it goes on from here."
    return line


def _report(out: str, name: str | None, settings: Settings) -> int:
    """Write the overview of the corpus at `out`, or the report of the document called `name`."""
    from crawler.corpus.overview import overview

    if name is not None:
        return _report_on(out, name, settings)
    pieces = corpus_pieces(overview(_address(out)))
    try:
        (path,) = write({OVERVIEW: pieces}, settings.out)
    except OSError as error:
        raise ReportError(f"the overview cannot be written: {error.strerror}.", place=str(settings.out)) from error
    print(f"Overview: {path}", file=sys.stderr)
    return FINISHED


def _report_on(out: str, name: str, settings: Settings) -> int:
    from crawler.corpus.judged_documents import find_document
    from crawler.corpus.manifest import read_manifest

    formats, manifest = named_formats(settings.format), read_manifest(_address(out))
    document = find_document(_address(out), name)
    report = Report(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name="citewatch", version=claims.__version__, checker=manifest.checker),
        started=manifest.started,
        finished=manifest.finished or manifest.started,
        archives=manifest.archives,
        documents=(document,),
        summary=summarise([document]),
        fail_on=settings.fail_on,
    )
    return write_and_print(report, formats, settings)
