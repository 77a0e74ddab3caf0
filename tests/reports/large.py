"""A report of any size, its claims in every outcome, for what depends on size: time, memory, bytes, filters."""

from dataclasses import replace
from hashlib import sha256

from claims.records import Block, BlockKind, JudgedDocument, Link, Report
from tests.reports.examples import report
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import CITATIONS

A_PARAGRAPH = 5
A_SECTION = 25


def large(number: int) -> Report:
    """A report on one document with `number` cited claims, each of its own wording, on `number` / 10 references."""
    return report(document(number))


def document(number: int) -> JudgedDocument:
    """The document of `large`."""
    patterns = [claim for claim in CLAIMS if claim.link is Link.DIRECT]
    entries = [citation for citation in CITATIONS if not citation.broken]
    references = max(1, number // 10)
    parts: list[str] = []
    blocks: list[Block] = []
    claims = []
    length = 0

    def add(text: str) -> int:
        nonlocal length
        start = length
        parts.append(text)
        length += len(text)
        return start

    for index in range(number):
        if index % A_SECTION == 0:
            start = add(f"Part {index // A_SECTION + 1}")
            blocks.append(Block(start=start, end=length, kind=BlockKind.HEADING))
            add("\n\n")
        if index % A_PARAGRAPH == 0:
            paragraph = length
        pattern = patterns[index % len(patterns)]
        text = f"In case {index + 1} it is told so: {pattern.text}"
        start = add(text)
        name = str(index % references + 1)
        shift = len(text) - len(pattern.text)
        facts = tuple(replace(fact, start=fact.start + shift, end=fact.end + shift) for fact in pattern.facts)
        claims.append(
            replace(
                pattern,
                id=sha256(text.encode()).hexdigest()[:16],
                text=text,
                sentence=text,
                context=text,
                start=start,
                end=length,
                line=index // A_PARAGRAPH + 1,
                column=None,
                section=f"Part {index // A_SECTION + 1}",
                citations=(name,),
                facts=facts,
                checks=(replace(pattern.checks[0], citation=name),),
            )
        )
        if index % A_PARAGRAPH == A_PARAGRAPH - 1 or index == number - 1:
            blocks.append(Block(start=paragraph, end=length, kind=BlockKind.PARAGRAPH))
            add("\n\n")
        else:
            add(" ")
    citations = tuple(replace(entries[index % len(entries)], id=str(index + 1)) for index in range(references))
    return replace(
        LIGHTHOUSE, title="A large document", text="".join(parts), blocks=tuple(blocks), citations=citations,
        claims=tuple(claims), notes=(),
    )  # fmt: skip
