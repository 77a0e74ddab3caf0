"""What a partition has open that looks up and judges: the archives, the checker, and the pages that it has read."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
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
from crawler.lookup.page_copies import Reading
from crawler.net.retrying import RetryPolicy
from crawler.settings import Settings
from crawler.stages.copies import Copy
from crawler.stages.judging import CLAIM_SECONDS, judge_claim
from crawler.stages.pages import Pages
from crawler.stages.second_pass import OtherCopy, second_pass
from crawler.storage.network import Share


class OpenArchives(Protocol):
    """Opens the archives that settings name; see `crawler.app.open_archives.open_archives`. It can be pickled."""

    def __call__(
        self, settings: Settings, retry_policy: RetryPolicy | None = None, share: Share | None = None
    ) -> AbstractAsyncContextManager[tuple[Archive, ...]]:
        """Open them for as long as the context lasts."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is open for one partition.

    Attributes:
        claim_seconds: how long judging a claim may take; None with a large model.
    """

    archives: Sequence[Archive]
    checker: Checker[Any]
    pages: Pages
    claim_seconds: float | None

    async def read(self, response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
        """Read a page, once; see `crawler.lookup.page_copies.ReadPage`."""
        return await anyio.to_thread.run_sync(self.pages.read, response, asked, citation)

    def other_copy(self, citation: Citation, first: LookupResult, *, document: str, as_of: str | None) -> OtherCopy:
        """Return the other copy of the page that `first` is a copy of; see `OtherCopy`."""
        return OtherCopy(citation, self.archives, self.read, first, document=document, as_of=as_of)

    async def judge(
        self,
        title: str | None,
        claim: Claim,
        copies: Mapping[str, Copy],
        other: Callable[[str], OtherCopy],
    ) -> tuple[JudgedClaim, str | None]:
        """Judge a claim of the document called `title`, as `verify` does.

        Args:
            title: see above.
            claim: the claim.
            copies: those of its citations.
            other: returns the other copy of a citation's page, which is looked up before an alarm.

        Returns:
            the judged claim, and why citewatch failed on it, or None.
        """

        async def other_page(name: str) -> Copy | None:
            copy = other(name)
            found = await copy.get()
            return self.pages.copy(copy.citation, found) if found else None

        async def judge(claims: Sequence[Claim], others: Mapping[str, Copy]) -> list[JudgedClaim]:
            used = {**copies, **others}
            return [
                await anyio.to_thread.run_sync(judge_claim, title, each, used, self.checker, self.claim_seconds)
                for each in claims
            ]

        try:
            (judged,) = await second_pass([claim], await judge([claim], {}), other_page, judge)
            return judged, None
        except Exception as error:  # noqa: BLE001 - one claim of millions must not end the run
            words = f"citewatch failed on this claim: {error!r}"
            known = {field.name: getattr(claim, field.name) for field in fields(Claim)}
            return JudgedClaim(**known, verdict=Verdict.SOURCE_UNAVAILABLE, reason=words), words


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
            seconds = None if model else CLAIM_SECONDS
            yield Opened(archives=archives, checker=checker, pages=Pages(checker), claim_seconds=seconds)
