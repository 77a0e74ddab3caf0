"""Draws 150 cited claims at random, over all formats, and counts what a reader judged of them.

    python -m benchmarks.claims_by_eye            # the shares, from the judgements beside this file
    python -m benchmarks.claims_by_eye --draw     # the claims, with their sources, to read

`claims_by_eye.tsv` has a line a claim: its format, the SHA-256 of its document's name, the line of its marker, its id
and the judgement, `right` or what is wrong: `text`, `citation`, `address`, `date`. The texts themselves are others' and
stay out of the repository. A claim whose id has changed since is no longer judged; draw again and read it.
"""

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks import data
from benchmarks.readers import documents
from claims.errors import CitewatchError
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import read
from claims.records import Claim, Document, Link

JUDGED = Path(__file__).with_suffix(".tsv")
SEED = 20261229
EACH = 25  # claims of a format
SOURCE = 400  # characters of the source that are shown


def drawn() -> Iterator[tuple[Document, Claim, str]]:
    """Draw claims: of each format a document at random, then one of its cited claims, until there are enough."""
    found: dict[str, list[tuple[Document, str]]] = {}
    for path in documents(data.folder(data.DOCUMENTS)):
        try:
            text = decode(path.read_bytes(), path.name)
            document = link(read(text, path.name), path.name)
        except CitewatchError:
            continue
        if any(claim.link is Link.DIRECT for claim in document.claims):
            found.setdefault(document.format, []).append((document, text))
    for name, read_documents in sorted(found.items()):
        for number in range(EACH):  # by digests, so that a change draws no other claims than those that it makes
            document, text = min(read_documents, key=lambda each: _rank(name, number, each[0].source))
            claims = [claim for claim in document.claims if claim.link is Link.DIRECT]
            yield document, min(claims, key=lambda claim: _rank(name, number, claim.id)), text


def _rank(*parts: object) -> str:
    return hashlib.sha256(f"{SEED} {parts}".encode()).hexdigest()


def digest(document: Document) -> str:
    return hashlib.sha256(document.source.encode()).hexdigest()[:12]


def show(number: int, document: Document, claim: Claim, text: str) -> None:
    citations = {citation.id: citation for citation in document.citations}
    print(f"\n{number} [{document.format}] {document.source}:{claim.line}:{claim.column} {claim.section or ''}")
    print(f"  CLAIM {' '.join(claim.statement.split())}")
    for name in claim.citations:
        cited = citations[name]
        print(f"  [{name}] {cited.url} · published {cited.date} · read {cited.access_date} · {cited.text[:160]}")
    line = text.split("\n")[claim.line - 1]
    start = max((claim.column or 1) - SOURCE, 0)
    print(f"  SOURCE {line[start : start + SOURCE + 80]}")


def main(draw: bool) -> None:
    pairs = list(drawn())
    if draw:
        for number, (document, claim, text) in enumerate(pairs, 1):
            show(number, document, claim, text)
        return
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        judged = {row["id"]: row["judgement"] for row in csv.DictReader(lines, delimiter="\t")}
    counts: dict[str, Counter[str]] = {}
    for document, claim, _ in pairs:
        counts.setdefault(document.format, Counter())[judged.get(claim.id, "not judged")] += 1
    print("| format | claims | right | wrong |\n| --- | --- | --- | --- |")
    for name, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        wrong = ", ".join(f"{kind} {number}" for kind, number in count.most_common() if kind != "right")
        print(f"| {name} | {count.total()} | {count['right'] / count.total():.1%} | {wrong or '–'} |")


if __name__ == "__main__":
    main("--draw" in sys.argv[1:])
