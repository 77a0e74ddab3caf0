"""The verdict on a claim, decided in one place from signals that are plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Fact, FactKind, FactState, Verdict
from claims.support.antonyms import denies
from claims.support.contradictions.turn import Turn
from claims.support.signals import Signals

WELL_COVERED = 0.8
"""Share of the claim's words, by weight, from which on a claim whose details are all found is never an alarm."""

VERBATIM = 0.65
"""Share of the claim that its best sentence repeats in order from which an opposite in the rest contradicts it. On the
fitting and choosing parts of `benchmarks.judging`, single sentences left out, English claims with one word in the place
of its opposite, this share and a score up to `Point.opposite` are 69 wrong ones and no right one; those with a denial,
or names in each other's places, and a score up to `Point.turned` 132 and 9. Of claims with a clause of which a sentence
repeats `CLAUSE`, whatever the score, 25 are wrong and none right."""

CLAUSE = 0.7
"""The same share of a clause by its own best sentence, from which on one word in the place of its opposite does so."""

FOREIGN_VERBATIM = 0.75
"""The same share as `VERBATIM` in other languages, where other words may stand beside a denial: with a score up to
`Point.turned` 22 wrong claims and no right one, up to `Point.opposite` 46 and 10, single sentences among them."""

HARDLY_COVERED = 0.3
"""Share of the claim's words, by weight, below which a claim is not called supported: there is nothing to quote for it.
On the same rows it holds back 538 of 11,799 English claims and 417 of 2,327 in other languages, half of them right."""

PLAINLY = 2
"""Function words of another language from which a claim is plainly in it: its names and numbers, which are all that can
be found, support nothing. With one, 12 right and 4 wrong claims of the choosing part, 160 rows of a set, are
held back that are in the language of their page; with two, none."""

FEW = 4
"""Content words of a claim below which silence proves nothing. On the fitting and choosing parts, shorter claims would
add 6 alarms for wrong claims and 5 for right ones to 165 and 26."""

ABSENT = 0.2
"""Coverage up to which silence counts against a claim that denies something, where its sources also lack two details:
what is denied may be affirmed in other words. On the same rows it adds alarms for 4 wrong claims and 1 right one."""

FOREIGN = "The source is in another language than the claim: only numbers, dates and names can be compared."
MUTE = "The source holds little but menus and notices: there is nothing to compare with."
NOT_ENTAILED = "The words of the claim are in the source, but the entailment model does not find that it says so."
TOO_FAR = "The source speaks of the matter, but its wording is too far from the claim's to be sure."


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An operating point: scores at which verdicts begin.

    Attributes:
        supported: from here a claim counts as supported.
        opposite: up to here a claim counts as contradicted where the sentence that it repeats has one word in the
            place of its opposite.
        turned: the same where the sentence denies it or has its names in each other's places.
        not_supported: up to here `Signals.presence` counts as not supported (log-odds).
        not_supported_plain: the same for a claim none of whose details the sources lack.
        not_supported_short: the same where the sources are short: one may say it in other words.
    """

    supported: float
    opposite: float
    turned: float
    not_supported: float
    not_supported_plain: float
    not_supported_short: float


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its reason: in words and as a stable code, both None where there is nothing to add."""

    verdict: Verdict
    reason: str | None = None
    code: str | None = None


def decide(signals: Signals, point: Point) -> Decision:
    """Decide what the signals say at an operating point."""
    contradicted = [fact for fact in signals.facts if fact.state is FactState.CONTRADICTED]
    missing = [fact for fact in signals.facts if fact.state is FactState.MISSING]
    whole = signals.parts is None or not signals.parts.bare
    read = signals.foreign < PLAINLY or signals.calibrated
    sound = read and whole and not (contradicted or missing or signals.opposites)
    if sound and signals.covered >= HARDLY_COVERED:
        if signals.support >= point.supported and not signals.doubted:
            return Decision(Verdict.SUPPORTED)
        if signals.score >= point.supported:
            return Decision(Verdict.UNCLEAR, NOT_ENTAILED, "not_entailed")
    if signals.foreign:
        return Decision(Verdict.UNCLEAR, FOREIGN, "other_language")
    if contradicted:
        reason = "; ".join(map(_otherwise, contradicted))
        return Decision(Verdict.CONTRADICTED, reason, f"contradicted_{contradicted[0].kind.value}")
    quotations = [fact.text for fact in missing if fact.kind is FactKind.QUOTATION]
    if quotations:
        return _unquoted(signals, quotations[0])
    opposed = _opposed(signals, point)
    if opposed and opposed.verdict is Verdict.CONTRADICTED:
        return opposed
    if _silent(signals, missing, point):
        if signals.mute:
            return Decision(Verdict.SOURCE_UNAVAILABLE, MUTE, "no_text")
        return Decision(Verdict.NOT_SUPPORTED)
    return opposed or _partly(signals, missing)


