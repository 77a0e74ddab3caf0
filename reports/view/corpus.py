"""The overview of a corpus as rows: totals, results by site, section and document, and samples with evidence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.records import JudgedDocument, Verdict
from reports.severity import BEST_TO_WORST
from reports.text.labels import TONES, Tone
from reports.text.sanitising import shorten
from reports.view.overview import Overview, overview_of
from reports.view.rows.claim_rows import ClaimRow, claim_rows

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """One site, section or document, with the number of its cited claims with each result.

    Attributes:
        key: how to ask for a document, or empty.
    """

    name: str
    key: str
    counts: Mapping[Tone, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A claim with its evidence, and the title of its document."""

    title: str
    claim: ClaimRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusPage:
    """The overview of a corpus.

    Attributes:
        about: facts about the run, a phrase each.
        sites: by the host of the address that is cited, a check for each claim and citation.
        sections: by the heading above the claim.
        documents: the worst.
        samples: claims of each result that a person may look at, drawn by chance.
        errors: documents that could not be read, and why.
    """

    title: str
    about: tuple[str, ...]
    overview: Overview
    sites: tuple[TallyRow, ...]
    sections: tuple[TallyRow, ...]
    documents: tuple[TallyRow, ...]
    samples: tuple[Sample, ...]
    errors: tuple[tuple[str, str], ...]


def result(verdict: Verdict, *, unfinished: bool) -> Tone:
    """Return the colour and sign of a claim's result."""
    return Tone.WAIT if unfinished and verdict is not Verdict.SUPPORTED else TONES[verdict]


def tally_row(name: str, counts: Mapping[Tone, int], key: str = "") -> TallyRow:
    """Return the row of something with so many cited claims of each result."""
    return TallyRow(name=shorten(name, LONGEST_NAME), key=key, counts=counts)


def badness(counts: Mapping[Tone, int]) -> tuple[int, ...]:
    """Return a sort key: most contradicted claims first, then by each milder result."""
    return tuple(-counts.get(TONES[verdict], 0) for verdict in reversed(BEST_TO_WORST))


def sample(document: JudgedDocument, place: int) -> Sample:
    """Return the claim at a place of a document as a sample."""
    return Sample(title=shorten(document.title or document.source, LONGEST_NAME), claim=claim_rows(document)[place])


def corpus_page(
    title: str,
    about: Iterable[str],
    tally: Counter[Tone],
    unchecked: int,
    sites: Iterable[TallyRow],
    sections: Iterable[TallyRow],
    documents: Iterable[TallyRow],
    samples: Iterable[Sample],
    errors: Iterable[tuple[str, str]],
) -> CorpusPage:
    """Build the page. `tally` counts the cited claims by result; `unchecked` sources could not be asked for."""
    return CorpusPage(
        title=title,
        about=tuple(about),
        overview=overview_of(tally, unchecked),
        sites=tuple(sites),
        sections=tuple(sections),
        documents=tuple(documents),
        samples=tuple(samples),
        errors=tuple((shorten(name, LONGEST_NAME), shorten(error, LONGEST_NAME)) for name, error in errors),
    )
