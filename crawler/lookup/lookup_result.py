"""The outcome of a look-up: the copy that was found, or the reason why there is none."""

from dataclasses import dataclass

from claims.records import Attempt, Capture, Part, Source, Status
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.joined_copies import join
from crawler.lookup.page_copies import PageCopy, read_text
from crawler.outcome import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupResult:
    """The outcome of a look-up.

    Attributes:
        status: `checked` if `source` is the page; else why it is not.
        reason: why, in words; None for `checked`.
        capture: the capture that was found, or None.
        source: its visible text. With a `doubt`, it looks like something other than the page (a paywall, a soft 404
            …): it may support a claim, but not contradict or fail one.
        responses: the archived responses that hold it: of the page, and of its parts where several were read.
        parts: what of the text is from which of them; empty for one.
        tried: the captures and look-ups without result, in order.
        doubt: what is wrong with the capture that is given nevertheless.
        fetched: see `claims.records.Check`.
    """

    status: Status
    reason: str | None = None
    capture: Capture | None = None
    source: Source | None = None
    responses: tuple[ArchivedResponse, ...] = ()
    parts: tuple[Part, ...] = ()
    tried: tuple[Attempt, ...] = ()
    doubt: Failure | None = None
    fetched: str | None = None

    def whole_source(self) -> Source | None:
        """Read the source again with what the page holds and does not show; None if it holds nothing more."""
        if self.source is None:
            return None
        read = [read_text(response, hidden=True) for response in self.responses]
        sources = [source for source in read if isinstance(source, Source)]
        if all(source.visible is source for source in sources):
            return None
        return sources[0] if len(self.responses) == 1 else join(sources)[0]


def result_of(copy: PageCopy) -> LookupResult:
    """Return the result that is this copy, whether it is the page or looks like something else."""
    return LookupResult(
        status=copy.problem.status if copy.problem else Status.CHECKED,
        reason=copy.problem.reason if copy.problem else None,
        capture=copy.capture, source=copy.source, responses=copy.responses, parts=copy.parts, doubt=copy.problem,
    )  # fmt: skip
