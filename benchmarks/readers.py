"""How much of real documents the readers recover: markers linked, addresses kept, claims, time and memory, by format.

    python -m benchmarks.readers [FOLDER of documents]

Counts come from `readers_counters.py`, which shares no code with the readers. A marker is linked when the claim
directly before it cites its entry; where a marker's printed number is known, each number is counted on its own.
"""

import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import data
from benchmarks.readers_counters import (
    count_footnotes,
    count_html,
    count_numbers,
    count_page,
    count_wikitext,
    entry_urls,
    plain,
)
from claims.errors import CitewatchError
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.interface import Reading
from claims.readers.registry import read
from claims.records import Citation, Document, Link

# The cases of MediaWiki's own parser, most of them of what is wrong: its markers are of no sentences.
NO_DOCUMENTS = frozenset(["cite__citeParserTests.txt"])
_CLOSING = 3  # characters between the end of a claim and its marker: a quote, a bracket, a stop


@dataclass
class Row:
    documents: int = 0
    markers: int = 0
    linked: int = 0
    urls: int = 0
    kept: int = 0
    entries: int = 0
    whole: int = 0
    claims: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    refused: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)


def held(citation: Citation) -> set[str]:
    urls = {*citation.urls, *filter(None, (citation.url, citation.archive_url))}
    return {plain(url) for url in urls}


def cited(document: Document, reading: Reading) -> Counter[str]:
    """Count the markers of the reading that a claim covers and cites; a claim may have several of one entry."""
    direct = [claim for claim in document.claims if claim.link is Link.DIRECT]
    places: Counter[str] = Counter()
    for marker in reading.markers:
        covers = (claim.start <= marker.position <= claim.end + _CLOSING for claim in direct)
        places[marker.citation] += any(
            found and marker.citation in claim.citations for found, claim in zip(covers, direct, strict=True)
        )
    return places


def measure(row: Row, name: str, text: str, document: Document, reading: Reading, markdown: str | None) -> None:
    """Count a document; `markdown` is what another program made of the same page, if the data has that."""
    before = row.markers - row.linked, row.urls - row.kept
    found = cited(document, reading)
    if document.format == "mediawiki-html":
        markers, urls = count_html(text)
        row.markers += markers.total()
        row.linked += sum(min(count, found[label]) for label, count in markers.items())
        _urls(row, list(urls.values()), document)
    elif document.format == "html":
        markers = count_footnotes(markdown) if markdown is not None else count_page(text)
        row.markers += markers.total()
        row.linked += sum(min(count, found[label]) for label, count in markers.items())
        _urls(row, entry_urls(text), document)
    elif document.format == "wikitext":
        count, entries = count_wikitext(text)
        row.markers += count
        row.linked += min(count, found.total())
        _urls(row, entries, document)
    else:
        known = [citation.id for citation in document.citations if not citation.broken]
        markers = count_numbers(text, known) + count_footnotes(text)
        row.markers += markers.total()
        row.linked += sum(min(count, found[label]) for label, count in markers.items())
        _urls(row, entry_urls(text), document)
    missed = row.markers - row.linked - before[0], row.urls - row.kept - before[1]
    if any(missed):
        row.short.append(f"{name}: {missed[0]} markers, {missed[1]} addresses")


def _urls(row: Row, entries: list[set[str]], document: Document) -> None:
    """Of each entry counted, the addresses that some one citation has; an entry is whole when that is all of them."""
    citations = [held(citation) for citation in document.citations]
    everything = Counter(url for urls in citations for url in urls)
    for urls in entries:
        got = {url for url in urls if everything[url]}
        row.urls += len(urls)
        row.kept += len(got)
        row.entries += 1
        row.whole += got == urls


def documents(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if (
            path.is_file()
            and path.suffix in (".txt", ".md", ".html", ".rst", ".wiki")
            and "cx_segmentation" not in path.parts
            and path.name not in NO_DOCUMENTS
        ):
            yield path


def main(folder: Path) -> None:
    rows: dict[str, Row] = {}
    for path in documents(folder):
        kind = path.relative_to(folder).parts[0]
        row = rows.setdefault(kind, Row())
        row.documents += 1
        try:
            text = decode(path.read_bytes(), path.name)
            started = time.process_time()
            reading = read(text, path.name)
            document = link(reading, path.name)
        except CitewatchError as error:
            row.refused.append(f"{path.name}: {error.message}")
            continue
        seconds = time.process_time() - started
        row.seconds += seconds
        row.slowest = max(row.slowest, seconds)
        row.claims += len(document.claims)
        twin = path.with_suffix(".md")
        markdown = twin.read_text() if path.suffix == ".html" and twin.exists() else None
        measure(row, f"{path.name} ({document.format})", text, document, reading, markdown)
    print("| folder | documents | markers | linked | addresses | kept | entries whole | claims each | s | slowest s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for kind, row in rows.items():
        print(
            f"| {kind} | {row.documents} | {row.markers} | {row.linked / max(row.markers, 1):.2%} | {row.urls} | "
            f"{row.kept / max(row.urls, 1):.2%} | {row.whole / max(row.entries, 1):.2%} | "
            f"{row.claims / row.documents:.0f} | {row.seconds:.2f} | {row.slowest:.2f} |"
        )
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    for kind, row in rows.items():
        for line in (*row.refused, *row.short):
            print(f"{kind}: {line}")


if __name__ == "__main__":
    main(data.folder(data.DOCUMENTS))
