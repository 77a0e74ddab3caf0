"""The outcome at a glance: the sentence that a report opens with, the shares of the verdicts, and the funnel."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.records import JudgedDocument, Report, Summary, Verdict
from reports.view.labels import UNFINISHED, VERDICTS, Tone, count
from reports.view.rows import tone
from reports.view.summary import direct, funnel, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the cited claims have one outcome; `offset` and `width` in per cent of them all, for a bar."""

    tone: Tone
    label: str
    count: int
    offset: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the funnel: how many sentences come so far (`width` in per cent), and what held the others back."""

    label: str
    count: int
    width: float
    lost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What a page opens with. `open` says what the outcome leaves open, a sentence each."""

    headline: str
    tone: Tone
    open: tuple[str, ...]
    shares: tuple[Share, ...]


def glance(documents: Sequence[JudgedDocument]) -> Glance:
    """The outcome over all `documents` together."""
    tally = tally_of(documents)
    headline, toned = _headline(tally)
    open_ = tuple(_open(tally, summarise(documents).unchecked))
    return Glance(headline=headline, tone=toned, open=open_, shares=tuple(_shares(tally)))


def tally_of(documents: Iterable[JudgedDocument]) -> Counter[Tone]:
    """How many of the cited claims have which outcome: the numbers that every format tells."""
    return Counter(tone(claim) for document in documents for claim in direct(document.claims))


def totals(report: Report) -> str:
    """The numbers of `report` in one line, for a terminal."""
    shares = ", ".join(f"{share.count:,} {share.label.lower()}" for share in glance(report.documents).shares)
    cited = count(report.summary.claims, "cited claim", "cited claims")
    return f"{cited}: {shares}; {uncited_words(report.summary)}"


def _headline(tally: Counter[Tone]) -> tuple[str, Tone]:
    """The outcome in one sentence, and its tone."""
    cited = count(tally.total(), "cited claim", "cited claims")
    judged = tally[Tone.YES] + tally[Tone.PART] + tally[Tone.NO]
    if not tally:
        return "No sentence here carries a citation.", Tone.BARE
    if tally[Tone.NO]:
        return f"{_are(tally[Tone.NO], cited)} not supported by what is cited.", Tone.NO
    if tally[Tone.PART]:
        return f"{_are(tally[Tone.PART], cited)} only partly supported.", Tone.PART
    if not judged:
        none = f"None of {cited} could" if tally.total() > 1 else "The one cited claim could not"
        return f"{none} be checked.", Tone.WAIT if tally[Tone.WAIT] else Tone.BLANK
    if judged < tally.total():
        could = "it" if judged == 1 else "they"
        return f"{judged:,} of {cited} could be checked, and {could} held.", Tone.YES
    return f"All {cited} held." if judged > 1 else "The one cited claim held.", Tone.YES


def _are(number: int, cited: str) -> str:
    return f"{number:,} of {cited} {'is' if number == 1 else 'are'}"


def _open(tally: Counter[Tone], unchecked: int) -> Iterator[str]:
    if tally[Tone.BLANK]:
        claims = count(tally[Tone.BLANK], "claim", "claims")
        yield f"{claims} could not be checked: that says nothing about them."
    if unchecked:
        claims, sources = count(tally[Tone.WAIT], "claim waits", "claims wait"), count(unchecked, "source", "sources")
        waiting = f"{claims} for {sources}" if tally[Tone.WAIT] else sources
        yield f"Not finished: {waiting} that could not be asked for. Run the check again, and it goes on from here."


def uncited_words(summary: Summary) -> str:
    """The sentences that verdicts are not counted for."""
    told = count(summary.uncited, "sentence without a citation", "sentences without a citation")
    return f"{told}, {summary.trailing:,} under a later one" if summary.trailing else told


def _shares(tally: Counter[Tone]) -> Iterator[Share]:
    """The outcomes, what needs someone first."""
    offset = 0.0
    for name, label in _OUTCOMES.items():
        width = 100 * tally[name] / tally.total() if tally else 0.0
        if tally[name] or name is not Tone.WAIT:
            yield Share(tone=name, label=label, count=tally[name], offset=offset, width=width)
        offset += width


_OUTCOMES = {
    Tone.NO: VERDICTS[Verdict.NOT_SUPPORTED][0],
    Tone.PART: VERDICTS[Verdict.PARTIALLY_SUPPORTED][0],
    Tone.BLANK: VERDICTS[Verdict.SOURCE_UNAVAILABLE][0],
    Tone.WAIT: UNFINISHED[0],
    Tone.YES: VERDICTS[Verdict.SUPPORTED][0],
}


def steps(documents: Sequence[JudgedDocument]) -> tuple[Step, ...]:
    """The funnel over `documents`, as steps."""
    counted = funnel(documents)
    uncited = counted.sentences - counted.cited - counted.trailing
    none = counted.with_url - counted.copy_found - counted.unanswered
    named = (
        ("Sentences", counted.sentences, ()),
        ("with a citation", counted.cited, ((uncited, "without one"), (counted.trailing, "under a later one"))),
        ("with an address to look up", counted.with_url, ((counted.cited - counted.with_url, "without"),)),
        ("with an archived copy", counted.copy_found, ((none, "no copy found"), (counted.unanswered, "unanswered"))),
        ("with a readable copy", counted.readable, ((counted.copy_found - counted.readable, "unreadable"),)),
        ("checked", counted.judged, ((counted.readable - counted.judged, "hang on an unread source"),)),
        ("supported", counted.supported, ((counted.judged - counted.supported, "not, or only partly"),)),
    )
    most = max(1, counted.sentences)
    return tuple(
        Step(
            label=label,
            count=number,
            width=100 * number / most,
            lost=", ".join(f"{gone:,} {why}" for gone, why in lost if gone),
        )
        for label, number, lost in named
    )
