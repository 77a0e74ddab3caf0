"""Sections on what words mean to the judge, `claims.support`.

Words are in normal form (`claims.language.tokens.normal`) where the judge compares them as they are.
"""

from functools import cached_property

from msgspec import field

from claims.language.record.tables import Aliases, Entries, Rows, Sides, WordSet
from claims.language.record.values import Pairs, Section, Words


class Negation(Section, frozen=True, dict=True):
    """How a language denies.

    Attributes:
        words: words that deny: not, never, without.
        implied: further words that deny, or that imply that something did not happen: isn't, refused, lacks.
        instead: words by which a text may say the same without a denial: false, stopped, seldom.
        averting: verbs by which what follows did not happen: refused to sign, rejected a plan to sign.
        disowning: verbs by which somebody says that what follows is not so: denied that.
        reports: nouns for what somebody says, which may stand before that "that".
        intentions: nouns for what is wanted and may be rejected: plan, motion, bid.
        softeners: words right behind a denial that take its force: not only.
        focus: words right behind a denial that make it add to what they name: not only.
        joint: words by which one denial is of several things: neither, nor.
        infinitives: words that deny what follows in the infinitive: has yet to open, remains to be built.
        limits: words behind a denial that limit it in time: not until.
        choices: words before a denial that leave open which of two ways it is: might or might not, if not.
        contrasts: further words that set one thing against another, so that another name in a text is no rival.
        prefixes, infixes, suffixes: how a word denies in itself: unable, Turkish gelmedi, didn't.
        marks: characters that deny, in scripts without spaces.
    """

    words: WordSet = WordSet()
    implied: WordSet = WordSet()
    instead: WordSet = WordSet()
    averting: WordSet = WordSet()
    disowning: WordSet = WordSet()
    reports: WordSet = WordSet()
    intentions: WordSet = WordSet()
    softeners: WordSet = WordSet()
    focus: WordSet = WordSet()
    joint: WordSet = WordSet()
    infinitives: WordSet = WordSet()
    limits: WordSet = WordSet()
    choices: WordSet = WordSet()
    contrasts: WordSet = WordSet()
    prefixes: Words = Words()
    infixes: Words = Words()
    suffixes: Words = Words()
    marks: Words = Words()

    @cached_property
    def cues(self) -> frozenset[str]:
        """Words that deny, in themselves or by what they imply."""
        return self.words | self.implied

    @cached_property
    def equivalents(self) -> frozenset[str]:
        """Words by one of which a text may say what a denial says."""
        return self.cues | self.instead


class Antonyms(Section, frozen=True):
    """Words of which one excludes the other.

    One lexicon in five tables, for where a word may stand to count as an antonym differs. `pairs` and `prefixes` count
    anywhere in a sentence on the same matter. `poles` and `cohyponyms` are wider ("demolished" is against "constructed"
    as much as against "built") and count, like `scales`, only in the very place of the claim's word.

    Attributes:
        pairs: everyday opposites, in these very forms; `*` ends the beginning of words.
        prefixes: what makes a word its own opposite: unknown, illegal.
        poles: the two poles of a matter, compared by stems: every word of one is against every word of the other.
        cohyponyms: kinds of one thing: what is one of these is none of the others.
        before_numbers: pairs that are opposites only before a number: rose to, rose by.
        scales: words of one closed class, of which one excludes the others: always, often, never.
        moments: those of order in time that exclude others only alone in their place: open until, not open before.
        converses: pairs of verbs for one deed as either side does it: buy, sell.
        relations: pairs for one place or order as either thing has it: ahead, behind.
        entailing: word of a scale -> those that it entails: what all do, many do.
    """

    pairs: Pairs = Pairs()
    prefixes: Words = Words()
    poles: Sides = Sides()
    cohyponyms: Rows = Rows()
    before_numbers: Pairs = Pairs()
    scales: Rows = Rows()
    moments: WordSet = WordSet()
    converses: Rows = Rows()
    relations: Rows = Rows()
    entailing: Entries = field(default_factory=Entries)


class Degrees(Section, frozen=True, dict=True):
    """Comparatives, superlatives and quantifiers.

    Attributes:
        endings: endings of comparatives and superlatives.
        superlatives: superlative of a claim -> words by one of which a source says it.
        quantifiers: the same of words for how many and how often.
        universals: words by which a claim says something of the whole, `totals` those by which sources may say it, and
            `idioms` pairs of words in which they say nothing of it.
        ages: beginnings of the words of an age, whose "old" is not the opposite of new.
        synonyms: function words and words of degree, each with another that says the same.
        qualifiers: words that change what a sentence says: quantities, comparisons, order, place, modality.
    """

    endings: Words = Words()
    superlatives: Entries = field(default_factory=Entries)
    quantifiers: Entries = field(default_factory=Entries)
    universals: WordSet = WordSet()
    totals: WordSet = WordSet()
    idioms: tuple[str, ...] = ()
    ages: Words = Words()
    synonyms: Pairs = Pairs()
    qualifiers: WordSet = WordSet()

    @cached_property
    def same(self) -> dict[str, str]:
        """Word -> the word that says the same."""
        return dict(self.synonyms)


