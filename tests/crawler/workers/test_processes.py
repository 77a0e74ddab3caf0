"""crawler.workers.processes: several cores, the same verdicts, and nothing lost with a process that ends."""

import os
import signal
from collections.abc import Sequence
from dataclasses import replace

import anyio
import pytest

from claims.records import Document, JudgedDocument, Status, Verdict
from claims.support import default_checker
from crawler.app.pipeline import verify
from crawler.app.progress import NoProgress
from crawler.stages.judging import OVER_CLAIM_TIME
from crawler.workers.process import OpenChecker
from crawler.workers.processes import Processes, open_workers
from crawler.workers.threads import OVER_MEMORY, Threads
from tests.crawler.notes import FakeArchive, note
from tests.crawler.workers.checkers import EXHAUSTS, HANGS, KILLS, WORKS, Fragile, fragile, impossible, shipped

NOTES = [note(number, f"http://a.example/{number % 3}", f"http://a.example/{number}") for number in range(6)]
SECONDS = 120


class Deadly(FakeArchive):
    """An archive that kills the processes of `workers`, by their ids, at the sixth question."""

    def __init__(self) -> None:
        super().__init__()
        self.workers: Processes | None = None
        self.killed: list[int] = []

    async def answer(self, url: str) -> None:
        assert self.workers is not None
        for pid in [member.pid for member in self.workers.members if member.pid]:
            if len(self.asked) == 6:
                os.kill(pid, signal.SIGKILL)
                self.killed.append(pid)


def verified(
    documents: Sequence[Document],
    open_checker: OpenChecker,
    archive: FakeArchive | None = None,
    start_after: float = 0,
) -> tuple[list[JudgedDocument], Processes]:
    """Return the judged documents, and the workers, which have ended."""
    kept: list[JudgedDocument] = []
    archive = archive or FakeArchive()
    checker = Fragile() if open_checker is fragile else default_checker()

    async def go() -> Processes:
        with anyio.fail_after(SECONDS):
            async with open_workers(checker, open_checker, 2, start_after) as workers:
                assert isinstance(workers, Processes)
                if isinstance(archive, Deadly):
                    archive.workers = workers
                await verify(documents, [archive], workers, NoProgress(), 4, kept.append)
            return workers

    workers = anyio.run(go)
    return kept, workers


def by_threads(documents: Sequence[Document]) -> list[JudgedDocument]:
    kept: list[JudgedDocument] = []
    anyio.run(verify, documents, [FakeArchive()], Threads(default_checker()), NoProgress(), 4, kept.append)
    return kept


def test_processes_that_are_killed_by_their_ids_change_no_verdict_and_leave_nothing_behind() -> None:
    archive = Deadly()
    judged, workers = verified(NOTES, shipped, archive)
    assert judged == by_threads(NOTES)
    assert archive.killed
    assert [member.pid for member in workers.members] == [None, None]


@pytest.mark.parametrize("text", [KILLS, EXHAUSTS])
def test_a_claim_that_ends_its_process_is_not_checked_and_takes_no_other_with_it(text: str) -> None:
    two = note(1, "http://a.example/1", "http://a.example/1")
    (good, bad) = (two.claims[0], replace(two.claims[1], text=text, citations=two.claims[0].citations))
    ((document,), _) = verified([replace(two, claims=(good, bad))], fragile)
    assert [claim.verdict for claim in document.claims] == [Verdict.SUPPORTED, Verdict.SOURCE_UNAVAILABLE]
    assert [check.status for check in document.claims[1].checks] == [Status.TOO_LARGE]
    assert document.claims[1].checks[0].reason == OVER_MEMORY


def test_a_claim_that_takes_too_long_is_not_checked_and_takes_no_other_with_it() -> None:
    two = note(1, "http://a.example/1", "http://a.example/1")
    claims = (two.claims[0], replace(two.claims[1], text=HANGS, citations=two.claims[0].citations))
    kept: list[JudgedDocument] = []

    async def go() -> None:
        workers = Processes(Threads(Fragile()), fragile, 1, 0, claim_seconds=2)
        try:
            await verify([replace(two, claims=claims)], [FakeArchive()], workers, NoProgress(), 4, kept.append)
        finally:
            workers.kill()

    anyio.run(go)
    good, bad = kept[0].claims
    assert (good.verdict, bad.verdict) == (Verdict.SUPPORTED, Verdict.SOURCE_UNAVAILABLE)
    assert [(check.status, check.reason) for check in bad.checks] == [(Status.TOO_LARGE, OVER_CLAIM_TIME)]


def test_on_one_core_a_claim_that_takes_too_long_is_not_checked_and_takes_no_other_with_it() -> None:
    two = note(1, "http://a.example/1", "http://a.example/1")
    claims = (two.claims[0], replace(two.claims[1], text=WORKS, citations=two.claims[0].citations))
    kept: list[JudgedDocument] = []
    workers = Threads(Fragile(), claim_seconds=0.1)
    anyio.run(verify, [replace(two, claims=claims)], [FakeArchive()], workers, NoProgress(), 4, kept.append)
    good, bad = kept[0].claims
    assert (good.verdict, bad.verdict) == (Verdict.SUPPORTED, Verdict.SOURCE_UNAVAILABLE)
    assert [(check.status, check.reason) for check in bad.checks] == [(Status.TOO_LARGE, OVER_CLAIM_TIME)]


def test_threads_do_the_work_where_no_process_can_start() -> None:
    judged, _ = verified(NOTES[:2], impossible)
    assert judged == by_threads(NOTES[:2])


def test_little_work_starts_no_process() -> None:
    _, workers = verified(NOTES[:1], shipped, start_after=60)
    assert [member.pid for member in workers.members] == [None, None]


def test_one_core_has_no_processes() -> None:
    async def kind() -> type:
        async with open_workers(default_checker(), shipped, 1) as workers:
            return type(workers)

    assert anyio.run(kind) is Threads


def test_ctrl_c_of_a_terminal_reaches_no_process_that_works() -> None:
    async def interrupted() -> list[int | None]:
        async with open_workers(Fragile(), fragile, 2, 0) as workers:
            assert isinstance(workers, Processes)
            await verify(NOTES[:1], [FakeArchive()], workers, NoProgress(), 4, lambda _: None)
            before = [member.pid for member in workers.members]
            for pid in filter(None, before):
                os.kill(pid, signal.SIGINT)
            await verify(NOTES[1:2], [FakeArchive()], workers, NoProgress(), 4, lambda _: None)
            assert [member.pid for member in workers.members] == before
            return before

    assert any(anyio.run(interrupted))
