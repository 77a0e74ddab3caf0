"""Runs the stages of a corpus, one after another, on the partitions that are not done yet."""

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import anyio

from claims.errors import CitewatchError, ConfigurationError, InputError, ReportError
from crawler.corpus import files
from crawler.corpus.engines.interface import Engine, Work
from crawler.corpus.inputs.pieces import Piece, pieces
from crawler.corpus.job import MOST_BUCKETS, IndexFile, Job, Plan, Stage
from crawler.corpus.manifest import begin, done_parts, finish
from crawler.corpus.stages.judge import judge_part
from crawler.corpus.stages.locate import index_files, locate_part
from crawler.corpus.stages.look_up import look_up_part
from crawler.corpus.stages.opened import OpenArchives
from crawler.corpus.stages.read import read_part
from crawler.corpus.stages.split import split_piece
from crawler.storage.network import Share

Notify = Callable[[str], None]
Forecast = Callable[[int], str | None]
"""Says how long so many look-ups take at the pace of the archives, or None where nothing limits them."""

_SECONDS_BETWEEN_LINES = 60.0
_WRONG_PLACE = (FileExistsError, FileNotFoundError, NotADirectoryError, PermissionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run came to.

    Attributes:
        counts: of documents, claims, citations, sources, verdicts and errors in the whole corpus.
        unfinished: look-ups and claims that another run may finish.
        seconds: processor time of all partitions.
    """

    counts: Mapping[str, int]
    unfinished: int
    seconds: float


def run(job: Job, engine: Engine, open_archives: OpenArchives, notify: Notify, forecast: Forecast) -> Outcome:
    """Make the corpus of a job, or go on with it.

    Args:
        job: what is to be done.
        engine: runs the partitions.
        open_archives: opens the archives for a partition.
        notify: is given a line of progress now and then.
        forecast: see `Forecast`.

    Raises:
        claims.errors.UsageError: the place has another corpus, or an archive or an input cannot be read.
        claims.errors.UnfinishedError: the engine is gone.
        ReportError: partitions failed, as on a full disk; what is done is kept.
    """
    _check_inputs(job.inputs)
    try:
        begin(job)
    except _WRONG_PLACE as error:
        message = f"nothing can be written there: {error.strerror}."
        raise ConfigurationError(message, place=job.out, mend="Give another folder with --to.") from error
    except OSError as error:
        raise _stopped(job, error, 0) from error
    located_in = anyio.run(_open_once, job, open_archives)
    parted = tuple(piece for name in job.inputs for piece in pieces(name))
    _stage(job, engine, Stage.SPLIT, partial(split_piece, job, parted), range(len(parted)), notify)
    plan = _plan(job, parted, located_in)
    _stage(job, engine, Stage.READ, partial(read_part, plan), range(plan.parts), notify)
    if len(done_parts(job.out, Stage.LOOK_UP)) < plan.buckets and (expected := forecast(_look_ups(job.out))):
        notify(expected)
    _stage(job, engine, Stage.LOCATE, partial(locate_part, plan, open_archives), range(len(located_in)), notify)
    _stage(job, engine, Stage.LOOK_UP, partial(look_up_part, plan, open_archives), range(plan.buckets), notify)
    _stage(job, engine, Stage.JUDGE, partial(judge_part, plan, open_archives), range(plan.parts), notify)
    outcome = _outcome(job.out)
    if not outcome.unfinished:
        finish(job.out, outcome.counts)
        files.remove(f"{job.out}/work")
    return outcome


def expanded(names: Iterable[str]) -> tuple[str, ...]:
    """Return the inputs, with the files that match in the place of a pattern.

    Raises:
        InputError: none matches a pattern.
    """
    inputs: list[str] = []
    for name in names:
        found = files.matching(name) if "*" in name else [name]
        if not found:
            raise InputError("no file matches this pattern.", place=name)
        inputs += found
    return tuple(inputs)


def _check_inputs(inputs: Sequence[str]) -> None:
    """Refuse inputs that are not there before the work begins.

    Raises:
        InputError: there is no such file or folder, or no file in the folder.
        ConfigurationError: its kind of address cannot be opened.
    """
    for name in inputs:
        try:
            found, filled = files.exists(name), files.holds_a_file(name)
        except (ImportError, ValueError) as error:  # what fsspec raises without s3fs, or for an unknown scheme
            mend = "Install what it names beside citewatch, or give a path."
            raise ConfigurationError(f"this address cannot be opened: {error}.", place=name, mend=mend) from error
        if not found:
            raise InputError("there is no such file or folder.", place=name, mend="Check the path.")
        if not filled:
            raise InputError("the folder holds no file.", place=name, mend="Check the path.")


async def _open_once(job: Job, open_archives: OpenArchives) -> tuple[IndexFile, ...]:
    """Refuse wrong archives before the work begins, and index those on this machine once.

    Returns:
        the files of their columnar indexes, if the job wants them.
    """
    async with open_archives(job.settings, share=Share(fetched=job.fetched / "run")) as archives:
        return await index_files(archives) if job.columnar_index else ()


def _plan(job: Job, parted: tuple[Piece, ...], located_in: tuple[IndexFile, ...]) -> Plan:
    split = done_parts(job.out, Stage.SPLIT)
    parts_of = tuple(split[number].counts["parts"] for number in range(len(parted)))
    buckets = max(1, min(sum(parts_of), MOST_BUCKETS))
    return Plan(job=job, pieces=parted, parts_of=parts_of, buckets=buckets, index_files=located_in)


def _stage(job: Job, engine: Engine, stage: Stage, work: Work, parts: Sequence[int], notify: Notify) -> None:
    """Do those partitions of a stage that are not done, and those that another run may finish."""
    done = done_parts(job.out, stage)
    todo = [part for part in parts if part not in done or done[part].unfinished]
    if not todo:
        return
    notify(f"{stage}: {len(todo)} of {len(parts)} partitions to do")
    failed: list[Exception] = []
    began = last = time.monotonic()
    for number, (_, error) in enumerate(engine.run(work, todo), 1):
        if error is not None:
            failed.append(error)
        now = time.monotonic()
        if now - last >= _SECONDS_BETWEEN_LINES and number < len(todo):
            last, minutes = now, math.ceil((now - began) * (len(todo) - number) / number / 60)
            notify(f"{stage}: {number} of {len(todo)} partitions done, about {minutes} min left")
    if failed:
        raise _stopped(job, failed[0], len(failed))


def _stopped(job: Job, error: Exception, partitions: int) -> CitewatchError:
    """Return the error that ends a run in which partitions failed."""
    if isinstance(error, CitewatchError):
        return error
    what = f"{partitions} partitions could not be done" if partitions else "nothing can be written there"
    reason = (error.strerror if isinstance(error, OSError) else None) or f"{type(error).__name__}: {error}"
    mend = "All others are kept. Mend that, and start the same command again: it goes on with what is left."
    return ReportError(f"{what}: {reason}.", place=job.out, mend=mend)


def _look_ups(out: str) -> int:
    """Return how many look-ups the documents ask for; those of several partitions are counted for each."""
    return sum(done.counts["look_ups"] for done in done_parts(out, Stage.READ).values())


def _outcome(out: str) -> Outcome:
    done = [each for stage in Stage for each in done_parts(out, stage).values()]
    counts = Counter[str]()
    for each in done:
        if each.stage is not Stage.SPLIT:
            counts.update(each.counts)
    return Outcome(
        counts=counts, unfinished=sum(each.unfinished for each in done), seconds=sum(each.seconds for each in done)
    )
