"""The outcome at a glance: the sentence that a report opens with, the shares of the verdicts, and the funnel."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.records import JudgedDocument, Link, Summary, Verdict
from reports.rows import tone
from reports.summary import funnel, summarise
from reports.words import UNFINISHED, VERDICTS, Tone, count


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
    summary = summarise(documents)
    headline, toned = _headline(summary)
    return Glance(headline=headline, tone=toned, open=tuple(_open(summary)), shares=tuple(_shares(documents)))


def _headline(summary: Summary) -> tuple[str, Tone]:
    """The outcome in one sentence, and its tone."""
    judged = summary.supported + summary.partially_supported + summary.not_supported
    cited = count(summary.claims, "cited claim", "cited claims")
    if not summary.claims:
        return "No sentence here carries a citation.", Tone.BARE
    if summary.not_supported:
        are = "is" if summary.not_supported == 1 else "are"
        return f"{summary.not_supported:,} of {cited} {are} not supported by what is cited.", Tone.NO
    if summary.partially_supported:
        are = "is" if summary.partially_supported == 1 else "are"
        return f"{summary.partially_supported:,} of {cited} {are} only partly supported.", Tone.PART
    if not judged:
        return f"None of {cited} could be checked.", Tone.WAIT if summary.unchecked else Tone.BLANK
    if summary.source_unavailable:
        could = "it" if judged == 1 else "they"
        return f"{judged:,} of {cited} could be checked, and {could} held.", Tone.YES
    return f"All {cited} held." if summary.claims > 1 else "The one cited claim held.", Tone.YES


def _open(summary: Summary) -> Iterator[str]:
    if summary.source_unavailable:
        claims = count(summary.source_unavailable, "claim", "claims")
        yield f"{claims} could not be checked: that says nothing about them."
    if summary.unchecked:
        sources = count(summary.unchecked, "source", "sources")
        yield f"Not finished: {sources} could not be asked for. Run the check again, and it goes on from here."


def _shares(documents: Iterable[JudgedDocument]) -> Iterator[Share]:
    """The cited claims of `documents` by outcome, what needs someone first."""
    claims = (claim for document in documents for claim in document.claims if claim.link is Link.DIRECT)
    tones = Counter(tone(claim) for claim in claims)
    offset = 0.0
    for name, label in _OUTCOMES.items():
        width = 100 * tones[name] / tones.total() if tones else 0.0
        if tones[name] or name is not Tone.WAIT:
            yield Share(tone=name, label=label, count=tones[name], offset=offset, width=width)
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
    named = (
        ("Sentences", counted.sentences, ""),
        ("with a citation", counted.cited, "without one"),
        ("with an address to look up", counted.with_url, "without an address"),
        ("with an archived copy", counted.copy_found, "no copy found"),
        ("with a readable copy", counted.readable, "unreadable"),
        ("checked", counted.judged, "waiting for another source"),
        ("supported", counted.supported, "not, or only partly"),
    )
    most = max(1, counted.sentences)
    before = counted.sentences
    steps = []
    for label, number, lost in named:
        gone = before - number
        steps.append(
            Step(label=label, count=number, width=100 * number / most, lost=f"{gone:,} {lost}" if gone else "")
        )
        before = number
    return tuple(steps)
