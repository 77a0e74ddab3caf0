"""The checker that citewatch ships: the coverage of a claim by its pages, weighed by a fitted model."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Fact, FactState, Source, Strictness, Verdict
from claims.support.clauses import Parts, parted
from claims.support.comparison import compare
from claims.support.events import untold
from claims.support.evidence import quotes
from claims.support.features import features
from claims.support.findings import findings
from claims.support.headline import in_prose
from claims.support.interface import Judgement, Statement
from claims.support.match import match
from claims.support.model import Model, Point, shipped
from claims.support.page import LONG, Page, make_page
from claims.support.turns import Turn
from claims.support.usable import crosses, says_something

WELL_COVERED = 0.8
"""Share of the claim's words, by weight, above which a claim whose details are all found is never `not_supported`."""


FOREIGN = "The source is in another language than the claim: only numbers, dates and names can be compared."

DOUBTFUL = 0.49
"""Highest score reported when a detail blocks `supported`, however alike the wording: of 19 such claims of WiCE dev 10
are supported, of 37 parts of WiCE's train claims 20, of WikiFactCheck's 172 none."""

MUTE = "The source holds little but menus and notices: there is nothing to compare with."

UNRELATED = 0.1
"""Share of the claim's words, by weight, that a page about the same thing has: of the supported claims of all sets
whose sources are pages, fewer than one in a hundred have less."""


@dataclass(frozen=True, slots=True)
class CoverageChecker:
    """Judges by how much of the claim, and which of its details, the best sentences cover."""

    model: Model
    strictness: Strictness = Strictness.NORMAL

    @property
    def name(self) -> str:
        """The method and the model's version."""
        return f"coverage {self.model.version}"

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
                reason="The source holds no text to compare with.",
            )
        prose = in_prose(statement, sources)
        seen = match(prose, sources)
        beside = compare(prose, seen)
        facts = findings(statement, seen, beside)
        row = features(prose, seen, beside, self.model.by_word)
        score = self.model.support(row)
        event = untold(prose, seen)
        parts = parted(statement.text, seen)
        bare = parts is not None and parts.bare
        slips = bool(beside.turns or event) or bare or self.model.near_miss(row) >= self.point.near_miss
        long = seen.offsets[-1] >= LONG
        least = self.point.not_supported if long else self.point.not_supported_short
        alarm = self.model.borne(score, row["words_page"]) < least
        alarm |= long and row["words_page"] < UNRELATED
        told = self.model.told(score)
        verdict = self._verdict(score, row["words_cover"], facts, slips, alarm)
        foreign = verdict is not Verdict.SUPPORTED and all(crosses(statement.text, page) for page in sources)
        if foreign:
            verdict = Verdict.PARTIALLY_SUPPORTED
        mute = verdict is Verdict.NOT_SUPPORTED and not any(says_something(page) for page in sources)
        if mute:
            verdict = Verdict.SOURCE_UNAVAILABLE
        return Judgement(
            verdict=verdict,
            score=round(told if verdict is Verdict.SUPPORTED else min(told, DOUBTFUL), 4),
            evidence=tuple(quotes(statement, seen, number, self.model.choice) for number in range(len(sources))),
            missing=tuple(fact.text for fact in facts if fact.state is not FactState.FOUND),
            facts=facts,
            reason=MUTE if mute else FOREIGN if foreign else _reason(verdict, facts, beside.turns, event, parts, slips),
        )

    @property
    def point(self) -> Point:
        """The operating point in force."""
        return self.model.points[self.strictness]

    def _verdict(self, score: float, covered: float, facts: tuple[Fact, ...], slips: bool, alarm: bool) -> Verdict:
        sound = all(fact.state is FactState.FOUND for fact in facts)
        if score >= self.point.supported and sound and not slips:
            return Verdict.SUPPORTED
        denied = any(fact.state is FactState.CONTRADICTED for fact in facts)
        if denied and self.strictness is Strictness.STRICT:
            return Verdict.NOT_SUPPORTED
        if not alarm or (sound and covered >= WELL_COVERED):
            return Verdict.PARTIALLY_SUPPORTED
        return Verdict.NOT_SUPPORTED


def _reason(
    verdict: Verdict,
    facts: tuple[Fact, ...],
    turned: tuple[Turn, ...],
    event: str | None,
    parts: Parts | None,
    slips: bool,
) -> str | None:
    """Say why a claim is not called supported, where a detail or a part of it is the reason."""
    against = [fact for fact in facts if fact.state is FactState.CONTRADICTED]
    if against:
        return "; ".join(f"the claim says {fact.text}, the source {fact.found}" for fact in against)
    if turned:
        return f"The claim says “{turned[0].claim or '…'}” where the source says “{turned[0].source or '…'}”."
    if event:
        return f"No sentence of the source about this claim mentions “{event}”."
    if verdict is Verdict.NOT_SUPPORTED:
        return None
    if parts and parts.told:
        return parts.told
    if slips and verdict is Verdict.PARTIALLY_SUPPORTED:
        return "A sentence of the source reads much like this claim, but may say something else."
    if verdict is Verdict.PARTIALLY_SUPPORTED and all(fact.state is FactState.FOUND for fact in facts):
        return "The source has every detail, but its wording is too far from the claim's to be sure."
    return None


def default_checker(strictness: Strictness = Strictness.NORMAL) -> CoverageChecker:
    """Return the checker to use unless another is asked for."""
    return CoverageChecker(shipped(), strictness)