class Verbs(Section, frozen=True):
    """Verbs, auxiliaries, and what may stand between a subject and its verb.

    Attributes:
        past: irregular past forms and participles.
        copulas: verbs that say what something is.
        behind_complement: words before which what it is ends.
        passive: auxiliaries of the passive: was, been, got.
        inverted: stems of verbs that may precede their subject: "…", said Smith.
        winning: words of victory and defeat before a score.
        between_name: words that may stand between a name and its verb.
        prepositions: prepositions that show the role of a name.
        parties: those that name the other side of a deed: sold to, bought from, bought by.
    """

    past: WordSet = WordSet()
    copulas: WordSet = WordSet()
    behind_complement: WordSet = WordSet()
    passive: WordSet = WordSet()
    inverted: WordSet = WordSet()
    winning: WordSet = WordSet()
    between_name: WordSet = WordSet()
    prepositions: WordSet = WordSet()
    parties: WordSet = WordSet()


class Speech(Section, frozen=True):
    """How a language says who is quoted.

    Attributes:
        verbs: forms of verbs by which somebody is quoted, as they are beside a quotation: said, warns.
        pronouns: words that stand for the speaker.
        groups: articles and prepositions before the name of a group, for which one of its people may speak, and within
            the description of a speaker: said a member of the board, Ida Lunde.
    """

    verbs: WordSet = WordSet()
    pronouns: WordSet = WordSet()
    groups: WordSet = WordSet()


class Grammar(Section, frozen=True):
    """Pronouns, determiners and conjunctions.

    Attributes:
        anaphora: pronouns by which a sentence goes on with what the one before it names.
        personal: pronouns that may stand for a person's name.
        unreal: words of wish, duty, doubt and plan: what they speak of need not be so.
        openers: words before which a clause begins.
        fences: words that part the sides of a sentence.
        joints: words that join two main clauses.
        ranges: words between the ends of a range.
        alternatives: words between things of which one is enough.
        articles: words before a noun that add nothing.
        ages: what stands before an age in years: aged, at the age of.
        distances: what makes a distance of a span of time before it, `_` for a space: two years later.
    """

    anaphora: WordSet = WordSet()
    personal: WordSet = WordSet()
    unreal: WordSet = WordSet()
    openers: Words = Words()
    fences: Words = Words()
    joints: Words = Words()
    ranges: Words = Words()
    alternatives: Words = Words()
    articles: Words = Words()
    distances: Words = Words()
    ages: tuple[str, ...] = ()


class Names(Section, frozen=True, dict=True):
    """Words in and around names.

    Attributes:
        particles: words without a capital within a name: of, de, van der.
        conjunctions: particles that join sentences, too.
        capitalised: words that are written with a capital and are no name.
        titles: titles and roles before a name.
        abbreviations: short forms that a stop ends within a name: St. Louis.
        types: words behind a name for the form of a firm or a club, without which it is the same.
        nicknames: short forms of first names that are no beginning of them.
        demonym_endings: endings of words for a people or a language.
        demonyms: such words without these endings.
        short_demonyms: those that are looked for at the end of longer words.
        derivations: what follows a place's name to make its people and its adjective: Australian, Israeli.
        dropped: what may go for it from the end of the place's name: Canada, Mexico.
        distinct: pairs that these rules would join, and that are two names.
        renamed: names that changed, or that romanisations begin otherwise; a row holds one name.
        nations: countries with their peoples and adjectives, a row each; `_` is a space.
        aliases: name -> everyday forms that are neither its initials nor its last word.
    """

    particles: WordSet = WordSet()
    conjunctions: WordSet = WordSet()
    capitalised: WordSet = WordSet()
    titles: WordSet = WordSet()
    abbreviations: WordSet = WordSet()
    types: WordSet = WordSet()
    nicknames: Pairs = Pairs()
    demonym_endings: Words = Words()
    demonyms: WordSet = WordSet()
    short_demonyms: Words = Words()
    derivations: WordSet = WordSet()
    dropped: WordSet = WordSet()
    distinct: Pairs = Pairs()
    renamed: Rows = Rows()
    nations: Rows = Rows()
    aliases: Aliases = field(default_factory=Aliases)

    @cached_property
    def other_forms(self) -> dict[str, tuple[str, ...]]:
        """Name -> everyday forms: its aliases, and for a nation's name all other forms of it."""
        rows = [[form.replace("_", " ") for form in row] for row in self.nations]
        nations = {form: tuple(other for other in row if other != form) for row in rows for form in row}
        return nations | {name: (*forms, *nations.get(name, ())) for name, forms in self.aliases.items()}
