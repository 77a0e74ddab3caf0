"""All that is known of one language, as one record."""

from msgspec import field

from claims.language.record.judging import Bounds, Degrees, Event, Negation
from claims.language.record.values import Pairs, Section, Words
from claims.language.record.writing import (
    About,
    Dates,
    MonthNames,
    Notices,
    Numbers,
    References,
    Sentences,
    Stemming,
)


class Language(Section, frozen=True):
    """All that is known of a language; one without a file is a record of defaults.

    Attributes:
        code: ISO 639-1, or 639-3 where there is none; the name of the file.
        function_words: words of grammar, in normal form.
        marks_of_language: frequent function words by which a text shows its language among those of its script.
        antonyms: pairs of opposites; `*` ends the beginning of words.
        hedges: words that soften what a sentence states.
        lists: other lists of the judge by their name.
    """

    code: str
    about: About = About(name="", sources={})
    function_words: Words = Words()
    numerals: dict[str, str] = field(default_factory=dict)
    marks_of_language: Words = Words()
    sentences: Sentences = Sentences()
    months: MonthNames = MonthNames()
    dates: Dates = Dates()
    numbers: Numbers = Numbers()
    stemming: Stemming = Stemming()
    references: References = References()
    notices: Notices = Notices()
    negation: Negation = Negation()
    antonyms: Pairs = Pairs()
    hedges: Words = Words()
    bounds: Bounds = Bounds()
    degrees: Degrees = Degrees()
    events: tuple[Event, ...] = ()
    lists: dict[str, Words] = field(default_factory=dict)
