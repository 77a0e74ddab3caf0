"""One article in several forms: do its claims and their references come out the same?

    python -m benchmarks.readers_agreement

There are two kinds of pairs: pages that the shared data have twice (a page, and what a readability tool left of it),
and every MediaWiki page of the shared data beside its rewritten form as Markdown and as plain text. A claim agrees when
the other form has a claim of the same words with the same references.
"""

import re
from collections import Counter

from benchmarks.data import DOCUMENTS
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.interface import Reading
from claims.readers.registry import read
from claims.records import BlockKind, Document, Link

WIKIHTML = DOCUMENTS / "wikihtml"
PAIRS = (
    ("mozread__wikipedia.html", "mozread__wikipedia.expected.html"),
    ("mozread__wikipedia-2.html", "mozread__wikipedia-2.expected.html"),
    ("mozread__wikipedia-4.html", "mozread__wikipedia-4.expected.html"),
)
KEPT_APART = (BlockKind.TABLE, BlockKind.INFOBOX)


def written(reading: Reading, style: str) -> str:
    """Write a reading as Markdown or plain text; without tables and infoboxes, which plain text lacks."""
    numbers = {citation.id: str(number) for number, citation in enumerate(reading.citations, 1)}
    marker = "[^{}]" if style == "md" else "[{}]"
    parts = []
    for block in reading.blocks:
        if block.kind in KEPT_APART:
            continue
        text, position = "", block.start
        for found in reading.markers:
            if block.start <= found.position <= block.end and found.citation in numbers:
                text += reading.text[position : found.position] + marker.format(numbers[found.citation])
                position = found.position
        text += reading.text[position : block.end]
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            text = ("# " if block.kind is BlockKind.TITLE else "## ") + text
        parts.append(escaped(text) if style == "md" else text)
    entry = "[^{}]: {}" if style == "md" else "{}. ^ {}"
    entries = [
        entry.format(numbers[citation.id], citation.text or citation.url or "-") for citation in reading.citations
    ]
    return "\n\n".join(parts) + "\n\n" + "\n".join(entries) + "\n"


def escaped(text: str) -> str:
    text = re.sub(r"([\\`*_<>|&])", r"\\\1", text)
    return re.sub(r"^(\d+)([.)])|^([-+])(?= )", r"\1\\\2\3", text) if not text.startswith("#") else text


def claims(document: Document, numbers: dict[str, str]) -> Counter[tuple[str, tuple[str, ...]]]:
    return Counter(
        (words(claim.text), tuple(sorted(numbers.get(name, name) for name in claim.citations)))
        for claim in document.claims
        if claim.link is Link.DIRECT and claim.section not in ("table", "infobox")
    )


def words(text: str) -> str:
    return "".join(re.findall(r"\w", text)).casefold()


def same_entries(document: Document) -> dict[str, str]:
    """Return citations by their words, for forms whose numbers may differ."""
    return {citation.id: words(citation.text)[:40] for citation in document.citations}


def agreement(
    one: Counter[tuple[str, tuple[str, ...]]], other: Counter[tuple[str, tuple[str, ...]]]
) -> tuple[int, int]:
    return (one & other).total(), one.total()


def main() -> None:
    print("| forms | claims | the same in both |\n| --- | --- | --- |")
    for first, second in PAIRS:
        documents = [link(read(decode((WIKIHTML / name).read_bytes(), name), name), name) for name in (first, second)]
        same, total = agreement(*(claims(document, same_entries(document)) for document in documents))
        print(f"| {first} and {second} | {total} | {same / total:.1%} |")
    totals = {"md": [0, 0], "txt": [0, 0]}
    for path in sorted(WIKIHTML.glob("*.html")):
        reading = read(decode(path.read_bytes(), path.name), path.name)
        if reading.format != "mediawiki-html" or not reading.citations or not reading.markers:
            continue
        numbers = {citation.id: str(number) for number, citation in enumerate(reading.citations, 1)}
        document = link(reading, path.name)
        document_claims = claims(document, numbers)
        broken = {citation.id for citation in document.citations if citation.broken}
        if broken:
            continue
        for style, total in totals.items():
            other = link(read(written(reading, style), f"page.{style}"), f"page.{style}")
            same, count = agreement(document_claims, claims(other, {}))
            total[0] += same
            total[1] += count
            if same < 0.97 * count:
                print(f"| {path.name} as {style} | {count} | {same / count:.1%} |")
    for style, (same, count) in totals.items():
        print(f"| all MediaWiki pages as {style} | {count} | {same / count:.1%} |")


if __name__ == "__main__":
    main()
