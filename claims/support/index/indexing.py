"""A source to its index, made once for any number of claims."""

from collections import defaultdict
from itertools import takewhile

from claims.language.tokens import normal, written
from claims.records import Source
from claims.support.index.page import LARGEST, PREFIX, Page
from claims.support.index.sentences import sentence_spans


def make_page(source: Source) -> Page:
    """Index a source, in time linear in its text."""
    sentences = list(takewhile(lambda span: span[0] < LARGEST, sentence_spans(source)))
    every: list[str] = []
    starts = [0]
    for start, end in sentences:
        every += written(source.text, start, end)
        starts.append(len(every))
    forms = list(map(normal, every))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        places[form].append(place)
    by_prefix: defaultdict[str, list[str]] = defaultdict(list)
    for form in places:
        by_prefix[form[:PREFIX]].append(form)
    return Page(
        source=source,
        sentences=sentences,
        starts=starts,
        written=every,
        forms=forms,
        places=dict(places),
        by_prefix=dict(by_prefix),
    )
