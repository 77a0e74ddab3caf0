"""What every checker does: judge a statement against the text of the sources that it cites."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from claims.records import Evidence, Fact, Source, Verdict

Index = TypeVar("Index")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is to be judged.

    Attributes:
        text: the claim.
        context: the claim's sentence and those before it, to understand it by; itself not judged.
        title: title of the document that makes the claim.
        section: the heading that the claim stands under.
    """

    text: str
    context: str = ""
    title: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How a statement stands to one or several sources taken together.

    Attributes:
        score: calibrated probability that the sources fully support the statement, 0 to 1.
        evidence: for each source, in the order given, the quotes that bear on the statement, best first.
        missing: numbers, dates and names of the statement, as it writes them, that none of the sources has.
        facts: every number, date and name of the statement and whether the sources have it.
        reason: why the verdict is what it is, where that is not plain from the rest.
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
        """Prepare a source for any number of statements. Never raises for odd text: text is what it gets."""
        ...

    def judge(self, statement: Statement, sources: Sequence[Index]) -> Judgement:
        """Judge a statement against all `sources` together (at least one); never `uncited`, and `source_unavailable`
        where none of them holds a text to compare with, but menus and notices."""
        ...
