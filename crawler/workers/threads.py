"""Workers that are threads of this process: all that a checker needs that sends requests, or holds a large model."""

from typing import Any

import anyio.to_thread

from claims.records import Citation, JudgedClaim
from claims.support.interface import Checker
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.page_copies import Reading
from crawler.stages.judging import Batch, judge_batch
from crawler.stages.pages import Pages


class Threads:
    """Threads that share the pages that they read."""

    def __init__(self, checker: Checker[Any]) -> None:
        self._checker, self._pages = checker, Pages(checker)

    async def read(self, response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
        """See `Workers`."""
        return await anyio.to_thread.run_sync(self._pages.read, response, asked, citation)

    async def judge(self, batch: Batch) -> tuple[JudgedClaim, ...]:
        """See `Workers`."""
        return await anyio.to_thread.run_sync(judge_batch, batch, self._pages, self._checker)
