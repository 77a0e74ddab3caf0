"""Which job a corpus is of, and which of its partitions are done: all that a stopped run goes on from.

`OUT/manifest.json` has the job; `OUT/manifest/<stage>/` has a file for each partition that is done, written last.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from claims.errors import ConfigurationError, InputError
from crawler.corpus import files
from crawler.corpus.job import Job, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A partition that is done.

    Attributes:
        input: what it was made from.
        code: as in `Job`.
        seconds: processor time.
        counts: what it holds, by name: documents, claims, errors …
        unfinished: look-ups or claims that another run may finish, since an archive throttled or could not be reached.
    """

    stage: Stage
    part: int
    input: str
    code: str
    seconds: float
    counts: Mapping[str, int]
    unfinished: int = 0


def mark(out: str, done: Done) -> None:
    """Write down that a partition is done.

    Raises:
        OSError: it cannot be written.
    """
    files.write(f"{_folder(out, done.stage)}/{done.part:05d}.json", msgspec.json.encode(done))


def done_parts(out: str, stage: Stage) -> dict[int, Done]:
    """Return the partitions of a stage that are done, by their numbers."""
    folder = _folder(out, stage)
    found = [msgspec.json.decode(files.read(f"{folder}/{name}"), type=Done) for name in files.names(folder, ".json")]
    return {done.part: done for done in found}


def _folder(out: str, stage: Stage) -> str:
    return f"{out}/manifest/{stage.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What `OUT/manifest.json` holds.

    Attributes:
        code, checker: as in `Job`.
        started, finished: ISO times, UTC; `finished` is None until all partitions are done.
        job: the options that the rows depend on, by their names.
        counts: of documents, claims and so on in the whole corpus, when it is finished.
    """

    code: str
    checker: str
    started: str
    finished: str | None = None
    job: Mapping[str, Any]
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def archives(self) -> tuple[str, ...]:
        """The names of the archives, as reports give them: of a file or folder its last part."""
        return tuple(name if "://" in name else name.rpartition("/")[2] for name in self.job["archive"])


def read_manifest(out: str) -> Manifest:
    """Return the manifest of the corpus at `out`.

    Raises:
        InputError: there is none, or it cannot be read.
    """
    try:
        return msgspec.json.decode(files.read(f"{out}/manifest.json"), type=Manifest)
    except (OSError, msgspec.DecodeError) as error:
        mend = "Name the folder that `citewatch corpus run --to` made."
        raise InputError(f"this is no corpus: {error}.", place=out, mend=mend) from error


def begin(job: Job) -> None:
    """Write the manifest of a job at the place of its corpus, or find it there from a run that was stopped.

    Raises:
        ConfigurationError: another job is there, or one of another version of citewatch.
        OSError: it cannot be written.
    """
    wanted = Manifest(code=job.code, checker=job.checker, started=_now(), job=_described(job))
    if not files.exists(_path(job.out)):
        _write(job.out, wanted)
        return
    found = read_manifest(job.out)
    pairs: dict[str, tuple[Any, Any]] = {"code": (found.code, wanted.code), "checker": (found.checker, wanted.checker)}
    pairs |= {name: (found.job.get(name), value) for name, value in wanted.job.items()}
    for name, (old, new) in pairs.items():
        if old != new:
            message = f"a corpus of another job is there: its {name} is {old!r}, not {new!r}."
            raise ConfigurationError(message, place=job.out, mend="Give the same options, or another folder.")


def finish(out: str, counts: Mapping[str, int]) -> None:
    """Write down that the corpus at `out` is finished, and what it holds.

    Raises:
        OSError: it cannot be written.
    """
    _write(out, replace(read_manifest(out), finished=_now(), counts=counts))


def _write(out: str, manifest: Manifest) -> None:
    files.write(_path(out), msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")


def _path(out: str) -> str:
    return f"{out}/manifest.json"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _described(job: Job) -> dict[str, Any]:
    """Return what makes the rows of a corpus; the other settings may differ when a run goes on."""
    settings, wanted = job.settings, job.selection
    return {
        "inputs": list(job.inputs),
        "part_bytes": job.part_bytes,
        "titles": sorted(wanted.titles),
        "categories": sorted(wanted.categories),
        "sample": wanted.sample,
        "archive": list(settings.archive),
        "crawl": list(settings.crawl),
        "columnar_index": job.columnar_index,
        "live": settings.live,
        "input_format": settings.input_format,
        "sources": str(settings.sources) if settings.sources else None,
        "as_of": settings.as_of,
        "strictness": settings.strictness.value,
        "max_bytes": settings.max_bytes,
        "with_sources": settings.with_sources,
    }
