"""The result at a glance: the sentence that a report opens with, and the shares of the verdicts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.records import JudgedDocument, Report, Summary, Verdict
from reports.text.labels import UNFINISHED, VERDICTS, Tone
from reports.text.phrases import count
from reports.view.rows.claim_rows import tone
from reports.view.summary import direct, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The number of cited claims with one result; `offset` and `width` place it in a bar, in per cent of them all."""

    tone: Tone
    label: str
    count: int
    offset: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The opening of a page. `open` has a sentence for each thing that the result leaves open."""

    headline: str
    tone: Tone
    open: tuple[str, ...]
    shares: tuple[Share, ...]


def overview(documents: Sequence[JudgedDocument]) -> Overview:
    """Summarise the result over all `documents` together."""
    return overview_of(tally_of(documents), summarise(documents).unchecked)


def overview_of(tally: Counter[Tone], unchecked: int) -> Overview:
    """Summarise so many cited claims with each result, of which so many sources could not be checked."""
    headline, toned = _headline(tally)
    open_ = tuple(_open(tally, unchecked))
    return Overview(headline=headline, tone=toned, open=open_, shares=tuple(_shares(tally)))


def tally_of(documents: Iterable[JudgedDocument]) -> Counter[Tone]:
    """Count the cited claims by their result: the numbers that every format shows."""
    return Counter(tone(claim) for document in documents for claim in direct(document.claims))


def totals(report: Report) -> str:
    """Return the numbers of `report` in one line, for a terminal."""
    shares = ", ".join(f"{share.count:,} {share.label.lower()}" for share in overview(report.documents).shares)
    cited = count(report.summary.claims, "cited claim", "cited claims")
    return f"{cited}: {shares}; {uncited_words(report.summary)}"


def _headline(tally: Counter[Tone]) -> tuple[str, Tone]:
    """Return the result in one sentence, and its tone."""
    cited = count(tally.total(), "cited claim", "cited claims")
    judged = tally.total() - tally[Tone.BLANK] - tally[Tone.WAIT]
    if not tally:
        return "No sentence in this document has a citation.", Tone.BARE
    if worst := next((toned for toned in _SAID if tally[toned]), None):
        alarms = worst is Tone.AGAINST and tally[Tone.NO]
        more = f"; {_are(alarms)} not supported" if alarms else ""
        return f"{_are(tally[worst], f' of {cited}')} {_SAID[worst]}{more}.", worst
    if not judged:
        none = f"None of the {cited} could" if tally.total() > 1 else "The only cited claim could not"
        return f"{none} be checked.", Tone.WAIT if tally[Tone.WAIT] else Tone.BLANK
    if judged < tally.total():
        supported = "it is supported" if judged == 1 else "all of them are supported"
        return f"{judged:,} of {cited} could be checked; {supported}.", Tone.YES
    return f"All {cited} are supported." if judged > 1 else "The only cited claim is supported.", Tone.YES


def _are(number: int, of: str = "") -> str:
    return f"{number:,}{of} {'is' if number == 1 else 'are'}"


def _open(tally: Counter[Tone], unchecked: int) -> Iterator[str]:
    if tally[Tone.BLANK]:
        claims = count(tally[Tone.BLANK], "claim", "claims")
        they = "it is" if tally[Tone.BLANK] == 1 else "they are"
        yield f"{claims} could not be checked, which says nothing about whether {they} true."
    if unchecked:
        claims, sources = count(tally[Tone.WAIT], "claim waits", "claims wait"), count(unchecked, "source", "sources")
        waiting = f"{claims} for {sources}" if tally[Tone.WAIT] else f"{sources} could not be checked"
        yield f"Not finished: {waiting}, because an archive did not answer. Run the check again to continue."


def uncited_words(summary: Summary) -> str:
    """Describe the sentences whose verdicts are not counted."""
    uncited = count(summary.uncited, "sentence without a citation", "sentences without a citation")
    return f"{uncited}, {summary.trailing:,} sharing a later one" if summary.trailing else uncited


def _shares(tally: Counter[Tone]) -> Iterator[Share]:
    """Yield the results, the most urgent first."""
    offset = 0.0
    for name, label in _RESULTS.items():
        width = 100 * tally[name] / tally.total() if tally else 0.0
        if tally[name] or name is not Tone.WAIT:
            yield Share(tone=name, label=label, count=tally[name], offset=offset, width=width)
        offset += width


_SAID = {
    Tone.AGAINST: "contradicted by the cited sources",
    Tone.NO: "not supported by the cited sources",
    Tone.PART: "only partly supported",
    Tone.UNSURE: "unclear: the sources are about the matter, but a person has to read them",
}
"""The findings in the words of the headline, the worst first."""

_RESULTS = {
    Tone.AGAINST: VERDICTS[Verdict.CONTRADICTED][0],
    Tone.NO: VERDICTS[Verdict.NOT_SUPPORTED][0],
    Tone.PART: VERDICTS[Verdict.PARTIALLY_SUPPORTED][0],
    Tone.UNSURE: VERDICTS[Verdict.UNCLEAR][0],
    Tone.BLANK: VERDICTS[Verdict.SOURCE_UNAVAILABLE][0],
    Tone.WAIT: UNFINISHED[0],
    Tone.YES: VERDICTS[Verdict.SUPPORTED][0],
}
