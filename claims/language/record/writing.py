"""Sections on how a language is written: sentences, dates, numbers, word forms, references, chats and notices."""

from msgspec import field

from claims.language.record.tables import Values
from claims.language.record.values import Months, Pairs, Section, Words


class About(Section, frozen=True):
    """What the file is of and where its words are from.

    Attributes:
        name: the English name of the language.
        sources: for each section, its source, with version and licence where it was taken from elsewhere.
    """

    name: str
    sources: dict[str, str]


class Tokens(Section, frozen=True):
    """Words of a language that are no words to search for.

    Attributes:
        function_words: words of grammar, as they are written.
        as_digits: number -> its word, which is compared as that number.
    """

    function_words: Words = Words()
    as_digits: dict[str, Words] = field(default_factory=dict)


class Detection(Section, frozen=True):
    """What shows that a text is in the language.

    Attributes:
        words: ten frequent function words; by these and the other function words it is told from other languages.
        script: the script that it alone writes, among the larger Wikipedias, as Unicode names begin.
    """

    words: Words = Words()
    script: str | None = None


class Sentences(Section, frozen=True):
    """What ends a sentence and what does not; all in lower case.

    Attributes:
        before_names: abbreviations that never end a sentence (`Dr. Smith`), without the stop.
        before_numbers: abbreviations that end no sentence when a number follows (`No. 1`); many are words as well.
        may_end: abbreviations that end a sentence only when an opener follows (`Acme Inc. The`).
        openers: words that open sentences.
        joining: conjunctions that join clauses, before which one clause may end.
        introducing: prepositions that begin a phrase before the subject of a sentence (`As recorded in 1871,`).
        predicates: finite verbs that a predicate may begin with; `*` stands for any beginning (`*ed`).
        after_ordinals: words behind an ordinal number that is written with a stop (`3. Mai`).
        ordinal_stop: whether the language writes ordinal numbers with a stop.
    """

    before_names: Words = Words()
    before_numbers: Words = Words()
    may_end: Words = Words()
    openers: Words = Words()
    joining: Words = Words()
    introducing: Words = Words()
    predicates: Words = Words()
    after_ordinals: Words = Words()
    ordinal_stop: bool = False


class MonthNames(Section, frozen=True):
    """The names of the months as the Unicode CLDR has them; `tools/months_from_cldr.py` writes this section anew.

    Attributes:
        wide, abbreviated: as dates have them (genitive in Slavic languages).
        standalone, standalone_abbreviated: as a month without a day has them, where that differs.
    """

    wide: Months = Months()
    abbreviated: Months = Months()
    standalone: Months = Months()
    standalone_abbreviated: Months = Months()


class Dates(Section, frozen=True):
    """What dates are written with, beside the names of months.

    Attributes:
        alone: names of months that are taken for dates in running text; accents as they are compared, that is without.
        beside_digits: names that are months in running text only beside a day or a year, being other words too.
        other_months: further names that references print, word and number.
        numbered_month: words before the number of a month, in a language that counts its months.
        fillers: words between the parts of a date.
        year_endings: what is written behind a year in the same word: 2011ko.
        decades: how a decade is written, `{}` for its first year, whole or its last two digits, `*` for any ending.
        decade_words: what stands there for the first year of a decade of the last century in words: soixante.
        centuries: how a century is written, `{}` for its number, `{}00` for its hundreds, `*` for any ending.
        parts_of_year: words before a year that name a part of it -> its first and last month, at their widest.
        weekdays: Monday to Sunday.
    """

    alone: tuple[Months, ...] = ()
    beside_digits: tuple[Months, ...] = ()
    other_months: dict[str, int] = field(default_factory=dict)
    numbered_month: Words = Words()
    fillers: Words = Words()
    year_endings: Words = Words()
    decades: tuple[str, ...] = ()
    decade_words: Values = field(default_factory=Values)
    centuries: tuple[str, ...] = ()
    parts_of_year: dict[str, tuple[int, int]] = field(default_factory=dict)
    weekdays: Words = Words()


class Numbers(Section, frozen=True):
    """How a language writes numbers in words.

    Attributes:
        words: value -> its words, in the forms that they take; `*10`, `*100` and `+10` say what a word does with the
            digit before it.
        joining: words between two atoms of one number.
        glued: whether the atoms are written in one word.
        units_first: whether the digit comes before the ten: dreiundzwanzig.
        prefixes: one-letter words (and, in, to) written with the number behind them; the first is "and".
        endings: what is written behind a number in the same word: the counter.
        twenties: whether eighty is four twenties, and tens go on to nineteen: quatre-vingt-dix-neuf.
        ten_behind: whether the digit comes before the ten of eleven to nineteen, in a word of its own.
        doubtful: words that mostly mean something else where they are the whole number: neuf, new.
        or_year: words that behind a number are the years that it counts: năm, five or year.
        like: another language whose number words it shares.
    """

    words: dict[str, Words] = field(default_factory=dict)
    joining: Words = Words()
    glued: bool = False
    units_first: bool = False
    twenties: bool = False
    ten_behind: bool = False
    prefixes: str = ""
    endings: Words = Words()
    doubtful: Words = Words()
    or_year: Words = Words()
    like: str | None = None


