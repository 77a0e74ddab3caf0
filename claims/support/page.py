"""A source made ready for judging any number of claims: its sentences, its words and where they stand."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from claims.records import Source
from claims.support.dates import Date, dates
from claims.support.numbers import Number, numbers
from claims.support.sentences import sentence_spans
from claims.support.words import stemmer, words

_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Page:
    """The index of one source.

    Attributes:
        sentences: spans of `source.text`, in order.
        starts: the number of the first word of each sentence; words are numbered through the page.
        places: word in its normal form -> numbers of the words that are it.
        spans: the span of each word.
        by_prefix: the first letters of words -> those words; stems are made only of words that a claim may mean.
    """

    source: Source
    sentences: list[tuple[int, int]]
    starts: list[int]
    places: dict[str, list[int]]
    spans: list[tuple[int, int]]
    by_prefix: dict[str, list[str]]
    dates: list[Date]
    numbers: list[Number]
    found: dict[str, list[int]] = field(default_factory=dict)

    def stem(self, form: str) -> str:
        """The stem of a word in this page's language."""
        return stemmer(self.source.language)(form)

    def find(self, stem: str) -> list[int]:
        """Numbers of all words with this stem, ascending."""
        known = self.found.get(stem)
        if known is None:
            alike = [form for form in self.by_prefix.get(stem[:_PREFIX], ()) if self.stem(form) == stem]
            known = sorted(place for form in alike for place in self.places[form])
            self.found[stem] = known
        return known

    def sentence_of_word(self, place: int) -> int:
        """The sentence that holds the word of this number."""
        return bisect_right(self.starts, place) - 1

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds, or last began before, this character of the text."""
        return max(0, bisect_right(self.sentences, (offset, len(self.source.text))) - 1)


def make_page(source: Source) -> Page:
    """Index a source, in time linear in its text."""
    sentences = list(sentence_spans(source))
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    for start, end in sentences:
        starts.append(len(spans))
        for word in words(source.text, start, end):
            places[word.form].append(len(spans))
            spans.append((word.start, word.end))
    by_prefix: defaultdict[str, list[str]] = defaultdict(list)
    for form in places:
        by_prefix[form[:_PREFIX]].append(form)
    found_dates = list(dates(source.text))
    taken = {date.start for date in found_dates}
    return Page(
        source=source,
        sentences=sentences,
        starts=starts,
        places=dict(places),
        spans=spans,
        by_prefix=dict(by_prefix),
        dates=found_dates,
        numbers=[number for number in numbers(source.text) if number.start not in taken],
    )
