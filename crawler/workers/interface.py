"""What workers do: the stages of a verification that take processor time, away from the event loop."""

from typing import Protocol

from claims.records import Citation, JudgedClaim
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.page_copies import Reading
from crawler.stages.judging import Batch


class Workers(Protocol):
    """Read pages and judge claims. Equal pages are read and indexed once, as long as there is room to keep them."""

    async def read(self, response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
        """Do what `crawler.lookup.page_copies.read_page` does."""
        ...

    async def judge(self, batch: Batch) -> tuple[JudgedClaim, ...]:
        """Do what `crawler.stages.judging.judge_batch` does."""
        ...