class Counting(Section, frozen=True):
    """Numbers in words of a script that leaves no space around them.

    Attributes:
        words: value -> its words.
        sino: the same of a second row of numbers, in Korean those from Chinese.
        counters: what follows a number that counts.
    """

    words: dict[str, Words] = field(default_factory=dict)
    sino: dict[str, Words] = field(default_factory=dict)
    counters: Words = Words()


class Calendar(Section, frozen=True):
    """A calendar of its own.

    Attributes:
        eras: era -> what is added to its years.
        months: the names of its months.
    """

    eras: dict[str, int] = field(default_factory=dict)
    months: Months = Months()


class Stemming(Section, frozen=True):
    """How words change.

    Attributes:
        snowball: the algorithm of Snowball (snowballstem.org/algorithms); the rest is for languages without one.
        endings: what a light stemmer takes away.
        stacked: how many endings may follow one another.
        shortest: characters that are left at least.
        prefixes: one-letter words that are written with the word behind them.
        like: another language whose endings it shares.
        in_front: whether the stemmer takes something away from the beginning.
        irregular: forms that share no ending with their word, each with the word (bought:buy, children:child); those
            that are a common word of their own (found, left, rose) are left out.
        spellings: expressions for what some write otherwise, each with how it is compared: colour as color.
    """

    snowball: str | None = None
    endings: Words = Words()
    stacked: int = 1
    shortest: int = 3
    prefixes: str = ""
    like: str | None = None
    in_front: bool = False
    irregular: Pairs = Pairs()
    spellings: dict[str, str] = field(default_factory=dict)


class References(Section, frozen=True):
    """What lists of references and their entries are written with.

    Attributes:
        headings: headings of lists of references, without marks and numbers around them.
        back_matter: headings of what else follows an article: further reading, links elsewhere.
        accessed: phrases before the date on which a page was read.
        accessed_behind: phrases behind such a date.
        archived: phrases before the date or the address of an archived copy.
        archived_behind: phrases behind such a date.
        sources: words for a source, as labels have them: "Source: …".
    """

    headings: tuple[str, ...] = ()
    back_matter: tuple[str, ...] = ()
    accessed: tuple[str, ...] = ()
    accessed_behind: tuple[str, ...] = ()
    archived: tuple[str, ...] = ()
    archived_behind: tuple[str, ...] = ()
    sources: Words = Words()


class Chats(Section, frozen=True):
    """How the interfaces of chats, and copies of them, label who speaks; all in lower case.

    Attributes:
        asking: labels of the person: `you said`, `user`.
        answering: labels of the program without its name: `assistant`.
        saying: what follows the name of the program in its label: `said`.
    """

    asking: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()
    saying: tuple[str, ...] = ()


class Pointers(Section, frozen=True):
    """Words that point to a source or lead elsewhere and state nothing.

    A phrase may hold `*` for any word; `*` at the end of a word stands for any ending.

    Attributes:
        see: what comes before a marker that is only pointed to.
        example: what introduces an example.
        before_source: prepositions before a marker that is a word of its sentence: `as shown in [1]`.
        behind_source: prepositions that go on behind such a marker: `see [1] for details`.
        here: the place that a link leads to, as its last word.
        behind_here: what may follow the place: `hier klicken`.
        more: what the page that a link leads to has more of.
        more_about: what follows those words: `more on this`.
        contact: what comes before the ways to reach somebody.
        closing: what ends a letter, before the name of who wrote it.
        picture: what comes before the maker of a picture.
        made_by: prepositions between the two: `Photo by`.
    """

    see: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    before_source: tuple[str, ...] = ()
    behind_source: Words = Words()
    here: tuple[str, ...] = ()
    behind_here: Words = Words()
    more: tuple[str, ...] = ()
    more_about: Words = Words()
    contact: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    picture: Words = Words()
    made_by: Words = Words()


class Notices(Section, frozen=True):
    """What pages say that are not the page: regular expressions, matched without regard to case.

    Attributes:
        corrected: what the page itself says of its earlier words.
    """

    corrected: tuple[str, ...] = ()
    not_found: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    challenge: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()
    server_error: tuple[str, ...] = ()
    paywall: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    login: tuple[str, ...] = ()
