"""Comparatives, superlatives and quantifiers of a claim whose antonym its pages have beside the same noun.

Where claim and sentence agree word for word, `turns` finds it; here the claim may be worded differently throughout.
"""

from collections.abc import Callable

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import opposite
from claims.support.contradictions.turns import Turn
from claims.support.index.page import LONG
from claims.support.retrieval.match import Match
from claims.support.retrieval.windows import forms_of, told_by

_HEAD = 3
"""Words behind a degree among which its head is."""

_FRONT, _BACK = 3, 1
"""Words before and behind that word in which a sentence may have the opposite."""

_NEAR = 12
"""Words around it within which another word of the claim shows that the sentence speaks of the same."""


def degrees(claim: list[Word], seen: Match) -> list[Turn]:
    """Find the first degree of a claim that its pages have the other way round."""
    forms = [word.form for word in claim]
    places = [place for place in range(len(forms)) if _is_degree(forms, place)]
    if not places:
        return []
    stem = seen.pages[0].stem
    told = [[(form, stem(form)) for form in sentence] for sentence in told_by(seen)]
    for place in places:
        against = (_opposed(forms, place, head, told, stem) for head in _heads(forms, place))
        other = next((each for each in against if each), None) or _unheard(forms[place], told, seen)
        if other is not None:
            return [Turn(" ".join(forms[place : place + 2]), other)]
    return []


def _is_degree(forms: list[str], place: int) -> bool:
    english = language("en")
    degrees, weaker = english.degrees, english.antonyms.weaker
    form, before, behind = forms[place], forms[max(0, place - 1) : place], forms[place + 1 : place + 2]
    timed = form == "every" and behind and behind[0] in degrees.periods
    vague = form == "few" and before and before[0] in degrees.indefinite
    bound = form in ("least", "most") and before == ["at"]
    known = form in degrees.compared or form in weaker or form in degrees.entailed_by
    return known and not (timed or vague or bound)


def _against(word: str, other: str) -> bool:
    english = language("en")
    return other in english.antonyms.weaker.get(word, ()) or (
        word in english.degrees.compared and opposite(word, other)
    )


def _heads(forms: list[str], place: int) -> list[str]:
    """Find the heads of a degree: the next content words, or, with "is lower than", the one before."""
    behind = [form for form in forms[place + 1 : place + 1 + _HEAD] if form not in STOPWORDS]
    before = [form for form in reversed(forms[max(0, place - _HEAD) : place]) if form not in STOPWORDS]
    return before[:1] if forms[place + 1 : place + 2] == ["than"] else behind[:2]


def _opposed(
    forms: list[str], place: int, head: str, told: list[list[tuple[str, str]]], stem: Callable[[str], str]
) -> str | None:
    """What the sentences have by the same head in the place of a degree, where none has the degree itself by it."""
    own, about = stem(forms[place]), stem(head)
    around = {stem(form) for form in forms[max(0, place - 8) : place + 9] if form not in STOPWORDS} - {own, about}
    found = None
    for sentence in told:
        for at in (at for at, (_, stemmed) in enumerate(sentence) if stemmed == about):
            if any(stemmed == own for _, stemmed in sentence[max(0, at - 2 * _FRONT) : at + _FRONT + 2]):
                return None
            beside = sentence[max(0, at - _FRONT) : at + _BACK + 1]
            against = next((form for form, _ in beside if _against(forms[place], form) and form not in forms), None)
            same = around.intersection(stemmed for _, stemmed in sentence[max(0, at - _NEAR) : at + _NEAR + 1])
            found = f"{against} {head}" if against and same else found
    return found


def _unheard(word: str, told: list[list[tuple[str, str]]], seen: Match) -> str | None:
    """Return the antonym that the sentences have where no page has the word, or "" where nothing entails a strong word.

    A quantity must be in the sentences that cover the claim or in those beside them, a superlative in any.
    """
    degrees = language("en").degrees
    superlative = word in degrees.compared and word != "most"
    absent = not any(page.find(page.stem(word)) for page in seen.pages)
    other = next((form for sentence in told for form, _ in sentence if opposite(word, form)), None)
    if superlative and absent and other:
        return other
    if word not in degrees.entailed_by or seen.offsets[-1] < LONG:
        return None
    if superlative:
        heard = not absent or any(like in page.places for page in seen.pages for like in degrees.entailed_by[word])
    else:
        near = {near for number in seen.cover for near in (number - 1, number, number + 1)}
        ways = degrees.entailed_by[word] | {word}
        heard = any(not ways.isdisjoint(forms) for forms in forms_of(seen, sorted(near)))
    return None if heard else ""
