"""What a partition has open that looks up and judges: the archives, the checker, and the pages that it has read."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, fields
from typing import Any, Protocol

import anyio
import anyio.to_thread

from claims.records import Citation, Claim, JudgedClaim, Verdict
from claims.support import default_checker
from claims.support.interface import Checker
from crawler.archives.interface import Archive, ArchivedResponse
from crawler.corpus.engines.pacing import Paces, shared_limiters
from crawler.corpus.job import Job
from crawler.entailment.open_model import open_model
from crawler.lookup.lookup_result import LookupResult
from crawler.lookup.other_side import look_up_other_side
from crawler.lookup.page_copies import Reading
from crawler.net.retrying import RetryPolicy
from crawler.settings import Settings
from crawler.stages.copies import Copy
from crawler.stages.judging import ALARMS, judge_claim, milder
from crawler.stages.pages import Pages
from crawler.storage.network import Share
from crawler.storage.store import cited_by


class OpenArchives(Protocol):
    """Opens the archives that settings name; see `crawler.app.open_archives.open_archives`. It can be pickled."""

    def __call__(
        self, settings: Settings, retry_policy: RetryPolicy | None = None, share: Share | None = None
    ) -> AbstractAsyncContextManager[tuple[Archive, ...]]:
        """Open them for as long as the context lasts."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is open for one partition."""

    archives: Sequence[Archive]
    checker: Checker[Any]
    pages: Pages

    async def read(self, response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
        """Read a page, once; see `crawler.lookup.page_copies.ReadPage`."""
        return await anyio.to_thread.run_sync(self.pages.read, response, asked, citation)

    async def judge(
        self,
        title: str | None,
        claim: Claim,
        copies: Mapping[str, Copy],
        other: Callable[[str], Awaitable[Copy | None]],
    ) -> tuple[JudgedClaim, str | None]:
        """Judge a claim of the document called `title`, as `verify` does.

        Args:
            title: see above.
            claim: the claim.
            copies: those of its citations.
            other: looks up another copy for a citation, which is asked for before an alarm.

        Returns:
            the judged claim, and why citewatch failed on it, or None.
        """
        try:
            first = await self._judged(title, claim, copies)
            if first.verdict not in ALARMS:
                return first, None
            others = {name: copy for name in copies if (copy := await other(name)) is not None}
            return (milder(first, await self._judged(title, claim, {**copies, **others})) if others else first), None
        except Exception as error:  # noqa: BLE001 - one claim of millions must not end the run
            words = f"citewatch failed on this claim: {error!r}"
            known = {field.name: getattr(claim, field.name) for field in fields(Claim)}
            return JudgedClaim(**known, verdict=Verdict.SOURCE_UNAVAILABLE, reason=words), words

    async def _judged(self, title: str | None, claim: Claim, copies: Mapping[str, Copy]) -> JudgedClaim:
        return await anyio.to_thread.run_sync(judge_claim, title, claim, copies, self.checker)


class OtherCopy:
    """The copy of a citation's page from the other side of the day of access, looked up when it is first wanted."""

    def __init__(self, work: Opened, citation: Citation, as_of: str | None, source: str, first: LookupResult) -> None:
        self._work, self._citation, self._as_of, self._source, self._first = work, citation, as_of, source, first
        self._lock = anyio.Lock()
        self._found: list[LookupResult | None] = []

    async def copy(self, citation: Citation) -> Copy | None:
        """Return it for a citation equal to this one, or None if there is none."""
        async with self._lock:
            if not self._found:
                with cited_by(self._source, self._citation.id):
                    self._found.append(
                        await look_up_other_side(
                            self._citation, self._work.archives, self._as_of, self._first, self._work.read
                        )
                    )
        found = self._found[0]
        return self._work.pages.copy(citation, found) if found else None


@asynccontextmanager
async def opened(job: Job, open_archives: OpenArchives, paces: Paces, place: str) -> AsyncIterator[Opened]:
    """Open what a partition needs, with a part of the store of its own at `place`, a name.

    Raises:
        claims.errors.UsageError: an archive or the model is missing, or cannot be read.
    """
    share = Share(fetched=job.fetched / place, limiter=shared_limiters(paces))
    with open_model(job.settings) as model:
        checker = default_checker(job.settings.strictness, model)
        async with open_archives(job.settings, share=share) as archives:
            yield Opened(archives=archives, checker=checker, pages=Pages(checker))
