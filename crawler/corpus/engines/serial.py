"""The engine that needs none: one partition after another, in this process."""

from collections.abc import Iterator, Sequence

from crawler.corpus.engines.interface import Work
from crawler.corpus.engines.pacing import OwnPaces


class SerialEngine:
    """See `crawler.corpus.engines.interface.Engine`."""

    def __init__(self) -> None:
        self._paces = OwnPaces()

    def run(self, work: Work, parts: Sequence[int]) -> Iterator[tuple[int, Exception | None]]:
        """See `crawler.corpus.engines.interface.Engine`."""
        for part in parts:
            try:
                work(part, self._paces)
            except Exception as error:  # noqa: BLE001 - the other partitions go on, and the run says which did not
                yield part, error
            else:
                yield part, None
