"""The overview of a corpus from its tables, one partition at a time."""

import hashlib
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claims.records import Link, Verdict
from crawler.corpus.job import Stage
from crawler.corpus.judged_documents import judged_documents
from crawler.corpus.manifest import Manifest, done_parts, read_manifest
from crawler.corpus.tables import CHECKS, DOCUMENTS, VERDICTS
from reports.text.labels import Tone, archive_name
from reports.text.phrases import count, day, listed
from reports.view.corpus import CorpusPage, Sample, TallyRow, badness, corpus_page, result, sample, tally_row

MOST_ROWS = 50
"""Sites, sections, documents and errors that the overview shows; the tables have them all."""

SAMPLES = 10
"""Claims of each result that are drawn."""

_SAMPLED = (
    Verdict.CONTRADICTED, Verdict.NOT_SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.UNCLEAR, Verdict.SUPPORTED,
)  # fmt: skip

_Drawn = tuple[str, int, str, int]  # a number by chance, a partition, a document, and the place of a claim in it


@dataclass(slots=True)
class _Tallies:
    """What is counted while the partitions are read."""

    claims: Counter[Tone] = field(default_factory=Counter)
    sites: defaultdict[str, Counter[Tone]] = field(default_factory=lambda: defaultdict(Counter))
    sections: defaultdict[str, Counter[Tone]] = field(default_factory=lambda: defaultdict(Counter))
    documents: list[tuple[str, str, Counter[Tone]]] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    drawn: dict[Verdict, list[_Drawn]] = field(default_factory=lambda: {verdict: [] for verdict in _SAMPLED})


def overview(out: str) -> CorpusPage:
    """Read the overview of the corpus at `out`.

    Raises:
        claims.errors.InputError: there is none.
        OSError: a table cannot be read.
    """
    manifest, tallies = read_manifest(out), _Tallies()
    for part in VERDICTS.parts(out):
        _count(out, part, tallies)
    unchecked = sum(done.unfinished for done in done_parts(out, Stage.LOOK_UP).values())
    return corpus_page(
        title=out.rstrip("/").rpartition("/")[2],
        about=_about(manifest, tallies),
        tally=tallies.claims,
        unchecked=unchecked,
        sites=_largest(tallies.sites),
        sections=_largest(tallies.sections),
        documents=[tally_row(name, counts, key) for key, name, counts in tallies.documents],
        samples=_samples(out, tallies.drawn),
        errors=tallies.errors,
    )


def _about(manifest: Manifest, tallies: _Tallies) -> Iterator[str]:
    if manifest.finished:
        yield f"Checked on {day(manifest.finished)}"
    else:
        yield "Not finished: run the same command again"
    yield f"against {listed(map(archive_name, manifest.archives))}"
    documents = manifest.counts.get("documents", 0)
    if documents:
        yield count(documents, "document", "documents")
    if wrong := manifest.counts.get("errors", 0):
        yield f"{count(wrong, 'row', 'rows')} with an error"
    yield f"citewatch {manifest.code.partition('+')[0]}, checker {manifest.checker}"


def _count(out: str, part: int, tallies: _Tallies) -> None:
    """Count the rows of one partition."""
    by_document: defaultdict[str, Counter[Tone]] = defaultdict(Counter)
    columns = ["document", "claim", "link", "section", "verdict", "unfinished"]
    for row in VERDICTS.read(out, part, columns):
        if row["link"] != Link.DIRECT:
            continue
        verdict = Verdict(row["verdict"])
        toned = result(verdict, unfinished=row["unfinished"])
        tallies.claims[toned] += 1
        by_document[row["document"]][toned] += 1
        tallies.sections[row["section"] or "(no heading)"][toned] += 1
        if verdict in tallies.drawn:
            _draw(tallies.drawn[verdict], part, row["document"], row["claim"])
    for row in CHECKS.read(out, part, ["host", "verdict"]):
        tallies.sites[row["host"] or "(no address)"][result(Verdict(row["verdict"]), unfinished=False)] += 1
    for row in DOCUMENTS.read(out, part, ["document", "source", "title", "error"]):
        if row["error"] is not None:
            tallies.errors = [*tallies.errors, (row["source"], row["error"])][:MOST_ROWS]
        elif counts := by_document.get(row["document"]):
            tallies.documents.append((row["document"], row["title"] or row["source"], counts))
    tallies.documents = heapq.nsmallest(MOST_ROWS, tallies.documents, key=lambda each: (badness(each[2]), each[0]))


def _draw(drawn: list[_Drawn], part: int, document: str, place: int) -> None:
    """Keep a claim if its number, which is by chance and always the same, is among the smallest."""
    chance = hashlib.sha256(f"{document} {place}".encode()).hexdigest()
    drawn.append((chance, part, document, place))
    drawn.sort()
    del drawn[SAMPLES:]


def _samples(out: str, drawn: Mapping[Verdict, Iterable[_Drawn]]) -> Iterator[Sample]:
    for verdict in _SAMPLED:
        for _, part, document, place in drawn[verdict]:
            (judged,) = judged_documents(out, part, document)
            yield sample(judged, place)


def _largest(tallies: Mapping[str, Counter[Tone]]) -> list[TallyRow]:
    """Return the rows with most claims."""
    largest = heapq.nsmallest(MOST_ROWS, tallies.items(), key=lambda each: (-each[1].total(), each[0]))
    return [tally_row(name, counts) for name, counts in largest]
