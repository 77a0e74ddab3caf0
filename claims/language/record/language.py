"""All that is known of one language, as one record."""

from msgspec import field

from claims.language.record.judging import Bounds, Degrees, Event, Negation
from claims.language.record.values import Pairs, Section, Words
from claims.language.record.writing import (
    About,
    Calendar,
    Counting,
    Dates,
    Detection,
    MonthNames,
    Notices,
    Numbers,
    References,
    Sentences,
    Stemming,
    Tokens,
)


class Language(Section, frozen=True):
    """All that is known of a language; one without a file is a record of defaults.

    Attributes:
        code: ISO 639-1, or 639-3 where there is none; the name of the file.
        antonyms: pairs of opposites; `*` ends the beginning of words.
        hedges: words that soften what a sentence states.
        lists: other lists of the judge by their name.
    """

    code: str
    about: About = About(name="", sources={})
    tokens: Tokens = Tokens()
    detection: Detection = Detection()
    sentences: Sentences = Sentences()
    months: MonthNames = MonthNames()
    dates: Dates = Dates()
    calendar: Calendar = Calendar()
    numbers: Numbers = Numbers()
    counting: Counting = Counting()
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