def _opposed(signals: Signals, point: Point) -> Decision | None:
    """Decide on a claim of which a sentence says the opposite: a contradiction where it repeats the claim otherwise."""
    if signals.opposites:
        first = next(filter(_word_for_word, signals.opposites), signals.opposites[0])
        reason = f"The claim says “{first.claim or '…'}” where the source says “{first.source or '…'}”."
        verdict = Verdict.CONTRADICTED if _repeated(signals, first, point) else Verdict.UNCLEAR
        return Decision(verdict, reason, "opposite")
    return None


def _repeated(signals: Signals, opposite: Turn, point: Point) -> bool:
    """Whether a sentence repeats a claim, or a clause of it, but for an opposite."""
    if not signals.english:
        return signals.verbatim >= FOREIGN_VERBATIM and signals.score <= point.turned
    word_for_word = _word_for_word(opposite)
    if word_for_word and signals.clause_verbatim >= CLAUSE:
        return True
    # A quantifier that the sentence lacks may be true; a denial that one of the two lacks makes them opposites.
    told = word_for_word or all((opposite.claim, opposite.source)) or _denial(opposite)
    bound = point.opposite if word_for_word else point.turned
    return told and signals.verbatim >= VERBATIM and signals.score <= bound


def _denial(opposite: Turn) -> bool:
    return any(denies(form) for form in f"{opposite.claim} {opposite.source}".split())


def _otherwise(fact: Fact) -> str:
    if fact.kind is FactKind.QUOTATION:
        return f"the claim quotes “{fact.text}”, the source has “{fact.found}”"
    return f"the claim says {fact.text}, the source {fact.found}"


def _unquoted(signals: Signals, quotation: str) -> Decision:
    """Decide on a claim that quotes words which the sources, where they hold a text at all, do not have.

    Short sources may have left them out: of 35 such claims of the same rows 14 were right, of 14 about whole pages 3.
    """
    if signals.mute:
        return Decision(Verdict.SOURCE_UNAVAILABLE, MUTE, "no_text")
    verdict = Verdict.UNCLEAR if signals.short else Verdict.NOT_SUPPORTED
    return Decision(verdict, f"The source does not have the quotation “{quotation}”.", "quote_not_found")


def _word_for_word(opposite: Turn) -> bool:
    """Whether one word stands in the place of another: a "not" may be said by "failed to", and sides by a passive."""
    return all(side and " " not in side for side in (opposite.claim, opposite.source))


def _silent(signals: Signals, missing: Sequence[Fact], point: Point) -> bool:
    """Whether the sources are silent on a claim, and such that their silence counts."""
    found = not missing and signals.covered >= WELL_COVERED
    if found or signals.content_words < FEW:
        return False
    if signals.denies and (len(missing) < 2 or signals.covered > ABSENT):
        return False
    if signals.short:
        return signals.presence <= point.not_supported_short
    lacking = missing and signals.spaced
    return signals.presence <= (point.not_supported if lacking else point.not_supported_plain)


def _partly(signals: Signals, missing: Sequence[Fact]) -> Decision:
    """Name the part that is found and the one that is not, where there are such; else leave it to a person."""
    parts = signals.parts
    if parts and parts.apart:
        return Decision(Verdict.PARTIALLY_SUPPORTED, parts.reason, "part_not_found")
    if missing:
        names = ", ".join(f"“{fact.text}”" for fact in missing)
        verdict = Verdict.PARTIALLY_SUPPORTED if signals.covered >= WELL_COVERED else Verdict.UNCLEAR
        return Decision(verdict, f"The source does not mention {names}.", "detail_not_found")
    if parts and parts.reason:
        return Decision(Verdict.UNCLEAR, parts.reason, "part_not_found")
    return Decision(Verdict.UNCLEAR, TOO_FAR, "wording_too_far")
