"""The interface of an engine: it runs a stage on the partitions that are to do."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from crawler.corpus.engines.pacing import Paces

Work = Callable[[int, Paces], None]
"""Does one partition of a stage, by its number, at the pace that all partitions keep together. It can be pickled."""


class Engine(Protocol):
    """Runs partitions, some at a time, in any order."""

    def run(self, work: Work, parts: Sequence[int]) -> Iterator[tuple[int, Exception | None]]:
        """Do every partition, and yield its number when it is done, with the error that ended it, or None.

        A partition whose worker died is done again by another: what it had written is replaced. One that an error
        ended is not, and the others go on.

        Raises:
            UnfinishedError: the engine itself is gone.
        """
        ...
