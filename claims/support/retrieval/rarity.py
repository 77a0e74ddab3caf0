"""The rarity of words in English prose, by which a claim's words are weighed."""

import math
from functools import cache
from importlib.resources import files

FILE = "rarity.txt"
"""One line for each rarity, rarest last: the rarity, then the stems of that rarity. `training.fit` makes it."""

UNKNOWN = 8.0
"""Rarity of a word that the list lacks: seen in fewer than ten of 18,669 stretches of text."""

NUMERAL = 7.0
"""Rarity of a numeral, whichever it is."""


@cache
def _list() -> dict[str, float]:
    lines = files("claims.support.retrieval").joinpath(FILE).read_text("utf-8").splitlines()
    return {stem: float(level) for level, *stems in map(str.split, lines) for stem in stems}


def weights(stems: list[str], seen: list[int], sentences: int) -> list[float]:
    """Weigh each stem of a claim by the square of its rarity, which set supported claims apart from others best.

    Args:
        stems: the stems of the claim.
        sentences: the number of sentences of its pages.
        seen: how many of the pages' `sentences` have each stem: where most stems are in no English list, the text
            is in another language, and its own rarity in the pages is all there is to go by. Smoothed by one, so
            that on a page of a sentence or two a word that is absent weighs no more than three times one that is there.
    """
    known = _list()
    words = [stem for stem in stems if not stem[:1].isdigit()]
    if sum(stem in known for stem in words) * 2 >= len(words):
        rare = [NUMERAL if stem[:1].isdigit() else known.get(stem, UNKNOWN) for stem in stems]
    else:
        rare = [math.log(1 + (sentences + 1) / (count + 1)) for count in seen]
    return [each * each for each in rare]
