"""The section on nouns that are written like names."""

from claims.language.record.values import Section, Words


class Nouns(Section, frozen=True):
    """Nouns of a language that writes them with a capital, as it does names: `claims.support.facts.names.nouns`.

    Attributes:
        capitalised: whether it writes them so.
        determiners: words before a noun, with adjectives at most between them: the, at the, some.
        endings: endings of nouns, but for those of inflection.
        heads: nouns that compounds end in; those that names of places or families end in are left out.
        alone: further nouns.
        articled: names that an article precedes: the Elbe.
        inflections: endings of inflection.
    """

    capitalised: bool = False
    determiners: Words = Words()
    endings: Words = Words()
    heads: Words = Words()
    alone: Words = Words()
    articled: Words = Words()
    inflections: Words = Words()
