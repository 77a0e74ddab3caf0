"""The index of a source: its sentences, its words and their places, and when asked its dates and numbers."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property

from claims.language.dates.dates import Date
from claims.language.detection import language_of
from claims.language.figures import dates_of, numbers_of
from claims.language.loader import code, language
from claims.language.quantities.number import Number
from claims.language.stemming import irregular, respeller, stemmer
from claims.language.tokens import STOPWORDS, Word, words
from claims.records import Source

PREFIX = 3
"""Letters of a word by which `Page.by_prefix` finds it."""

LARGEST = 1_500_000
"""Characters of a source that are indexed: ten times what a long web page has. What follows is not looked at."""

PARTED = 5
"""Letters of the stem of a word that others may write as two: email, e-mail."""

LONG = 6
"""Minimum number of sentences for sources to count as a page and not as a snippet: a page does not say what it has no
words for; a snippet may say it in other words. Of the supported claims with a negation on such sources (FEVER,
HealthVer, CLIMATE-FEVER) 35 of 73 have no negation near."""


@dataclass(frozen=True)
class Page:
    """The index of one source; what only some claims ask for is made when the first one does.

    Attributes:
        sentences: spans of `source.text`, in order.
        starts: the number of the first word of each sentence, and of all words; they are numbered through the page.
        written: the words as they are written; `forms`: in their normal forms.
        places: word in its normal form -> numbers of the words that are it.
        by_prefix: the first letters of words -> those words; stems are made only of words that a claim may mean.
        found, counted, sentence_words, occurrences: what claims asked for before: the words with a stem and how many
            of them each sentence has, the words of sentences, and where details are; `details.occurrences` fills the
            last.
    """

    source: Source
    sentences: list[tuple[int, int]]
    starts: list[int]
    written: list[str]
    forms: list[str]
    places: dict[str, list[int]]
    by_prefix: dict[str, list[str]]
    found: dict[str, list[int]] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    sentence_words: dict[int, list[Word]] = field(default_factory=dict)
    occurrences: dict[Hashable, list[tuple[int, int]]] = field(default_factory=dict)

    @cached_property
    def dates(self) -> list[Date]:
        """All dates on the page, in order."""
        return dates_of(self.source.text[:LARGEST], self.language, self.source.published)

    @cached_property
    def published(self) -> Date | None:
        """The date of publication that the source declares, with no place in its text."""
        parts = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", self.source.published or "")
        year, month, day = (int(part) if part else None for part in parts.groups()) if parts else (None, None, None)
        return Date(start=0, end=0, year=year, month=month, day=day) if year else None

    @cached_property
    def numbers(self) -> list[Number]:
        """All numbers on the page, in order."""
        return numbers_of(self.source.text[:LARGEST], self.language, self.dates)

    def numbers_in(self, start: int, end: int) -> list[Number]:
        """The numbers that begin in `source.text[start:end]`."""
        first, last = (bisect_left(self.numbers, place, key=lambda each: each.start) for place in (start, end))
        return self.numbers[first:last]

    def dates_in(self, start: int, end: int) -> list[Date]:
        """The dates that begin in `source.text[start:end]`."""
        first, last = (bisect_left(self.dates, place, key=lambda each: each.start) for place in (start, end))
        return self.dates[first:last]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the page mentions, to which its dates without a year may belong."""
        return frozenset(year for each in self.dates for year in (each.year, each.other_year) if year)

    @cached_property
    def content(self) -> list[int]:
        """The numbers of the words that are no function words, ascending."""
        return [place for place, form in enumerate(self.forms) if form not in STOPWORDS]

    @cached_property
    def language(self) -> str:
        """The language that it declares, or else shows itself to be in, by its ISO 639-1 code; English if neither."""
        return code(self.source.language or language_of(self.source.text))

    @property
    def english(self) -> bool:
        """Whether it is in English, or does not say: the English rules hold for no other language."""
        return self.language == "en"

    @cached_property
    def initials(self) -> str:
        """The first letters of the content words, blanks for small ones, to find the full form of an acronym."""
        heads = (self.written[place][0] for place in self.content)
        return "".join(head.lower()[0] if head.isupper() else " " for head in heads)

    @cached_property
    def stem(self) -> Callable[[str], str]:
        """Returns the stem of a word in this page's language."""
        return stemmer(self.language)

    @cached_property
    def respelled(self) -> dict[str, list[str]]:
        """The words that others write otherwise (centre, favourite), by the stem that both spellings have."""
        respell, stems = respeller(self.language), defaultdict[str, list[str]](list)
        for form in self.places:
            if respell(form) != form:
                stems[self.stem(form)].append(form)
        return stems

    def find(self, stem: str) -> list[int]:
        """Numbers of all words with this stem, ascending.

        An English stem differs from the beginning of its words in its last letter at most: happi, happy.
        """
        known = self.found.get(stem)
        if known is None:
            stem_of, begin = self.stem, stem[:-1] if self.english else ""
            forms = (form for key in self._keys(stem) for form in self.by_prefix[key] if form.startswith(begin))
            alike = {form for form in forms if stem_of(form) == stem}
            alike.update(form for form in irregular(self.language).get(stem, ()) if form in self.places)
            alike.update(self.respelled.get(stem, ()))
            known = sorted(place for form in alike for place in self.places[form]) or self._parted(stem)
            self.found[stem] = known
        return known

    def _parted(self, stem: str) -> list[int]:
        """Numbers of the second of two words in a row that are one in another spelling: policy-maker, web site."""
        heads = {stem[:size] for size in range(1, len(stem) - 1)} if len(stem) >= PARTED else ()
        return sorted(
            place + 1
            for head in heads
            if head not in STOPWORDS
            for place in self.places.get(head, ())
            if self.forms[place + 1 : place + 2] and self.stem(head + self.forms[place + 1]) == stem
        )

    def count(self, stem: str) -> dict[int, int]:
        """How many words with this stem each sentence has, in the order of the sentences that have any."""
        known = self.counted.get(stem)
        if known is None:
            known = self.counted[stem] = dict(Counter(map(self.sentence_of_word, self.find(stem))))
        return known

    def _keys(self, stem: str) -> list[str]:
        """The beginnings that words with this stem may have; short ones change at the end (use, using; sky, skies)."""
        if language(self.language).stemming.in_front:
            return list(self.by_prefix)
        if len(stem) > PREFIX:
            return [stem[:PREFIX]] if stem[:PREFIX] in self.by_prefix else []
        return [key for key in self._by_letter.get(stem[:1], ()) if key.startswith(stem[:2])]

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        """The first letter of words -> the keys of `by_prefix` that begin with it."""
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for key in self.by_prefix:
            keys[key[:1]].append(key)
        return dict(keys)

    def word_count(self, sentence: int) -> int:
        """How many words the sentence of this number has."""
        return self.starts[sentence + 1] - self.starts[sentence]

    def forms_of(self, sentence: int) -> list[str]:
        """The words of a sentence in their normal forms."""
        return self.forms[self.starts[sentence] : self.starts[sentence + 1]]

    def words_of(self, sentence: int) -> list[Word]:
        """The words of a sentence with their places, which claims ask for of few sentences."""
        known = self.sentence_words.get(sentence)
        if known is None:
            known = self.sentence_words[sentence] = list(words(self.source.text, *self.sentences[sentence]))
        return known

    def span(self, place: int) -> tuple[int, int]:
        """Return where the word of this number is in the text."""
        sentence = self.sentence_of_word(place)
        word = self.words_of(sentence)[place - self.starts[sentence]]
        return word.start, word.end

    def sentence_of_word(self, place: int) -> int:
        """The sentence that holds the word of this number."""
        return bisect_right(self.starts, place) - 1

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds, or last began before, this character of the text."""
        return max(0, bisect_right(self.sentences, (offset, len(self.source.text))) - 1)
