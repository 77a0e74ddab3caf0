"""What is to be done for a corpus, and how it is split."""

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import claims
import crawler
from crawler.archives.crawls.crawl_tables import CrawlTable
from crawler.corpus.inputs.pieces import Piece
from crawler.corpus.inputs.selection import Selection
from crawler.settings import Settings

MOST_BUCKETS = 1_000
"""Partitions of the look-ups. Each reads a batch of every file of the stage before it, so their number is bounded."""


class Stage(StrEnum):
    """The stages, in their order."""

    SPLIT = "split"
    READ = "read"
    LOCATE = "locate"
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
        columnar_index: whether the pages wanted of crawls are joined with the crawls' columnar indexes.
        code: the version of citewatch and a digest of its code.
        checker: the name of the judge and its model.
    """

    out: str
    inputs: tuple[str, ...]
    settings: Settings
    selection: Selection
    part_bytes: int
    columnar_index: bool = False
    code: str
    checker: str

    @property
    def fetched(self) -> Path:
        """The folder for what the partitions fetch, which a stopped run finds again."""
        return self.settings.store / "corpus" / hashlib.sha256(self.out.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFile:
    """A file of the columnar index of a crawl, and the place of the crawl's archive among the archives."""

    archive: int
    table: CrawlTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A job whose inputs are split.

    Attributes:
        pieces: those of the inputs.
        parts_of: the number of partitions of each piece.
        buckets: the number of partitions of the look-ups; a page is always in the same one.
        index_files: those to join with the wanted pages; none if the job wants no columnar index.
    """

    job: Job
    pieces: tuple[Piece, ...]
    parts_of: tuple[int, ...]
    buckets: int
    index_files: tuple[IndexFile, ...] = ()

    @property
    def out(self) -> str:
        """The address of the corpus."""
        return self.job.out

    @property
    def parts(self) -> int:
        """The number of partitions of documents."""
        return sum(self.parts_of)

    def documents(self, part: int) -> tuple[str, str]:
        """Return the input of a partition, and the file with its documents.

        Raises:
            IndexError: there is no such partition.
        """
        for number, parts in enumerate(self.parts_of):
            if part < parts:
                return self.pieces[number].name, split_file(self.out, number, part)
            part -= parts
        raise IndexError(part)

    def sent(self, kind: str, part: int) -> str:
        """Return the file in which a partition sends records of a kind to the next stage."""
        return f"{self.out}/work/{kind}/{part:05d}.arrow"


def split_file(out: str, number: int, part: int) -> str:
    """Return the file with the documents of one partition of the piece of this number."""
    return f"{out}/work/documents/{number:05d}-{part:05d}.arrow"


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
