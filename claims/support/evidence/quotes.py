"""The sentences of a source to quote for a claim, with their places."""

from collections.abc import Mapping

from claims.records import BlockKind, Evidence, Passage
from claims.support.evidence.choice import candidates, choose
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.retrieval.match import Match

AROUND = 160
"""Characters shown before and after a quote."""


def quotes(statement: Statement, seen: Match, number: int, weights: Mapping[str, float]) -> tuple[Evidence, ...]:
    """Quote the sentences of one page that together say most about a claim, the best first."""
    page = seen.pages[number]
    return tuple(
        _quote(page, sentence - seen.offsets[number], seen.weigh(seen.has.get(sentence, 0)))
        for sentence in choose(candidates(statement, seen, number), weights)
    )


def _quote(page: Page, sentence: int, score: float) -> Evidence:
    text = page.source.text
    start, end = page.sentences[sentence]
    whole = Passage(start=0, end=len(text), kind=BlockKind.PARAGRAPH)
    block = next((block for block in page.source.passages if block.start <= start < block.end), whole)
    before = text[max(block.start, start - AROUND) : start]
    after = text[end : min(block.end, end + AROUND)]
    if start - AROUND > block.start:
        before = before.partition(" ")[2]
    if end + AROUND < block.end:
        after = after.rpartition(" ")[0]
    return Evidence(
        quote=text[start:end],
        start=start,
        end=end,
        score=round(score, 4),
        before=before,
        after=after,
        page=block.page,
        hidden=block.hidden,
    )
