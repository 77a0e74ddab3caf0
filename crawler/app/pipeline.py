"""The pipeline for one document after another: citations -> captures -> sources -> verdicts.

Before a claim raises an alarm, a second pass judges it by the copies from the other side of the day of access.
"""

from collections import Counter
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from typing import Any

import anyio
import anyio.to_thread

from claims.records import Citation, Claim, Document, JudgedClaim, JudgedDocument
from claims.support.interface import Checker
from crawler.app.excerpts import Excerpts
from crawler.app.judging import ALARMS, Copy, judge_claim, milder
from crawler.app.progress import Progress
from crawler.archives.interface import Archive
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.other_side import look_up_other_side
from crawler.storage.store import cited_by


async def verify(
    documents: Iterable[Document],
    archives: Sequence[Archive],
    checker: Checker[Any],
    progress: Progress,
    jobs: int,
    *,
    with_sources: bool = False,
) -> AsyncGenerator[JudgedDocument, None]:
    """Judge every claim of every document, one document at a time and `jobs` of its citations at once.

    Args:
        documents: the documents to verify.
        archives: the archives to ask, in that order.
        checker: the judge.
        progress: shows every citation and claim that is done.
        jobs: number of citations to process at once.
        with_sources: whether to keep the whole texts of the sources of findings, whatever their length.

    Yields:
        each document with its judged claims, in the given order, as soon as it is finished.
    """
    for document in documents:
        excerpts = Excerpts(all_whole=with_sources)
        yield await _Verification(document, archives, checker, progress, excerpts).run(jobs)


class _Verification:
    """The verification of one document.

    A source is dropped when the last claim that cites it is judged, so that memory grows with the citations in flight
    and not with the length of the document.
    """

    def __init__(
        self,
        document: Document,
        archives: Sequence[Archive],
        checker: Checker[Any],
        progress: Progress,
        excerpts: Excerpts,
    ) -> None:
        self.document = document
        self.archives = archives
        self.checker = checker
        self.progress = progress
        self.excerpts = excerpts
        self.copies: dict[str, Copy] = {}
        self.other_copies: dict[str, Copy | None] = {}
        self.judged: dict[int, JudgedClaim] = {}
        self.waiting: dict[str, list[int]] = {}
        for place, claim in enumerate(document.claims):
            for citation in dict.fromkeys(claim.citations):
                self.waiting.setdefault(citation, []).append(place)
        self.citations = {citation.id: citation for citation in document.citations}
        self.unjudged = Counter({citation: len(places) for citation, places in self.waiting.items()})

    async def run(self, jobs: int) -> JudgedDocument:
        """Look up every citation and judge every claim; the result keeps the order of the document."""
        used = [citation for citation in self.document.citations if citation.id in self.waiting]
        limiter = anyio.CapacityLimiter(jobs)
        cited = sum(bool(claim.citations) for claim in self.document.claims)
        with self.progress.document(self.document.source, len(used), cited):
            async with anyio.create_task_group() as group:
                for citation in used:
                    group.start_soon(self._look_up, citation, limiter)
        for place, claim in enumerate(self.document.claims):
            if not claim.citations:
                self.judged[place] = judge_claim(self.document, claim, {}, self.checker)
        known = {field.name: getattr(self.document, field.name) for field in fields(Document)}
        judged = tuple(self.judged[place] for place in sorted(self.judged))
        order = {citation.id: place for place, citation in enumerate(used)}
        excerpts = sorted(self.excerpts.cut, key=lambda excerpt: order[excerpt.citation])
        return JudgedDocument(**known | {"claims": judged, "excerpts": tuple(excerpts)})

    async def _look_up(self, citation: Citation, limiter: anyio.CapacityLimiter) -> None:
        """Look up one citation, then judge the claims that waited for this citation alone."""
        async with limiter:
            with cited_by(self.document.source, citation.id):
                obtained = await look_up(citation, self.archives, self.document.as_of)
            self.copies[citation.id] = await anyio.to_thread.run_sync(Copy, citation, obtained, self.checker)
            self.progress.advance(obtained.status)
            places = self.waiting.pop(citation.id)
            claims = [self.document.claims[place] for place in places]
            ready = [
                place
                for place, claim in zip(places, claims, strict=True)
                if not any(other in self.waiting for other in claim.citations)
            ]
            for place in ready:
                await self._judge(place)

    async def _judge(self, place: int) -> None:
        claim = self.document.claims[place]
        copies = {citation: self.copies[citation] for citation in claim.citations}
        first = judged = await self._judged(claim, copies)
        if first.verdict in ALARMS:
            others = {name: copy for name in copies if (copy := await self._other_copy(name)) is not None}
            if others:
                judged = milder(first, await self._judged(claim, copies | others))
        self.judged[place] = judged
        if judged.verdict is first.verdict:  # excerpts are cut from the first copies
            self.excerpts.note(judged)
        self.progress.judged()
        for citation in copies:
            self.unjudged[citation] -= 1
            if not self.unjudged[citation]:
                source = self.copies.pop(citation).obtained.source
                self.excerpts.take(citation, source.text if source else "")
                self.other_copies.pop(citation, None)

    async def _judged(self, claim: Claim, copies: Mapping[str, Copy]) -> JudgedClaim:
        judge = partial(judge_claim, self.document, claim, copies, self.checker)
        return await anyio.to_thread.run_sync(judge)

    async def _other_copy(self, name: str) -> Copy | None:
        """Return the copy of a citation's page from the other side of the day of access, looked up once."""
        if name not in self.other_copies:
            citation = self.citations[name]
            with cited_by(self.document.source, name):
                found = await look_up_other_side(
                    citation, self.archives, self.document.as_of, self.copies[name].obtained
                )
            copy = await anyio.to_thread.run_sync(Copy, citation, found, self.checker) if found else None
            self.other_copies[name] = copy
        return self.other_copies[name]
