"""crawler.app.pipeline: citations of several documents at once, documents in order, a page read once."""

from collections.abc import Iterator, Sequence
from functools import partial

import anyio
import pytest

from claims.errors import ReportError
from claims.records import Document, JudgedDocument, Source, Verdict
from claims.support import default_checker
from claims.support.index.page import Page
from claims.support.interface import Judgement, Statement
from crawler.app.pipeline import DOCUMENTS_A_JOB, verify
from crawler.app.progress import NoProgress
from crawler.workers.threads import Threads
from tests.crawler.notes import FakeArchive, note

JOBS = 4
SECONDS = 120


class Crowd(FakeArchive):
    """Answers when it was asked so many questions."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size, self.complete = size, anyio.Event()

    async def answer(self, url: str) -> None:
        if len(self.asked) >= self.size:
            self.complete.set()
        await self.complete.wait()


class LateFirst(FakeArchive):
    """Answers about the page `/0` once it was asked about `/2`."""

    def __init__(self) -> None:
        super().__init__()
        self.last = anyio.Event()

    async def answer(self, url: str) -> None:
        if url.endswith("/2"):
            self.last.set()
        if url.endswith("/0"):
            await self.last.wait()


def run(
    documents: Iterator[Document] | Sequence[Document], archive: FakeArchive, workers: Threads
) -> list[JudgedDocument]:
    kept: list[JudgedDocument] = []

    async def timed() -> None:
        with anyio.fail_after(SECONDS):
            await verify(documents, [archive], workers, NoProgress(), JOBS, kept.append)

    anyio.run(timed)
    return kept


@pytest.fixture(scope="module")
def workers() -> Threads:
    return Threads(default_checker())


def test_citations_of_several_documents_are_looked_up_at_once(workers: Threads) -> None:
    notes = [note(number, f"http://a.example/{number}") for number in range(JOBS)]
    judged = run(notes, Crowd(JOBS), workers)
    assert {claim.verdict for document in judged for claim in document.claims} == {Verdict.SUPPORTED}


def test_no_more_citations_are_in_flight_than_there_are_jobs(workers: Threads) -> None:
    notes = [note(number, f"http://a.example/{number}") for number in range(JOBS + 1)]
    with pytest.raises(TimeoutError):
        anyio.run(partial(hurried, notes, Crowd(JOBS + 1), workers))


async def hurried(notes: Sequence[Document], archive: FakeArchive, workers: Threads) -> None:
    with anyio.fail_after(0.2):
        await verify(notes, [archive], workers, NoProgress(), JOBS, lambda _: None)


def test_documents_are_given_back_in_their_order(workers: Threads) -> None:
    notes = [note(number, f"http://a.example/{number}") for number in range(3)]
    assert [document.source for document in run(notes, LateFirst(), workers)] == ["0.txt", "1.txt", "2.txt"]


def test_an_error_in_keeping_a_document_ends_the_run_as_it_is(workers: Threads) -> None:
    def keep(document: JudgedDocument) -> None:
        raise ReportError("the disk is full.")

    async def timed() -> None:
        with anyio.fail_after(SECONDS):
            await verify([note(1, "http://a.example/1")], [FakeArchive()], workers, NoProgress(), JOBS, keep)

    with pytest.raises(ReportError):
        anyio.run(timed)


def test_documents_are_taken_as_there_is_room_for_them(workers: Threads) -> None:
    taken = []

    def notes() -> Iterator[Document]:
        for number in range(100):
            taken.append(number)
            yield note(number, f"http://a.example/{number}")

    kept: list[int] = []

    async def timed() -> None:
        with anyio.fail_after(SECONDS):
            await verify(notes(), [FakeArchive()], workers, NoProgress(), JOBS, lambda _: kept.append(len(taken)))

    anyio.run(timed)
    assert kept[0] <= JOBS * DOCUMENTS_A_JOB + 1
    assert len(kept) == len(taken) == 100


def test_a_page_that_several_documents_cite_is_indexed_once() -> None:
    checker = Counting()
    judged = run([note(number, "http://a.example/") for number in range(12)], FakeArchive(), Threads(checker))
    assert [claim.verdict for document in judged for claim in document.claims] == [Verdict.SUPPORTED] * 12
    assert checker.indexed == 1


class Counting:
    """The shipped checker, counting the pages that it indexes."""

    name = "counting"

    def __init__(self) -> None:
        self.checker, self.indexed = default_checker(), 0

    def index(self, source: Source) -> Page:
        self.indexed += 1
        return self.checker.index(source)

    def judge(self, statement: Statement, sources: Sequence[Page]) -> Judgement:
        return self.checker.judge(statement, sources)

    def supports(self, statement: Statement, sources: Sequence[Page]) -> Judgement | None:
        return self.checker.supports(statement, sources)
