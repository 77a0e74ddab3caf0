"""The third stage: each page looked up, read and indexed once, and the claims that cite nothing else judged by it."""

import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import anyio
import anyio.to_thread
import msgspec

from claims.records import Status
from crawler.archives.crawls.columnar_index import LocatedCapture
from crawler.archives.crawls.common_crawl import CommonCrawl
from crawler.archives.crawls.located_captures import LocatedCaptures
from crawler.archives.interface import Archive
from crawler.corpus.engines.pacing import Paces
from crawler.corpus.job import Plan, Stage
from crawler.corpus.manifest import Done, mark
from crawler.corpus.stages import exchange
from crawler.corpus.stages.file_order import in_file_order
from crawler.corpus.stages.opened import OpenArchives, Opened, opened
from crawler.corpus.stages.records import Asked, CitingClaim, Found, Judged, Located
from crawler.corpus.tables import SOURCES, Row
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.capture_selection import asked_pages
from crawler.lookup.lookup_result import LookupResult
from crawler.stages.second_pass import OtherCopy
from crawler.storage.store import cited_by
from crawler.urls import host_of, surt_key


@dataclass(slots=True)
class _Results:
    """What a partition found: rows of sources, and what it sends to each partition of documents."""

    sources: list[Row] = field(default_factory=list)
    found: defaultdict[int, list[Found]] = field(default_factory=lambda: defaultdict(list))
    judged: defaultdict[int, list[Judged]] = field(default_factory=lambda: defaultdict(list))
    unfinished: int = 0
    errors: int = 0


def look_up_part(plan: Plan, open_archives: OpenArchives, part: int, paces: Paces) -> None:
    """Look up the citations of one partition of pages. A page on which citewatch fails is a row with its error.

    Raises:
        OSError: the partition cannot be read or written.
        claims.errors.UsageError: an archive or the model is missing, or cannot be read.
    """
    began = time.process_time()
    senders = [plan.sent("asked", sender) for sender in range(plan.parts)]
    asked = sorted(exchange.receive(senders, part, Asked), key=_order)
    results = _Results()
    if asked:
        anyio.run(_look_all_up, plan, open_archives, part, paces, asked, results)
    results.sources.sort(key=lambda row: row["lookup"])
    SOURCES.write(plan.out, part, results.sources)
    exchange.send(plan.sent("found", part), results.found, plan.parts)
    exchange.send(plan.sent("judged", part), results.judged, plan.parts)
    counts = {"sources": len(results.sources), "errors": results.errors}
    seconds = time.process_time() - began
    mark(
        plan.out,
        Done(
            stage=Stage.LOOK_UP, part=part, input=f"pages {part} of {plan.buckets}", code=plan.job.code,
            seconds=seconds, counts=counts, unfinished=results.unfinished,
        ),
    )  # fmt: skip


def _order(asked: Asked) -> tuple[str, ...]:
    """Equal look-ups follow each other, and those of one page, so that it is read and indexed once."""
    return asked.page, asked.wanted, asked.lookup, asked.document, asked.citation.id


async def _look_all_up(
    plan: Plan, open_archives: OpenArchives, part: int, paces: Paces, asked: Sequence[Asked], results: _Results
) -> None:
    groups = [list(equal) for _, equal in groupby(asked, key=lambda each: each.lookup)]
    places = anyio.Semaphore(plan.job.settings.jobs)

    async def one(group: Sequence[Asked]) -> None:
        try:
            await _Group(group, work, plan, results).run()
        finally:
            places.release()

    async with opened(plan.job, open_archives, paces, f"pages-{part:05d}") as work:
        if plan.index_files:
            work = replace(work, archives=_with_located(work.archives, plan, part, asked))
        async with anyio.create_task_group() as tasks:
            async for batch in _batches(groups, work.archives):
                for group in batch:
                    await places.acquire()
                    tasks.start_soon(one, group)


