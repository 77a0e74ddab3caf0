"""What is to be done for a corpus, how it is split, and which partitions are done: all that a stopped run goes on from.

`OUT/manifest.json` has the job; `OUT/manifest/<stage>/` has a file for each partition that is done, written last.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

import claims
import crawler
from claims.errors import ConfigurationError, InputError
from crawler.corpus import files
from crawler.corpus.inputs.selection import Selection
from crawler.settings import Settings

MOST_BUCKETS = 1_000
"""Partitions of the look-ups. Each reads a batch of every file of the stage before it, so their number is bounded."""


class Stage(StrEnum):
    """The stages, in their order."""

    SPLIT = "split"
    READ = "read"
    LOOK_UP = "look-up"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be done.

    Attributes:
        out: the address of the corpus: a folder, or a place that fsspec opens.
        inputs: the addresses of dumps, tables, documents and folders.
        settings: how documents are read, looked up and judged.
        selection: which documents of the inputs are wanted.
        part_bytes: bytes of documents in a partition, about.
        code: the version of citewatch and a digest of its code.
        checker: the name of the judge and its model.
    """

    out: str
    inputs: tuple[str, ...]
    settings: Settings
    selection: Selection
    part_bytes: int
    code: str
    checker: str

    @property
    def fetched(self) -> Path:
        """The folder for what the partitions fetch, which a stopped run finds again."""
        return self.settings.store / "corpus" / hashlib.sha256(self.out.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A job whose inputs are split.

    Attributes:
        parts_of: the number of partitions of each input.
        buckets: the number of partitions of the look-ups; a page is always in the same one.
    """

    job: Job
    parts_of: tuple[int, ...]
    buckets: int

    @property
    def out(self) -> str:
        """The address of the corpus."""
        return self.job.out

    @property
    def parts(self) -> int:
        """The number of partitions of documents."""
        return sum(self.parts_of)

    def documents(self, part: int) -> tuple[str, str]:
        """Return the input of a partition, and the file with its documents."""
        for number, parts in enumerate(self.parts_of):
            if part < parts:
                return self.job.inputs[number], split_file(self.out, number, part)
            part -= parts
        raise IndexError(part)

    def sent(self, kind: str, part: int) -> str:
        """Return the file in which a partition sends records of a kind to the next stage."""
        return f"{self.out}/work/{kind}/{part:05d}.arrow"


def split_file(out: str, number: int, part: int) -> str:
    """Return the file with the documents of one partition of the input of this number."""
    return f"{out}/work/documents/{number:05d}-{part:05d}.arrow"


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
        "live": settings.live,
        "input_format": settings.input_format,
        "sources": str(settings.sources) if settings.sources else None,
        "as_of": settings.as_of,
        "strictness": settings.strictness.value,
        "max_bytes": settings.max_bytes,
        "with_sources": settings.with_sources,
    }


def code_version() -> str:
    """Return the version of citewatch and a digest of its code and data, on which the rows of a corpus depend."""
    digest = hashlib.sha256()
    for package in (claims, crawler):
        folder = Path(package.__file__ or "").parent
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            digest.update(path.read_bytes())
    return f"{claims.__version__}+{digest.hexdigest()[:12]}"


def absolute(settings: Settings) -> Settings:
    """Return the settings with absolute paths, since workers run in folders of their own."""
    return replace(
        settings,
        store=settings.store.absolute(),
        sources=settings.sources.absolute() if settings.sources else None,
        archive=tuple(str(Path(name).absolute()) if Path(name).exists() else name for name in settings.archive),
    )
