"""Antonyms and negations of English that count anywhere in a sentence on the same matter."""

from functools import cache

from claims.language.loader import language


@cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, language("en").antonyms.pairs))


@cache
def cues() -> frozenset[str]:
    """Words that turn what a sentence says: negations, quantities, comparisons, order in time."""
    english = language("en")
    return english.negation.cues | english.degrees.qualifiers


def denies(form: str) -> bool:
    """Whether a word, in its normal form, denies what it stands with: never, didn't."""
    negation = language("en").negation
    return form in negation.words or form.endswith(negation.suffixes)


def opposite(word: str, other: str) -> bool:
    """Whether two words, in their normal forms, mean opposite things: by the list, or by a prefix of negation."""
    if frozenset((word, other)) in _opposites():
        return True
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in language("en").antonyms.prefixes)
