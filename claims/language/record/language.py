"""All that is known of one language, as one record."""

from claims.language.record.judging import Antonyms, Degrees, Grammar, Names, Negation, Speech, Verbs
from claims.language.record.nouns import Nouns
from claims.language.record.prospects import Prospects
from claims.language.record.quantities import Bounds, Clock, Quantities, Relations, Units
from claims.language.record.values import Section
from claims.language.record.writing import (
    About,
    Calendar,
    Chats,
    Counting,
    Dates,
    Detection,
    MonthNames,
    Notices,
    Numbers,
    Pointers,
    References,
    Sentences,
    Stemming,
    Tokens,
)


class Language(Section, frozen=True):
    """All that is known of a language; one without a file is a record of defaults.

    Attributes:
        code: ISO 639-1, or 639-3 where there is none; the name of the file.
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
    chats: Chats = Chats()
    pointers: Pointers = Pointers()
    notices: Notices = Notices()
    negation: Negation = Negation()
    speech: Speech = Speech()
    antonyms: Antonyms = Antonyms()
    degrees: Degrees = Degrees()
    prospects: Prospects = Prospects()
    verbs: Verbs = Verbs()
    grammar: Grammar = Grammar()
    names: Names = Names()
    nouns: Nouns = Nouns()
    bounds: Bounds = Bounds()
    clock: Clock = Clock()
    quantities: Quantities = Quantities()
    relations: Relations = Relations()
    units: Units = Units()
