"""Sections on what words mean to the judge: negations, bounds, degrees and events."""

from msgspec import field

from claims.language.record.values import Section, Words


class Negation(Section, frozen=True):
    """How a language denies.

    Attributes:
        words: words that deny; in scripts without spaces, characters.
        prefixes, infixes, suffixes: how a verb denies in itself.
    """

    words: Words = Words()
    prefixes: Words = Words()
    infixes: Words = Words()
    suffixes: Words = Words()


class Bounds(Section, frozen=True):
    """Phrases before a number that make it a bound: over, at most, about."""

    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Degrees(Section, frozen=True):
    """Comparatives, superlatives and quantities.

    Attributes:
        compared: comparatives and superlatives.
        weaker: word -> words that do not bear it out in its place.
        strong: word too strong for a sentence that has neither it nor one of these.
    """

    compared: Words = Words()
    weaker: dict[str, Words] = field(default_factory=dict)
    strong: dict[str, Words] = field(default_factory=dict)


class Event(Section, frozen=True):
    """One kind of event: the words by which claims name it, and further ones by which pages do (`_` for a space)."""

    claims: Words
    pages: Words = Words()
