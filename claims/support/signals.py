"""The signals from which the verdict on a claim is decided: plain values, and the sums of them that it weighs."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Fact
from claims.support.contradictions.turn import Turn
from claims.support.entailment.interface import ENTAILED, Entailed
from claims.support.odds import log_odds
from claims.support.retrieval.clauses import Parts

COVERAGE = 3.0
"""Weight of the coverage beside the score where silence is weighed, in log-odds. For version 6, at as many alarms for
headlines beside another article, it took those on right claims of the choosing part from 1.3 to 0.8 %."""

EDGE = 1e-9
"""How far from 0 and 1 a score is kept there, so that its log-odds are finite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What is known of a claim and its sources.

    Attributes:
        score: calibrated probability that the sources fully support the claim, 0 to 1.
        facts: the claim's numbers, dates and names, each found, missing or contradicted.
        opposites: words of the claim that its best sentence contradicts.
        verbatim: share of the claim that this sentence repeats in order, 0 to 1.
        clause_verbatim: the same of a clause with such words and its own best sentence.
        parts: the parts that the sources cover best and least, or None for a claim of one part.
        covered: share of the claim's words, by weight, that the few best sentences have, 0 to 1.
        akin: the same of words that the sources have only in another form or compound, as languages with many have.
        content_words: how many words the claim has, function words apart.
        denies: whether the claim itself denies something.
        english: whether the best sentence is English.
        spaced: whether the claim is in a script with spaces between words: else pairs of characters stand for words.
        short: whether the sources have too few sentences to be a whole page.
        foreign: function words by which the claim reads rather in another language than any of its sources, or 0.
        mute: whether the sources hold little but menus and notices.
        entailed: what an entailment model says; None where none was asked.
    """

    score: float
    facts: Sequence[Fact]
    opposites: Sequence[Turn]
    verbatim: float
    clause_verbatim: float
    parts: Parts | None
    covered: float
    akin: float
    content_words: int
    denies: bool
    english: bool
    spaced: bool
    short: bool
    foreign: int
    mute: bool
    entailed: Entailed | None = None

    @property
    def calibrated(self) -> bool:
        """Whether an entailment model was asked whose answers are calibrated."""
        return self.entailed is not None and self.entailed.calibration is not None

    @property
    def support(self) -> float:
        """The probability of support with what a calibrated entailment model says; else the score."""
        if self.entailed is None or self.entailed.calibration is None:
            return self.score
        return self.entailed.calibration(self.entailed.probability, self.score)

    @property
    def doubted(self) -> bool:
        """Whether an entailment model that is not calibrated does not find the claim entailed."""
        known = self.entailed
        return known is not None and known.calibration is None and known.probability < ENTAILED

    @property
    def presence(self) -> float:
        """How much of the claim the sources have at all, in log-odds: from its score, its coverage and akin words.

        An entailment model may find more of it than the score does; that it finds less says nothing of the rest of a
        page, of which it read only passages.
        """
        return log_odds(max(self.score, self.support), EDGE) + COVERAGE * (self.covered + self.akin)
