"""A number of a claim that goes the other way in its sources: 9 per cent more, 9 per cent fewer."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.language.loader import language
from claims.language.quantities.number import Number, NumberKind
from claims.language.tokens import Word
from claims.support.antonyms import exclude, opposite
from claims.support.contradictions.numbers.attached import lines_with
from claims.support.contradictions.turn import Turn
from claims.support.retrieval.match import Match


def directed(claim: list[Word], seen: Match) -> Iterator[Turn]:
    """Find the first number of a claim whose own word of direction is the opposite of the sources'.

    The word is directly behind the number, or before it but for a preposition: "9 per cent more", "rose by 9 per cent".
    Each place of the number must have it: where one has another word, the others may speak of something else.
    """
    for bit, detail in enumerate(seen.details):
        if not isinstance(detail.what, Number) or detail.what.kind is NumberKind.SCORE:
            # Who lost 2-1 is the one whose defeat it was.
            continue
        ours = _words_around(claim, detail.start, detail.end)
        theirs = [_words_around(line.words, *span) for _, line, here in lines_with(bit, seen) for span in here]
        for our in ours:
            others = [next((other.form for other in forms if _opposed(our, other)), "") for forms in theirs]
            if others and all(others):
                yield Turn(our.form, others[0])
                return


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A word directly before or behind a number."""

    form: str
    before: bool


def _opposed(ours: _Neighbour, theirs: _Neighbour) -> bool:
    """Whether two words beside a number are of opposite direction; prepositions only on the same side of it.

    "4 seconds for the old one" is no opposite of "against 4 seconds".
    """
    if ours.before != theirs.before and not {ours.form, theirs.form}.isdisjoint(language("en").verbs.prepositions):
        return False
    return opposite(ours.form, theirs.form) or exclude(ours.form, theirs.form)


def _words_around(line: list[Word], start: int, end: int) -> tuple[_Neighbour, ...]:
    """Return the words directly around the number at `text[start:end]`."""
    own = [place for place, word in enumerate(line) if start <= word.start < end]
    if not own:
        return ()
    before, behind = own[0] - 1, own[-1] + 1
    if before >= 0 and line[before].form in language("en").verbs.parties:
        before -= 1
    places = (place for place in (before, behind) if 0 <= place < len(line))
    return tuple(_Neighbour(line[place].form, place == before) for place in places)
