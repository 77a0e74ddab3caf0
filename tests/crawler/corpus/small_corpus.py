"""A small corpus for tests: documents that cite pages of a local archive, alone and together, well and badly."""

from dataclasses import dataclass, replace
from pathlib import Path

from claims.records import JudgedDocument
from crawler.app.commands import verify
from crawler.app.open_archives import open_archives
from crawler.corpus.engines.interface import Engine
from crawler.corpus.inputs.selection import Selection
from crawler.corpus.job import Job, absolute
from crawler.corpus.judged_documents import judged_documents
from crawler.corpus.run import Outcome, run
from crawler.corpus.tables import VERDICTS
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings
from reports.report_json import read_report
from tests.crawler.archive_files import Archived, article, write_warc

BRIDGE, MILL, CHURCH, SCHOOL = (f"http://valley.example/{name}" for name in ("bridge", "mill", "church", "school"))

# Every document takes three of these: a claim that is right, one that only two pages together say, one that is wrong,
# one whose page said it on the other side of the day of access, one whose page no archive has.
CLAIMS = (
    ("The bridge at Ulvund was finished in 1891 by the engineer Per Olsen.", (BRIDGE,)),
    ("The mill burned down in 1904, and the church lent 300 crowns for a new one.", (MILL, CHURCH)),
    ("The school of Ulvund had 45 pupils when it opened in 1877.", (SCHOOL,)),
    ("The bridge at Ulvund was finished in 1898 by the engineer Per Olsen.", (BRIDGE,)),
    ("The ferry of Ulvund sank in 1865 with nine people.", ("http://valley.example/ferry",)),
    ("The mill of Ulvund burned down in 1904.", (MILL, "http://valley.example/nowhere")),
    ("In 1877 the school of Ulvund had 45 pupils when it opened.", (SCHOOL, CHURCH)),
)
DOCUMENTS = 10


@dataclass(frozen=True, kw_only=True)
class SmallCorpus:
    """Its documents, archive and pages, and the settings for a run in `folder`."""

    documents: Path
    archive: Path
    pages: tuple[Archived, ...]

    def settings(self, folder: Path) -> Settings:
        return Settings(
            archive=(str(self.archive),), offline=True, quiet=True, entailment_model="none", store=folder / "store",
            out=folder / "report", format=("json",),
        )  # fmt: skip

    def job(self, folder: Path, **changes: object) -> Job:
        job = Job(
            out=str(folder / "corpus"), inputs=(str(self.documents),),
            settings=absolute(self.settings(folder)), selection=Selection(), part_bytes=3_000, code="test",
            checker="test",
        )  # fmt: skip
        return replace(job, **changes)  # type: ignore[arg-type]


def make(folder: Path) -> SmallCorpus:
    documents = folder / "documents"
    documents.mkdir()
    for number in range(DOCUMENTS):
        (documents / f"valley-{number}.wikitext").write_text(_document(number), encoding="utf-8")
    pages = [
        (BRIDGE, "2019-01-01T00:00:00Z", "Per Olsen, an engineer, finished the bridge at Ulvund in 1891."),
        (MILL, "2019-01-01T00:00:00Z", "In 1904 the mill of Ulvund burned down to its walls."),
        (CHURCH, "2019-01-01T00:00:00Z", "The church lent 300 crowns for a new mill in the same year."),
        (SCHOOL, "2019-01-01T00:00:00Z", "The school of Ulvund had 54 pupils when it opened in 1877."),
        (SCHOOL, "2020-05-01T00:00:00Z", "The school of Ulvund had 45 pupils when it opened in 1877."),
    ]
    archived = tuple(Archived(url=url, time=time, body=article(words)) for url, time, words in pages)
    return SmallCorpus(documents=documents, archive=write_warc(folder / "valley.warc.gz", archived), pages=archived)


def _document(number: int) -> str:
    chosen = [CLAIMS[(number + step) % len(CLAIMS)] for step in range(3)]
    paragraphs = [f"{words}{''.join(map(_note, urls))}" for words, urls in chosen]
    return "\n\n".join([f"'''Valley {number}''' is a chapter on Ulvund.", "== History ==", *paragraphs, "{{reflist}}"])


def _note(url: str) -> str:
    return f"<ref>{{{{cite web |url={url} |title=Ulvund |access-date=2019-06-01}}}}</ref>"


def made(job: Job, engine: Engine) -> Outcome:
    return run(job, engine, open_archives, lambda line: None, lambda look_ups: None)


def documents_of(job: Job) -> dict[str, JudgedDocument]:
    """The judged documents of a corpus by their names, each of which must be there once."""
    found = [document for part in VERDICTS.parts(job.out) for document in judged_documents(job.out, part)]
    assert len({document.source for document in found}) == len(found)
    return {document.source: document for document in found}


def verified(corpus: SmallCorpus, folder: Path) -> dict[str, JudgedDocument]:
    """The same documents as `verify` judges them, without the excerpts, which a corpus keeps in its sources."""
    settings = corpus.settings(folder)
    verify.run(read_documents([str(corpus.documents)], settings), settings)
    documents = read_report((folder / "report" / "report.json").read_bytes()).documents
    return {document.source: replace(document, excerpts=()) for document in documents}
