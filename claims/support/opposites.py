"""Words of which one excludes the other in the same place: the two poles of a matter, or two of one kind.

Wider than the pairs of `lexicon`: "demolished" is against "constructed" as much as against "built". So these tell
something only where claim and sentence agree on both sides.
"""

from functools import cache

from claims.language.loader import language
from claims.language.stemming import stemmer


@cache
def _sides() -> dict[str, set[tuple[int, int]]]:
    """Stem -> the (pair of poles, side) that it is on."""
    stem = stemmer("en")
    found: dict[str, set[tuple[int, int]]] = {}
    for number, sides in enumerate(language("en").antonyms.poles):
        for side, words in enumerate(sides):
            for word in words:
                found.setdefault(stem(word), set()).add((number, side))
    return found


@cache
def _kinds() -> dict[str, set[int]]:
    """Word -> the numbers of the sets of cohyponyms that hold it."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(language("en").antonyms.cohyponyms):
        for word in words:
            found.setdefault(word, set()).add(number)
    return found


def exclude(word: str, other: str) -> bool:
    """Whether what is the one is not the other; both in their normal forms."""
    stem = stemmer("en")
    ours, theirs = stem(word), stem(other)
    if ours == theirs:
        return False
    sides, kinds = _sides(), _kinds()
    own = sides.get(ours, set())
    if any((number, 1 - side) in own for number, side in sides.get(theirs, ())):
        return True
    singles = [form.removesuffix("s") if form not in kinds else form for form in (word, other)]
    return singles[0] != singles[1] and not kinds.get(singles[0], set()).isdisjoint(kinds.get(singles[1], set()))
