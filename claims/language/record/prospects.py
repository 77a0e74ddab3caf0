"""The section on what is not done yet."""

from claims.language.record.tables import WordSet
from claims.language.record.values import Section


class Prospects(Section, frozen=True):
    """How a language says of a deed that it is not done yet, or is: `claims.support.contradictions.assertions`.

    Attributes:
        open: words by which a claim itself leaves a deed open, compared by stems, beside those of `unreal` and denials.
        auxiliaries: auxiliaries of the perfect; `adverbs`: words between one and its participle that do not end in -ly.
        copulas: forms of "be" behind which what is `planned` is not done; `progressive`: those of what is being `made`.
        planned, made: participles and adjectives behind them: is due, is being built.
        aims: verbs and nouns that say it before "to": hopes to close; `asked`: participles behind an auxiliary.
        advice: verbs that say it of what is behind them: recommends a pier.
        stages: what it is "under": review.
    """

    open: WordSet = WordSet()
    auxiliaries: WordSet = WordSet()
    adverbs: WordSet = WordSet()
    copulas: tuple[str, ...] = ()
    progressive: tuple[str, ...] = ()
    planned: WordSet = WordSet()
    made: WordSet = WordSet()
    aims: WordSet = WordSet()
    asked: WordSet = WordSet()
    advice: WordSet = WordSet()
    stages: WordSet = WordSet()
