"""A claim's denial that its pages do not share: none of them denies anything, or one affirms what the claim denies."""

from collections.abc import Callable

from claims.language.tokens import STOPWORDS, Word, listed
from claims.support.lexicon import NEGATIONS, opposite
from claims.support.match import Match
from claims.support.page import LONG
from claims.support.turns import DENIALS, Turn
from claims.support.windows import forms_of, told_by

# What a sentence may say in the place of "not".
_LIKE_DENIALS = NEGATIONS | listed(
    "stop stopped stops cease ceased ended instead except false falsely myth rarely seldom few little rejected reject "
    "declined cancelled canceled missed missing prevent prevents abandoned longer yet impossible wrong but only "
    "although however though despite nor less if whether unless doubt contrary against left free avoid avoids avoided"
)
_DENYING = ("un", "dis", "non")
"""Beginnings of words that may deny something themselves: unable, disagreed."""

_BEHIND, _BEFORE = 4, 3
"""Content words behind and before a denial that tell what it is about; the first behind it is what it denies."""

ALIKE = 0.5
"""Share of the claim's words, by weight, that a sentence has whose denial is of what the claim says."""

_SOFTENED = listed("only just longer yet until necessarily all every always more less later doubt matter")
"""What makes a denial before it none of the matter itself: "not only", "no longer"."""

_NEAR = 6
"""Words between what is denied and another of these, from which on a sentence speaks of something else."""


def unfounded(claim: list[Word], seen: Match) -> list[Turn]:
    """The first denial of a claim, if the sentences that bear on the claim have nothing of it."""
    place = next((place for place, word in enumerate(claim) if _denies(word.form)), None)
    if place is None:
        return []
    behind = [word.form for word in claim[place + 1 : place + 10] if word.form not in STOPWORDS][:_BEHIND]
    before = [word.form for word in claim[max(0, place - 8) : place] if word.form not in STOPWORDS][-_BEFORE:]
    told = list(told_by(seen))
    silent = seen.offsets[-1] >= LONG and not any(
        form in NEGATIONS or form.endswith("n't") or any(opposite(form, word) for word in behind)
        for sentence in told
        for form in sentence
    )
    if silent or (behind and _affirmed(behind, before, told, seen.pages[0].stem)):
        return [Turn(" ".join(word.form for word in claim[place : place + 2]), "")]
    return []


def refuted(claim: list[Word], seen: Match) -> list[Turn]:
    """What a claim affirms and the sentences that bear on it deny wherever they speak of it."""
    if any(word.form in _LIKE_DENIALS or _denies(word.form) or word.form.startswith("un") for word in claim):
        return []
    stem = seen.pages[0].stem
    around = {stem(word.form) for word in claim if word.form not in STOPWORDS}
    wanted = {form for form in around if not form.isdigit()}
    denied: dict[str, str] = {}
    affirmed: set[str] = set()
    near = seen.cover
    for number, sentence in zip(near, forms_of(seen, near), strict=True):
        stems = [stem(form) for form in sentence]
        like = seen.weigh(seen.has.get(number, 0)) >= ALIKE
        under = {at for place, form in enumerate(sentence) if _denies(form) for at in _under(place, sentence)}
        for place, form in enumerate(stems):
            if form not in wanted:
                continue
            if not around.intersection(stems[max(0, place - _NEAR) : place] + stems[place + 1 : place + _NEAR + 1]):
                continue
            if place in under and like:
                denial = next(each for each in reversed(sentence[:place]) if _denies(each))
                denied.setdefault(form, f"{denial} {sentence[place]}")
            else:
                affirmed.add(form)
    against = [told for form, told in denied.items() if form not in affirmed]
    return [Turn("", told) for told in against[:1]]


def _under(place: int, sentence: list[str]) -> list[int]:
    """The word that a denial at this place is about: the next that says something."""
    if sentence[place + 1 : place + 2] and sentence[place + 1] in _SOFTENED:
        return []
    reach = range(place + 1, min(len(sentence), place + 5))
    return [at for at in reach if sentence[at] not in STOPWORDS and sentence[at] != "even"][:1]


def _denies(form: str) -> bool:
    return form in DENIALS or form.endswith("n't")


def _affirmed(behind: list[str], before: list[str], told: list[list[str]], stem: Callable[[str], str]) -> bool:
    """Whether sentences that speak of what is denied, near another word of the claim, all do so without any denial."""
    denied, around = stem(behind[0]), {stem(form) for form in (*behind[1:], *before)}
    found = False
    for sentence in told:
        stems = [stem(form) for form in sentence]
        for place, form in enumerate(stems):
            if form == denied and around.intersection(stems[max(0, place - _NEAR) : place + _NEAR + 1]):
                if any(
                    word in _LIKE_DENIALS
                    or word.endswith("n't")
                    or word.startswith(_DENYING)
                    or any(opposite(word, other) for other in behind)
                    for word in sentence
                ):
                    return False
                found = True
    return found
