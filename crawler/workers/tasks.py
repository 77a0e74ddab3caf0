"""What a worker process is asked to do, by records that say all that it needs, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from claims.records import Citation, JudgedClaim
from claims.support.interface import Checker
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.page_copies import Reading
from crawler.stages.judging import Batch, judge_batch
from crawler.stages.pages import PageKey, Pages


class Task(Protocol):
    """Something to do for a worker."""

    def run(self, pages: Pages, checker: Checker[Any]) -> Any:
        """Do it with what the worker holds, and return the answer."""
        ...


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Read a page; see `crawler.lookup.page_copies.read_page`."""

    response: ArchivedResponse
    asked: str
    citation: Citation

    def run(self, pages: Pages, checker: Checker[Any]) -> Reading:
        """Read the page, which the worker then holds."""
        return pages.read(self.response, self.asked, self.citation)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The answer of a worker that no longer holds a page."""


@dataclass(frozen=True, slots=True)
class JudgeBatch:
    """Judge claims; see `crawler.stages.judging.judge_batch`.

    Attributes:
        batch: the claims, without the texts of the pages that the worker holds.
        held: the keys of those pages, by citation.
    """

    batch: Batch
    held: Mapping[str, tuple[PageKey, ...]]

    def run(self, pages: Pages, checker: Checker[Any]) -> tuple[JudgedClaim, ...] | Forgotten:
        """Judge the claims, unless a page is not held any more."""
        cited = dict(self.batch.cited)
        for name, key in self.held.items():
            known = pages.find(key)
            if known is None:
                return Forgotten()
            citation, obtained = cited[name]
            responses, source = known
            cited[name] = citation, replace(obtained, source=source, responses=responses)
        return judge_batch(replace(self.batch, cited=cited), pages, checker)


def without_texts(batch: Batch, held: Mapping[str, tuple[PageKey, ...]]) -> JudgeBatch:
    """Return the task to judge a batch for a worker that holds some of its pages."""
    cited = {
        name: (citation, replace(obtained, source=None, responses=()) if name in held else obtained)
        for name, (citation, obtained) in batch.cited.items()
    }
    return JudgeBatch(replace(batch, cited=cited), held)
