"""A claim or a sentence as the rules on antonyms and negations read it: its words, and what it denies."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from claims.language.loader import language
from claims.language.stemming import stemmer
from claims.language.tokens import Word
from claims.support.contradictions.words.converses import THAN
from claims.support.contradictions.words.negations import denials, scopes


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a claim or a sentence; places are where words begin.

    Attributes:
        forms: their normal forms, and `stems` their stems.
        scopes: places of the words that deny -> the word that each denies, or None.
        denied: places of the words that are denied.
        graded: those that are of a scale: "not all" leaves some, and "no later than" is a bound.
        alone: whether it denies something that the other line does not deny in the same words.
        rough: places of the words that make a number a rough one: some 40 boats.
    """

    forms: frozenset[str]
    stems: frozenset[str]
    scopes: Mapping[int, Word | None]
    denied: frozenset[int]
    graded: frozenset[int]
    alone: bool
    rough: frozenset[int]


def line_of(words: list[Word], agreed: set[int]) -> Line:
    """Read the words of an English line, of which it shares those at the indices `agreed` with another."""
    places, about = denials(words), language("en").bounds.about
    objects = scopes(words, places)
    stem = stemmer("en")
    return Line(
        forms=frozenset(word.form for word in words),
        stems=frozenset(stem(word.form) for word in words),
        scopes={words[place].start: words[objects[place]] if place in objects else None for place in places},
        denied=frozenset(words[place].start for place in objects.values()),
        graded=frozenset(words[place].start for place in objects.values() if _graded(words, place)),
        alone=not places <= agreed,
        rough=frozenset(
            word.start for word, behind in pairwise(words) if word.form in about and behind.form[:1].isdigit()
        ),
    )


def _graded(words: list[Word], place: int) -> bool:
    """Whether a word is of a scale, or a comparative before "than"."""
    form, english = words[place].form, language("en")
    bound = form.endswith(english.degrees.endings) and [word.form for word in words[place + 1 : place + 2]] == [THAN]
    return bound or any(form in scale for scale in english.antonyms.scales)
