"""The second pass before an alarm: a claim that raises one is judged again by other copies of the pages that it cites.

Those are the copies on the other side of the day of access; of the two judgements the milder counts.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

import anyio

from claims.records import ALARMS, Citation, Claim, JudgedClaim
from crawler.archives.interface import Archive
from crawler.lookup.lookup_result import LookupResult
from crawler.lookup.other_side import look_up_other_side
from crawler.lookup.page_copies import ReadPage
from crawler.stages.judging import milder
from crawler.storage.store import cited_by

Other = TypeVar("Other")


class OtherCopy:
    """The copy of a citation's page from the other side of the day of access, looked up once, when it is wanted.

    Attributes:
        citation: leads to the page.
    """

    def __init__(
        self,
        citation: Citation,
        archives: Sequence[Archive],
        read: ReadPage,
        first: LookupResult,
        *,
        document: str,
        as_of: str | None,
    ) -> None:
        """Look up nothing yet.

        Args:
            citation: leads to the page.
            archives: the archives to ask.
            read: reads what they return.
            first: the copy that the first pass judged by.
            document: name of the document that cites the page.
            as_of: day of that document, ISO 8601, or None.
        """
        self.citation, self._archives, self._read, self._first = citation, archives, read, first
        self._document, self._as_of = document, as_of
        self._lock = anyio.Lock()
        self._found: list[LookupResult | None] = []

    async def get(self) -> LookupResult | None:
        """Return the copy; None if there is none."""
        async with self._lock:
            if not self._found:
                with cited_by(self._document, self.citation.id):
                    self._found.append(
                        await look_up_other_side(self.citation, self._archives, self._as_of, self._first, self._read)
                    )
        return self._found[0]


async def second_pass(
    claims: Sequence[Claim],
    first: Sequence[JudgedClaim],
    other: Callable[[str], Awaitable[Other | None]],
    judge: Callable[[Sequence[Claim], Mapping[str, Other]], Awaitable[Sequence[JudgedClaim]]],
) -> list[JudgedClaim]:
    """Judge again those of the claims that raise an alarm and have another copy of a page that they cite.

    Args:
        claims: the claims.
        first: their judgements, in the same order.
        other: returns the other copy of a citation's page by the citation's id, or None.
        judge: judges claims by the given other copies, and by the first ones of the other citations.

    Returns:
        the judgements that count, in the same order.
    """
    final = list(first)
    alarms = [number for number, judged in enumerate(first) if judged.verdict in ALARMS]
    names = dict.fromkeys(name for number in alarms for name in claims[number].citations)
    others = {name: copy for name in names if (copy := await other(name)) is not None}
    again = [number for number in alarms if not others.keys().isdisjoint(claims[number].citations)]
    if again:
        second = await judge([claims[number] for number in again], others)
        for number, judged in zip(again, second, strict=True):
            final[number] = milder(first[number], judged)
    return final
