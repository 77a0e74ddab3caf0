"""The fourth stage: the claims of each document with all their sources, to rows of checks and verdicts."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import anyio
import msgspec

from claims.records import Citation, Claim, JudgedClaim
from claims.support.interface import Checker
from crawler.corpus.engines.pacing import Paces
from crawler.corpus.job import Plan, Stage
from crawler.corpus.manifest import Done, mark
from crawler.corpus.stages import exchange
from crawler.corpus.stages.opened import OpenArchives, Opened, opened
from crawler.corpus.stages.records import Found, Judged
from crawler.corpus.tables import CHECKS, CITATIONS, CLAIMS, DOCUMENTS, VERDICTS, Row
from crawler.stages.copies import Copy, IndexedPage
from crawler.stages.judging import uncited
from crawler.stages.second_pass import OtherCopy

_Place = tuple[str, int]  # a document, and the place of a claim in it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """A citation, and the name of its look-up."""

    citation: Citation
    lookup: str
    host: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The partition of documents as it was read, and what was found for it."""

    documents: Mapping[str, Row]
    claims: Mapping[_Place, Claim]
    cited: Mapping[tuple[str, str], _Cited]
    found: Mapping[str, Found]
    judged: Mapping[_Place, Judged]


def judge_part(plan: Plan, open_archives: OpenArchives, part: int, paces: Paces) -> None:
    """Judge the claims of one partition of documents that cite several sources, and gather those judged already.

    Raises:
        OSError: the partition cannot be read or written.
        claims.errors.UsageError: an archive or the model is missing, or cannot be read.
    """
    began = time.process_time()
    read = _received(plan, part)
    judged = dict(read.judged)
    judged |= {
        (document, place): Judged(document=document, place=place, claim=uncited(claim))
        for (document, place), claim in read.claims.items()
        if not claim.citations
    }
    if waiting := read.claims.keys() - judged.keys():
        anyio.run(_judge_shared, plan, open_archives, part, paces, read, sorted(waiting), judged)
    ordered = [judged[place] for place in sorted(judged)]
    CHECKS.write(plan.out, part, [row for each in ordered for row in _check_rows(each, read)])
    VERDICTS.write(plan.out, part, [_verdict_row(each) for each in ordered])
    errors = sum(each.error is not None for each in ordered)
    seconds, counts = time.process_time() - began, {"verdicts": len(ordered), "errors": errors}
    mark(
        plan.out,
        Done(
            stage=Stage.JUDGE, part=part, input=plan.documents(part)[0], code=plan.job.code, seconds=seconds,
            counts=counts, unfinished=sum(each.claim.unfinished for each in ordered),
        ),
    )  # fmt: skip


def _received(plan: Plan, part: int) -> _Part:
    documents = DOCUMENTS.read(plan.out, part, ["document", "source", "title", "as_of"])
    found = [plan.sent("found", bucket) for bucket in range(plan.buckets)]
    judged = [plan.sent("judged", bucket) for bucket in range(plan.buckets)]
    return _Part(
        documents={row["document"]: row for row in documents},
        claims={(row["document"], row["claim"]): msgspec.convert(row, Claim) for row in CLAIMS.read(plan.out, part)},
        cited={
            (row["document"], row["id"]): _Cited(
                citation=msgspec.convert(row, Citation), lookup=row["lookup"], host=row["host"]
            )
            for row in CITATIONS.read(plan.out, part)
        },
        found={each.lookup: each for each in exchange.receive(found, part, Found)},
        judged={(each.document, each.place): each for each in exchange.receive(judged, part, Judged)},
    )


async def _judge_shared(
    plan: Plan,
    open_archives: OpenArchives,
    part: int,
    paces: Paces,
    read: _Part,
    waiting: list[_Place],
    judged: dict[_Place, Judged],
) -> None:
    """Judge the claims that cite several sources, `jobs` of them at once, into `judged`."""
    places = anyio.Semaphore(plan.job.settings.jobs)
    async with opened(plan.job, open_archives, paces, f"documents-{part:05d}") as work:
        copies = _Copies(work, read)

        async def one(place: _Place) -> None:
            try:
                judged[place] = await copies.judge(place)
            finally:
                places.release()

        async with anyio.create_task_group() as tasks:
            for place in waiting:
                await places.acquire()
                tasks.start_soon(one, place)


class _Copies:
    """The copies of the sources of a partition, each indexed once for all claims of the partition."""

    def __init__(self, work: Opened, read: _Part) -> None:
        self._work, self._read = work, read
        self._copies: dict[str, Copy] = {}
        self._others: dict[str, OtherCopy] = {}

    async def judge(self, place: _Place) -> Judged:
        """Judge the claim at a place."""
        document, claim = self._read.documents[place[0]], self._read.claims[place]
        cited = {name: self._read.cited[place[0], name] for name in claim.citations}

        def other(name: str) -> OtherCopy:
            each = cited[name]
            if each.lookup not in self._others:
                found = self._read.found[each.lookup].obtained
                self._others[each.lookup] = self._work.other_copy(
                    each.citation, found, document=document["source"], as_of=document["as_of"]
                )
            return self._others[each.lookup]

        copies = {name: self._copy(each) for name, each in cited.items()}
        judged, error = await self._work.judge(document["title"], claim, copies, other)
        return Judged(document=place[0], place=place[1], claim=judged, error=error)

    def _copy(self, cited: _Cited) -> Copy:
        if cited.lookup not in self._copies:
            found = self._read.found[cited.lookup]
            page = _SentPage(cited.citation, found, self._work.checker) if found.obtained.source else None
            self._copies[cited.lookup] = Copy(obtained=found.obtained, page=page)
        return self._copies[cited.lookup]


class _SentPage(IndexedPage):
    """A page that was read by another partition, which sent what it shows and what it hides."""

    def __init__(self, citation: Citation, found: Found, checker: Checker[Any]) -> None:
        super().__init__(citation, found.obtained, checker)
        self._hiding = found.whole

    def _index_whole(self) -> Any:
        return self.shown if self._hiding is None else self._index(self._hiding)


def _check_rows(judged: Judged, read: _Part) -> list[Row]:
    own = {"document": judged.document, "claim": judged.place}
    rows = []
    for check in judged.claim.checks:
        cited = read.cited[judged.document, check.citation]
        rows.append(own | {"lookup": cited.lookup, "host": cited.host} | msgspec.to_builtins(check))
    return rows


def _verdict_row(judged: Judged) -> Row:
    claim: JudgedClaim = judged.claim
    row: Row = msgspec.to_builtins(claim)
    own = {"document": judged.document, "claim": judged.place, "unfinished": claim.unfinished, "error": judged.error}
    return row | own
