"""The checker that citewatch ships: what a claim's pages have of it, weighed by a fitted model."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.language.tokens import unspaced
from claims.records import Fact, FactState, Source, Strictness, Verdict
from claims.support.antonyms import denies
from claims.support.contradictions.clause_findings import clause_findings
from claims.support.contradictions.comparison import Comparison, compare
from claims.support.contradictions.fact_findings import findings, lacks_detail
from claims.support.contradictions.rows import other_rows
from claims.support.contradictions.rules import find_turns
from claims.support.contradictions.turn import Turn
from claims.support.entailment.interface import Entailment, entailed
from claims.support.entailment.premises import premises
from claims.support.evidence.quotes import quotes
from claims.support.index.indexing import make_page
from claims.support.index.page import Page
from claims.support.index.usable import crossing, says_something
from claims.support.interface import Judgement, Statement
from claims.support.retrieval.clauses import parted
from claims.support.retrieval.headline import in_prose
from claims.support.retrieval.kinship import akin
from claims.support.retrieval.match import Match
from claims.support.retrieval.matching import match
from claims.support.scoring.features import features
from claims.support.scoring.model import Model, shipped
from claims.support.scoring.statement_features import statement_features
from claims.support.signals import Signals
from claims.support.verdict import Decision, decide

NO_TEXT = "The source holds no text to compare with."

_DOUBTABLE = (Verdict.SUPPORTED,)
"""Verdicts that an entailment model may change as it comes."""

_OPEN = (Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.UNCLEAR, Verdict.NOT_SUPPORTED)
"""Verdicts that it may change where it is calibrated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A claim and its pages, observed: the match, the model's features, and the signals of the verdict."""

    seen: Match
    features: dict[str, float]
    signals: Signals


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A claim as a whole beside its pages.

    Attributes:
        prose: the statement, a headline in the small letters of prose.
        seen: its match with the pages.
        beside: its comparison with the sentence most like it.
        turns: its words that this sentence contradicts.
        facts: its numbers, dates and names, each found, missing or contradicted.
    """

    prose: Statement
    seen: Match
    beside: Comparison
    turns: tuple[Turn, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CoverageChecker:
    """Judges by how much of the claim, and which of its details, the best sentences cover.

    Attributes:
        entailment: a local model that is asked where its answer may change the verdict, or None.
    """

    model: Model
    strictness: Strictness = Strictness.NORMAL
    entailment: Entailment | None = None

    @property
    def name(self) -> str:
        """The method and the model's version, and the entailment model."""
        beside = f", entailment {self.entailment.name}" if self.entailment else ""
        return f"coverage {self.model.version}{beside}"

    def index(self, source: Source) -> Page:
        """Prepare a source for any number of statements."""
        return make_page(source)

    def judge(self, statement: Statement, sources: Sequence[Page]) -> Judgement:
        """Judge a statement against all `sources` together."""
        if not any(page.forms for page in sources):
            return Judgement(
                verdict=Verdict.SOURCE_UNAVAILABLE,
                score=0.0,
                evidence=tuple(() for _ in sources),
                reason=NO_TEXT,
                reason_code="no_text",
            )
        known = compared(statement, *matched(statement, sources))
        return self._judgement(statement, *self._decided(statement, sources, known))

    def supports(self, statement: Statement, sources: Sequence[Page]) -> Judgement | None:
        """See `Checker`. What is missing or contradicted in the best sentence needs no score."""
        if not any(page.forms for page in sources):
            return None
        prose, seen = matched(statement, sources)
        if lacks_detail(statement, seen):
            return None
        known = compared(statement, prose, seen)
        if known.turns or any(fact.state is not FactState.FOUND for fact in known.facts):
            return None
        seen, signals, decision = self._decided(statement, sources, known)
        supported = decision.verdict is Verdict.SUPPORTED
        return self._judgement(statement, seen, signals, decision) if supported else None

    def _decided(
        self, statement: Statement, sources: Sequence[Page], known: Compared
    ) -> tuple[Match, Signals, Decision]:
        found = weighed(self.model, statement, sources, known)
        signals, point = found.signals, self.model.points[self.strictness]
        decision = decide(signals, point)
        if self.entailment and decision.verdict in (_OPEN if self.entailment.calibration else _DOUBTABLE):
            signals = replace(signals, entailed=entailed(self.entailment, premises(found.seen), statement.text))
            decision = decide(signals, point)
        return found.seen, signals, decision

    def _judgement(self, statement: Statement, seen: Match, signals: Signals, decision: Decision) -> Judgement:
        pages = range(len(seen.pages))
        return Judgement(
            verdict=decision.verdict,
            score=round(signals.support, 4),
            evidence=tuple(quotes(statement, seen, number, self.model.choice) for number in pages),
            missing=tuple(fact.text for fact in signals.facts if fact.state is FactState.MISSING),
            facts=tuple(signals.facts),
            reason=decision.reason,
            reason_code=decision.code,
        )


def observe(model: Model, statement: Statement, sources: Sequence[Page]) -> Observation:
    """Observe what pages, at least one with text, have of a statement."""
    return weighed(model, statement, sources, compared(statement, *matched(statement, sources)))


def matched(statement: Statement, sources: Sequence[Page]) -> tuple[Statement, Match]:
    """Return a statement, a headline in the small letters of prose, and its match with pages."""
    prose = in_prose(statement, sources)
    return prose, match(prose, sources)


def compared(statement: Statement, prose: Statement, seen: Match) -> Compared:
    """Compare a statement as a whole with pages, at least one with text, by what `matched` returns."""
    beside = compare(prose, seen)
    facts = findings(statement, seen, beside)
    return Compared(prose=prose, seen=seen, beside=beside, turns=find_turns(beside), facts=facts)


def weighed(model: Model, statement: Statement, sources: Sequence[Page], known: Compared) -> Observation:
    """Weigh the comparison of a statement, and its clauses, into the signals of the verdict."""
    prose, seen, beside, facts = known.prose, known.seen, known.beside, known.facts
    parts, by_clause = parted(statement.text, seen), clause_findings(prose, sources)
    row = features(prose, seen, beside, facts, bool(known.turns), model.by_word)
    row |= statement_features(prose, seen, beside, parts, bool(by_clause.opposites), len(by_clause.facts))
    signals = Signals(
        score=model.support(row),
        facts=_merged(facts, by_clause.facts),
        opposites=(*known.turns, *by_clause.opposites, *other_rows(statement.text, seen)),
        verbatim=row["same"],
        clause_verbatim=by_clause.verbatim,
        parts=parts,
        covered=row["words_cover"],
        akin=akin(seen),
        content_words=len(seen.terms),
        denies=any(denies(word.form, beside.page.language) for word in beside.claim),
        english=beside.page.english,
        spaced=not unspaced(statement.text),
        short=seen.short,
        foreign=min(crossing(statement, page) for page in sources),
        mute=not any(says_something(page) for page in sources),
    )
    return Observation(seen=seen, features=row, signals=signals)


def _merged(facts: Sequence[Fact], contradicted: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a claim, with those in place of their own that a clause's sentence contradicts."""
    otherwise = {(fact.start, fact.end): fact for fact in contradicted}
    return tuple(otherwise.get((fact.start, fact.end), fact) for fact in facts)


def default_checker(
    strictness: Strictness = Strictness.NORMAL, entailment: Entailment | None = None
) -> CoverageChecker:
    """Return the checker to use unless another is asked for."""
    return CoverageChecker(shipped(), strictness, entailment)
