"""The words of a source that bear on a claim, quoted with their places."""

from claims.records import Evidence
from claims.support.match import Match
from claims.support.page import Page
from claims.support.windows import covering

MOST = 5
"""Sentences quoted from one source: on WiCE the top five hold a gold sentence for 98 % of the claims."""

AROUND = 160
"""Characters shown before and after a quote."""


def quotes(seen: Match, number: int) -> tuple[Evidence, ...]:
    """The sentences of one page that together have most of the claim, the best first."""
    page = seen.pages[number]
    chosen = covering(seen, MOST, number)
    return tuple(_quote(page, sentence - seen.offsets[number], seen.weigh(seen.has[sentence])) for sentence in chosen)


def _quote(page: Page, sentence: int, score: float) -> Evidence:
    text = page.source.text
    start, end = page.sentences[sentence]
    first, last = next(
        ((block.start, block.end) for block in page.source.passages if block.start <= start < block.end),
        (0, len(text)),
    )
    before = text[max(first, start - AROUND) : start]
    after = text[end : min(last, end + AROUND)]
    if start - AROUND > first:
        before = before.partition(" ")[2]
    if end + AROUND < last:
        after = after.rpartition(" ")[0]
    return Evidence(quote=text[start:end], start=start, end=end, score=round(score, 4), before=before, after=after)