def _with_located(archives: Sequence[Archive], plan: Plan, part: int, asked: Sequence[Asked]) -> list[Archive]:
    """Return the archives, where crawls know the captures that their columnar indexes list of the wanted pages."""
    keys = {surt_key(page.url) for each in asked for page in asked_pages(each.citation, by_key=True)}
    senders = [plan.sent("located", sender) for sender in range(len(plan.index_files))]
    captures: defaultdict[int, list[LocatedCapture]] = defaultdict(list)
    for located in exchange.receive(senders, part, Located):
        captures[located.archive].append(located.capture)
    return [
        archive.with_located(LocatedCaptures(keys, captures[place])) if isinstance(archive, CommonCrawl) else archive
        for place, archive in enumerate(archives)
    ]


async def _batches(
    groups: Sequence[Sequence[Asked]], archives: Sequence[Archive]
) -> AsyncIterator[Sequence[Sequence[Asked]]]:
    """Yield the look-ups to begin; if the first archive is a crawl that was located, what they want of it is read."""
    first = archives[0] if archives else None
    if not (isinstance(first, CommonCrawl) and first.is_located):
        yield groups
        return
    for batch in await in_file_order(groups, first):
        await first.prefetch(batch.rows)
        yield batch.groups


class _Group:
    """Equal citations: looked up once, for the claims of all of them."""

    def __init__(self, group: Sequence[Asked], work: Opened, plan: Plan, results: _Results) -> None:
        self._group, self._work, self._plan, self._results = group, work, plan, results
        self._first = group[0]

    async def run(self) -> None:
        """Look them up, judge the claims that cite nothing else, and send on what the others need."""
        obtained, error = await self._obtained()
        self._results.errors += error is not None
        self._results.unfinished += obtained.status.unfinished
        first = self._first
        other = self._work.other_copy(first.citation, obtained, document=first.source, as_of=first.as_of)
        for asked in self._group:
            for citing in asked.claims:
                await self._judge(asked, citing, obtained, other, error)
        if receivers := {asked.part for asked in self._group if asked.shared}:
            whole = await anyio.to_thread.run_sync(obtained.whole_source)
            found = Found(lookup=first.lookup, obtained=replace(obtained, responses=()), whole=whole)
            for receiver in receivers:
                self._results.found[receiver].append(found)
        self._results.sources.append(self._row(obtained, error))

    async def _obtained(self) -> tuple[LookupResult, str | None]:
        first = self._first
        try:
            with cited_by(first.source, first.citation.id):
                return await look_up(first.citation, self._work.archives, first.as_of, self._work.read), None
        except Exception as error:  # noqa: BLE001 - one page of millions must not end the run
            words = f"citewatch failed on this page: {error!r}"
            return LookupResult(status=Status.NO_TEXT, reason=words), words

    async def _judge(
        self, asked: Asked, citing: CitingClaim, obtained: LookupResult, other: OtherCopy, error: str | None
    ) -> None:
        """Judge a claim that cites nothing else, for the partition of its document."""
        copies = {asked.citation.id: self._work.pages.copy(asked.citation, obtained)}
        claim, wrong = await self._work.judge(asked.title, citing.claim, copies, lambda _: other)
        done = Judged(document=asked.document, place=citing.place, claim=claim, error=error or wrong)
        self._results.judged[asked.part].append(done)
        self._results.errors += wrong is not None
        self._results.unfinished += claim.unfinished and not obtained.status.unfinished

    def _row(self, obtained: LookupResult, error: str | None) -> Row:
        source, url = obtained.source, self._first.citation.url
        return {
            "lookup": self._first.lookup,
            "url": url,
            "host": host_of(url or "") or None,
            "wanted": self._first.wanted or None,
            "status": obtained.status.value,
            "reason": obtained.reason,
            "capture": obtained.capture and msgspec.to_builtins(obtained.capture),
            "title": source and source.title,
            "published": source and source.published,
            "language": source and source.language,
            "characters": source and len(source.text),
            "text": source.text if source and self._plan.job.settings.with_sources else None,
            "tried": msgspec.to_builtins(obtained.tried),
            "fetched": obtained.fetched,
            "error": error,
        }
