"""The checker that citewatch ships: how much of a claim its pages have, weighed by a fitted model."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Fact, FactState, Source, Verdict
from claims.support.evidence import quotes
from claims.support.features import features
from claims.support.findings import findings
from claims.support.interface import Judgement, Statement
from claims.support.match import match
from claims.support.model import Model, shipped
from claims.support.page import Page, make_page

WELL_COVERED = 0.8
"""Share of the claim's words, by weight, above which a claim whose details are all found is never `not_supported`."""


@dataclass(frozen=True, slots=True)
class CoverageChecker:
    """Judges by how much of the claim, and which of its details, the best sentences have."""

    model: Model

    @property
    def name(self) -> str:
        """The method and the model's version."""
        return f"coverage {self.model.version}"

    def index(self, source: Source) -> Page:
        """Prepare a source for any number of statements."""
        return make_page(source)

    def judge(self, statement: Statement, sources: Sequence[Page]) -> Judgement:
        """Judge a statement against all `sources` together."""
        if not any(page.spans for page in sources):
            return Judgement(
                verdict=Verdict.SOURCE_UNAVAILABLE,
                score=0.0,
                evidence=tuple(() for _ in sources),
                reason="The source holds no text to compare with.",
            )
        seen = match(statement, sources)
        facts = findings(statement, seen)
        row = features(statement, seen)
        score = self.model.score(row)
        verdict = self._verdict(score, row["words_cover"], facts)
        return Judgement(
            verdict=verdict,
            score=round(score, 4),
            evidence=tuple(quotes(seen, number) for number in range(len(sources))),
            missing=tuple(fact.text for fact in facts if fact.state is not FactState.FOUND),
            facts=facts,
            reason=_reason(verdict, facts),
        )

    def _verdict(self, score: float, covered: float, facts: tuple[Fact, ...]) -> Verdict:
        sound = all(fact.state is FactState.FOUND for fact in facts)
        if score >= self.model.supported and sound:
            return Verdict.SUPPORTED
        if score >= self.model.not_supported or (sound and covered >= WELL_COVERED):
            return Verdict.PARTIALLY_SUPPORTED
        return Verdict.NOT_SUPPORTED


def _reason(verdict: Verdict, facts: tuple[Fact, ...]) -> str | None:
    """Why a claim is not called supported, where a detail of it is to blame."""
    against = [fact for fact in facts if fact.state is FactState.CONTRADICTED]
    if against:
        return "; ".join(f"the claim says {fact.text}, the source {fact.found}" for fact in against)
    if verdict is Verdict.PARTIALLY_SUPPORTED and all(fact.state is FactState.FOUND for fact in facts):
        return "Every detail is found, but the source's wording is not close enough to tell."
    return None


def default_checker() -> CoverageChecker:
    """The checker to use where nobody asked for another."""
    return CoverageChecker(shipped())
