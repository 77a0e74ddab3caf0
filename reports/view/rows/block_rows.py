"""A judged document in reading order: its blocks, and the claims in each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.records import Block, BlockKind, JudgedDocument
from reports.view.rows.claim_rows import ClaimRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of text, with its claim if it is one."""

    text: str
    claim: ClaimRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A heading, a paragraph or another block, and the claims in it.

    Attributes:
        kind: the kind of block.
        tag: its HTML element; the page's own headings are h1 and h2, so the document's start at h3.
        spans: its text, cut where claims start and end.
        claims: its claims.
    """

    kind: BlockKind
    tag: str
    spans: tuple[Span, ...]
    claims: tuple[ClaimRow, ...]


def block_rows(document: JudgedDocument, claims: Iterable[ClaimRow]) -> tuple[BlockRow, ...]:
    """Return the whole text of `document` in order, including what its blocks leave out."""
    pending = sorted(claims, key=lambda claim: (claim.start, claim.end))
    rows = []
    taken = 0
    titled = False
    for block in _covering(document):
        inside = []
        while taken < len(pending) and pending[taken].start < block.end:
            inside.append(pending[taken])
            taken += 1
        titled = titled or block.kind is BlockKind.TITLE
        spans = tuple(_spans(document.text, block, inside))
        rows.append(BlockRow(kind=block.kind, tag=_tag(block.kind, titled), spans=spans, claims=tuple(inside)))
    return tuple(rows)


def _tag(kind: BlockKind, titled: bool) -> str:
    match kind:
        case BlockKind.TITLE:
            return "h3"
        case BlockKind.HEADING:
            return "h4" if titled else "h3"
        case _:
            return "p"


def _covering(document: JudgedDocument) -> Iterator[Block]:
    """Yield the document's blocks without overlaps, and the text between them as paragraphs."""
    position = 0
    end = len(document.text)
    for block in sorted(document.blocks, key=lambda block: (block.start, block.end)):
        start, stop = max(block.start, position), min(block.end, end)
        if start < stop:
            yield from _paragraphs(document.text, position, start)
            yield Block(start=start, end=stop, kind=block.kind)
            position = stop
    yield from _paragraphs(document.text, position, end)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    while start < end:
        stop = text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield Block(start=start, end=stop, kind=BlockKind.PARAGRAPH)
        start = stop + 2


def _spans(text: str, block: Block, claims: Sequence[ClaimRow]) -> Iterable[Span]:
    position = block.start
    for claim in claims:
        start, end = max(claim.start, position), min(claim.end, block.end)
        if start > position:
            yield Span(text=text[position:start])
        yield Span(text=text[start : max(start, end)], claim=claim)
        position = max(position, end)
    if position < block.end:
        yield Span(text=text[position : block.end])
