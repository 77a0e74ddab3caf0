"""The pipeline: the citations of documents -> captures -> sources -> verdicts, document by document.

Citations of several documents are in flight at once; documents are given back in their order.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields

import anyio

from claims.records import Citation, Claim, Document, JudgedClaim, JudgedDocument
from crawler.app.progress import Progress
from crawler.archives.interface import Archive
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from crawler.stages.excerpts import Excerpts
from crawler.stages.judging import Batch, uncited
from crawler.stages.second_pass import OtherCopy, second_pass
from crawler.storage.store import cited_by
from crawler.workers.interface import Workers

DOCUMENTS_A_JOB = 4
"""Documents that are open at once for each job: notes of one citation keep all jobs busy while one of them is slow."""


async def verify(
    documents: Iterable[Document],
    archives: Sequence[Archive],
    workers: Workers,
    progress: Progress,
    jobs: int,
    keep: Callable[[JudgedDocument], None],
    *,
    with_sources: bool = False,
) -> None:
    """Judge every claim of every document, `jobs` citations at once, of whichever documents they are.

    Args:
        documents: the documents to verify; one is taken when there is work left for it.
        archives: the archives to ask, in that order.
        workers: read pages and judge claims.
        progress: shows every citation and claim that is done.
        jobs: number of citations to process at once.
        keep: is called with each judged document, in the given order, as soon as it and those before it are finished.
        with_sources: whether to keep the whole texts of the sources of findings, whatever their length.

    Raises:
        Exception: what `keep` raises, or a bug.
    """
    limiter, room = anyio.CapacityLimiter(jobs), anyio.Semaphore(jobs * DOCUMENTS_A_JOB)
    finished: dict[int, JudgedDocument] = {}
    following = 0

    async def one(number: int, document: Document) -> None:
        nonlocal following
        excerpts = Excerpts(all_whole=with_sources)
        finished[number] = await _Verification(document, archives, workers, progress, excerpts).run(limiter)
        while following in finished:
            keep(finished.pop(following))
            following += 1
            room.release()

    try:
        async with anyio.create_task_group() as group:
            for number, document in enumerate(documents):
                await room.acquire()
                group.start_soon(one, number, document)
    except ExceptionGroup as errors:
        raise _only(errors) from errors


def _only(error: Exception) -> Exception:
    """Return the error that nested task groups have wrapped; the group itself if there are several."""
    while isinstance(error, ExceptionGroup) and len(error.exceptions) == 1:
        (error,) = error.exceptions
    return error


class _Verification:
    """The verification of one document.

    A source is dropped when the last claim that cites it is judged, so that memory grows with the citations in flight
    and not with the length of the document.
    """

    def __init__(
        self,
        document: Document,
        archives: Sequence[Archive],
        workers: Workers,
        progress: Progress,
        excerpts: Excerpts,
    ) -> None:
        self.document = document
        self.archives = archives
        self.workers = workers
        self.progress = progress
        self.excerpts = excerpts
        self.obtained: dict[str, LookupResult] = {}
        self.others: dict[str, OtherCopy] = {}
        self.judged: dict[int, JudgedClaim] = {}
        self.waiting: dict[str, list[int]] = {}
        for place, claim in enumerate(document.claims):
            for citation in dict.fromkeys(claim.citations):
                self.waiting.setdefault(citation, []).append(place)
        self.citations = {citation.id: citation for citation in document.citations}
        self.unjudged = Counter({citation: len(places) for citation, places in self.waiting.items()})

    async def run(self, limiter: anyio.CapacityLimiter) -> JudgedDocument:
        """Look up every citation and judge every claim; the result keeps the order of the document."""
        used = [citation for citation in self.document.citations if citation.id in self.waiting]
        async with anyio.create_task_group() as group:
            for citation in used:
                group.start_soon(self._look_up, citation, limiter)
        for place, claim in enumerate(self.document.claims):
            if not claim.citations:
                self.judged[place] = uncited(claim)
        known = {field.name: getattr(self.document, field.name) for field in fields(Document)}
        judged = tuple(self.judged[place] for place in sorted(self.judged))
        order = {citation.id: place for place, citation in enumerate(used)}
        excerpts = sorted(self.excerpts.cut, key=lambda excerpt: order[excerpt.citation])
        return JudgedDocument(**known | {"claims": judged, "excerpts": tuple(excerpts)})

    async def _look_up(self, citation: Citation, limiter: anyio.CapacityLimiter) -> None:
        """Look up one citation, then judge the claims that waited for this citation alone."""
        async with limiter:
            with cited_by(self.document.source, citation.id):
                obtained = await look_up(citation, self.archives, self.document.as_of, self.workers.read)
            self.obtained[citation.id] = obtained
            self.progress.advance(obtained.status)
            places = self.waiting.pop(citation.id)
            ready = [place for place in places if self.waiting.keys().isdisjoint(self.document.claims[place].citations)]
            if ready:
                await self._judge(ready)

    async def _judge(self, places: Sequence[int]) -> None:
        """Judge claims whose citations were all looked up, and drop the sources that no other claim waits for."""
        claims = [self.document.claims[place] for place in places]
        first = await self._judged(claims, {})
        final = await second_pass(claims, first, self._other, self._judged)
        for place, before, judged in zip(places, first, final, strict=True):
            self.judged[place] = judged
            if judged.verdict is before.verdict:  # excerpts are cut from the first copies
                self.excerpts.note(judged)
            self.progress.judged()
        for citation in (citation for claim in claims for citation in dict.fromkeys(claim.citations)):
            self.unjudged[citation] -= 1
            if not self.unjudged[citation]:
                source = self.obtained.pop(citation).source
                self.excerpts.take(citation, source.text if source else "")
                self.others.pop(citation, None)

    async def _judged(self, claims: Sequence[Claim], others: Mapping[str, LookupResult]) -> tuple[JudgedClaim, ...]:
        """Judge claims by what was obtained for their citations, or by `others` for those that it has."""
        names = dict.fromkeys(name for claim in claims for name in claim.citations)
        cited = {name: (self.citations[name], others.get(name) or self.obtained[name]) for name in names}
        return await self.workers.judge(Batch(title=self.document.title, claims=tuple(claims), cited=cited))

    async def _other(self, name: str) -> LookupResult | None:
        """Return the copy of a citation's page from the other side of the day of access."""
        if name not in self.others:
            self.others[name] = OtherCopy(
                self.citations[name],
                self.archives,
                self.workers.read,
                self.obtained[name],
                document=self.document.source,
                as_of=self.document.as_of,
            )
        return await self.others[name].get()
