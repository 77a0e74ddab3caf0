"""The stage before the look-ups, where it is wanted: the wanted pages in one file of a crawl's columnar index."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator

import anyio

from claims.errors import ArchiveFileError, CitewatchError, UnfinishedError, UsageError
from crawler.archives.crawls.columnar_index import LocatedCapture
from crawler.archives.crawls.common_crawl import CommonCrawl
from crawler.archives.interface import Archive
from crawler.corpus.engines.pacing import Paces, shared_limiters
from crawler.corpus.job import IndexFile, Plan, Stage
from crawler.corpus.manifest import Done, mark
from crawler.corpus.stages import exchange
from crawler.corpus.stages.opened import OpenArchives
from crawler.corpus.stages.records import Located, WantedPage
from crawler.outcome import Failure
from crawler.storage.network import Share


async def index_files(archives: Iterable[Archive]) -> tuple[IndexFile, ...]:
    """Return the files of the columnar indexes of all crawls among the archives.

    Raises:
        UsageError: there are none.
        UnfinishedError: an archive throttled or could not be reached.
        ArchiveFileError: a crawl has no such index, or its list is damaged.
    """
    found: list[IndexFile] = []
    for place, archive in enumerate(archives):
        if isinstance(archive, CommonCrawl):
            tables = await archive.tables()
            if isinstance(tables, Failure):
                raise _unread(archive.name, tables)
            found += [IndexFile(archive=place, table=table) for table in tables]
    if not found:
        mend = "Name them with --archive cc and --crawl, or leave --columnar-index out."
        raise UsageError("there is no crawl with a columnar index.", mend=mend)
    return tuple(found)


def locate_part(plan: Plan, open_archives: OpenArchives, part: int, paces: Paces) -> None:
    """Find the wanted pages in one file of a columnar index, and send their captures to be looked up.

    Raises:
        OSError: the partition cannot be read or written.
        claims.errors.CitewatchError: the file cannot be read: what is not known must not pass for never archived.
    """
    began, file = time.process_time(), plan.index_files[part]
    captures = anyio.run(_joined, plan, open_archives, part, paces)
    by_key: defaultdict[str, list[LocatedCapture]] = defaultdict(list)
    for capture in captures:
        by_key[capture.key].append(capture)
    places = {(wanted.bucket, wanted.key) for wanted in _wanted(plan) if wanted.key in by_key}
    sent: defaultdict[int, list[Located]] = defaultdict(list)
    for bucket, key in sorted(places):
        sent[bucket] += [Located(archive=file.archive, capture=capture) for capture in by_key[key]]
    exchange.send(plan.sent("located", part), sent, plan.buckets)
    seconds, counts = time.process_time() - began, {"located": len(captures)}
    mark(
        plan.out,
        Done(
            stage=Stage.LOCATE, part=part, input=file.table.path, code=plan.job.code, seconds=seconds, counts=counts
        ),
    )  # fmt: skip


async def _joined(plan: Plan, open_archives: OpenArchives, part: int, paces: Paces) -> tuple[LocatedCapture, ...]:
    share = Share(fetched=plan.job.fetched / f"located-{part:05d}", limiter=shared_limiters(paces))
    file = plan.index_files[part]
    async with open_archives(plan.job.settings, share=share) as archives:
        archive = archives[file.archive]
        assert isinstance(archive, CommonCrawl)
        found = await archive.join(file.table, (wanted.key for wanted in _wanted(plan)))
    if isinstance(found, Failure):
        raise _unread(archive.name, found)
    return found


def _wanted(plan: Plan) -> Iterator[WantedPage]:
    """Yield the wanted pages of all documents; there may be millions, so they are read rather than kept."""
    return exchange.receive((plan.sent("wanted", part) for part in range(plan.parts)), 0, WantedPage)


def _unread(name: str, failure: Failure) -> CitewatchError:
    reason = f"the columnar index could not be read: {failure.reason}."
    if failure.status.unfinished:
        return UnfinishedError(reason, place=name, mend="Run it again: it goes on from here.")
    return ArchiveFileError(reason, place=name, mend="Leave --columnar-index out, to search the other index.")
