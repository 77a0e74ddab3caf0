"""Where a line of words denies something, and what the denial is of."""

from collections.abc import Sequence

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies

_SCOPE = 3
"""Words behind a denial within which what it denies begins: not at all like it, was not the first."""

_LIMIT = 5
"""Words behind a denial among which is what limits it in time: did not close until 1990."""

_CHOICE = 2
"""Words before a denial among which is what makes it one of two ways: might or might not, if not."""


def denials(line: Sequence[Word], code: str = "en") -> frozenset[int]:
    """Find the places of the words of a line that deny, in the language of this code (ISO 639-1).

    "Not only" adds to what it names, "might or might not" leaves it open, and what was "not closed until 1990" was
    closed: none of them denies, nor does "No. 2". What has "yet to" open is not open.
    """
    negation = language(code).negation
    return frozenset(
        place
        for place, word in enumerate(line)
        if denies(word.form, code) or _yet(line, place, negation.infinitives)
        if not (place + 1 < len(line) and line[place + 1].form in negation.focus)
        if not (word.form == "no" and line[place + 1 : place + 2] and line[place + 1].form[0].isdigit())
        if not any(behind.form in negation.limits for behind in line[place + 1 : place + 1 + _LIMIT])
        if not any(before.form in negation.choices for before in line[max(0, place - _CHOICE) : place])
    )


def _yet(line: Sequence[Word], place: int, infinitives: frozenset[str]) -> bool:
    """Whether a word denies by the infinitive behind it."""
    return line[place].form in infinitives and line[place + 1 : place + 2] != [] and line[place + 1].form == "to"


def scopes(line: Sequence[Word], places: frozenset[int]) -> dict[int, int]:
    """Map the denials at `places` of an English line to the places of the words that they are about.

    Each is about the first word behind it that says something, if there is one near it.
    """
    found = {}
    for place in places:
        behind = range(place + 1, min(len(line), place + 1 + _SCOPE))
        about = next((at for at in behind if _says(line[at].form)), None)
        if about is not None:
            found[place] = about
    return found


def _says(form: str) -> bool:
    return form not in STOPWORDS or form in language("en").degrees.qualifiers
