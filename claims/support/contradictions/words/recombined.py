"""Clauses of a claim that have put together what two clauses of its sentence say of different things."""

from collections.abc import Callable, Iterator
from itertools import pairwise, product

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.contradictions.turn import Turn
from claims.support.contradictions.words.crossed import in_a_row

_OWN = 0.5
"""Share of the words of each of the four clauses that the other two must have. On the fitting and choosing parts of
`benchmarks.judging`, 400 rows of a set, half keeps 23 wrong claims, all of a set made by exchanges of words, and one
right one from `supported`, two fifths 23 and 7; of the natural claims with which it was made half keeps 5 wrong ones.
"""

_Clause = dict[str, int]
"""The places of the content words of a clause, in their order, by their stems."""


def recombined(
    text: str, claim: list[Word], source: str, sentence: list[Word], stem: Callable[[str], str]
) -> Iterator[Turn]:
    """Find two clauses of a claim each of which has words of its own from both of two clauses of its sentence.

    "The mother cut patterns; the grandfather was a tailor" has the words of "the grandfather cut patterns, while the
    mother was a tailor", but each of these two joins what there is said of two people.

    Args:
        text: the claim.
        claim: its words.
        source: the text of the page.
        sentence: the words of the sentence.
        stem: returns the stem of a word.
    """
    ours, theirs = pairwise(_clauses(text, claim, stem)), pairwise(_clauses(source, sentence, stem))
    for (one, other), (first, second) in product(ours, theirs):
        shared = (one.keys() & other.keys()) | (first.keys() & second.keys())
        kept, moved, back, stayed = (
            [place for key, place in clause.items() if key in there and key not in shared]
            for clause, there in ((one, first), (one, second), (other, first), (other, second))
        )
        repeated = all(
            len(clause.keys() & there) >= _OWN * len(clause)
            for clauses, there in (((one, other), {*first, *second}), ((first, second), {*one, *other}))
            for clause in clauses
        )
        # Equals of a list may have any order.
        if repeated and kept and moved and back and stayed and not in_a_row(claim, moved[-1], back[0]):
            here, away = claim[moved[-1]].form, claim[back[-1]].form
            yield Turn(f"{here} … {away}", f"{away} … {here}")
            return


def _clauses(text: str, line: list[Word], stem: Callable[[str], str]) -> list[_Clause]:
    """Split the words of `text` at semicolons and joining words; what has one content word alone is no clause."""
    joints, clauses, end = language("en").grammar.joints, list[_Clause]([{}]), 0
    for place, word in enumerate(line):
        if word.form in joints or (end and ";" in text[end : word.start]):
            clauses.append({})
        if word.form not in STOPWORDS:
            clauses[-1].setdefault(stem(word.form), place)
        end = word.end
    return [clause for clause in clauses if len(clause) > 1]
