"""The interface of every checker: judge a statement against the text of the sources that it cites."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from claims.records import Evidence, Fact, Source, Verdict

Index = TypeVar("Index")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim to judge, with what helps to understand it.

    Attributes:
        text: the claim.
        context: the claim's sentence and those before it, to understand it by; itself not judged.
        title: title of the document that makes the claim.
        section: the heading above the claim.
    """

    text: str
    context: str = ""
    title: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on a statement by one or several sources taken together.

    Attributes:
        score: calibrated probability that the sources fully support the statement, 0 to 1.
        evidence: for each source, in the order given, the quotes about the statement, best first.
        missing: numbers, dates and names of the statement, as it writes them, that none of the sources has.
        facts: every number, date and name of the statement and whether the sources have it.
        reason: why the verdict is what it is, where the rest does not show it.
        reason_code: a stable word for the reason, such as `contradicted_number` or `quote_not_found`, or None.
    """

    verdict: Verdict
    score: float
    evidence: tuple[tuple[Evidence, ...], ...]
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    reason: str | None = None
    reason_code: str | None = None


class Checker(Protocol[Index]):
    """Judges statements. A source is indexed once and the index used for every statement that cites it."""

    @property
    def name(self) -> str:
        """Name and version of the method and its model, for the report."""
        ...

    def index(self, source: Source) -> Index:
        """Prepare a source for any number of statements. Never raises, however odd the text."""
        ...

    def judge(self, statement: Statement, sources: Sequence[Index]) -> Judgement:
        """Judge a statement against all `sources` (at least one) together.

        The verdict is never `uncited`. It is `source_unavailable` where none of the sources holds a text to compare
        with, beyond menus and notices.
        """
        ...

    def supports(self, statement: Statement, sources: Sequence[Index]) -> Judgement | None:
        """Return the judgement by all `sources` together if it is `supported`, else None, which takes less time."""
        ...
