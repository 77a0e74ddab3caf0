"""What the sources deny, refuse or reject, and a claim affirms."""

from collections.abc import Iterator

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies
from claims.support.contradictions.turn import Turn
from claims.support.retrieval.match import Match

_PLANNED = 12
"""Words before "was rejected" among which is what was: the motion to close the library on Linden Street."""

ALIKE = 0.5
"""Coverage of the claim, by weight, from which on a sentence's negation is about what the claim says."""

_NEAR = 6
"""Words between what is negated and another word of the claim, from which on a sentence is about something else."""

_ABOUT = 4
"""Words behind a denial among which the one is that it is about: not even in the spring."""

_OBJECT = 3
"""Words behind "rejected" among which its object is, an intention: the latest plan."""

_TO = 5
"""Words behind it among which the "to" of that intention is: the plan of 2019 to close."""

_DEED = 4
"""Words behind a "to" among which is what did not happen: to once more close."""


def refuted(claim: list[Word], seen: Match) -> list[Turn]:
    """Find what a claim affirms and the sentences that cover it negate wherever they mention it."""
    equivalents = language("en").negation.equivalents
    if any(word.form in equivalents or denies(word.form) or word.form.startswith("un") for word in claim):
        return []
    stem = seen.pages[0].stem
    around = {stem(word.form) for word in claim if word.form not in STOPWORDS}
    wanted = {form for form in around if not form.isdigit()}
    denied: dict[str, str] = {}
    affirmed: set[str] = set()
    lines = []
    for number, sentence in zip(seen.cover, seen.forms_of(seen.cover), strict=True):
        like = seen.weigh(seen.has.get(number, 0)) >= ALIKE
        under = {at for place, form in enumerate(sentence) if denies(form) for at in _under(place, sentence)}
        lines.append((sentence, under if like else set()))
    for sentence, under in lines if any(under for _, under in lines) else ():
        stems = [stem(form) for form in sentence]
        for place, form in enumerate(stems):
            if form not in wanted:
                continue
            if not around.intersection(stems[max(0, place - _NEAR) : place] + stems[place + 1 : place + _NEAR + 1]):
                continue
            if place in under:
                denial = next(each for each in reversed(sentence[:place]) if denies(each))
                denied.setdefault(form, f"{denial} {sentence[place]}")
            else:
                affirmed.add(form)
    against = [words for form, words in denied.items() if form not in affirmed]
    return [Turn("", words) for words in against[:1]]


def averted(claim: list[Word], seen: Match) -> list[Turn]:
    """Find what a claim says happened and a sentence says was refused, or was no more than a rejected plan."""
    english = language("en")
    forms = [word.form for word in claim]
    negation = english.negation
    if any(form in negation.averting | negation.intentions | negation.equivalents or denies(form) for form in forms):
        return []
    stem = seen.pages[0].stem
    stated = {stem(form): form for form in forms if form not in STOPWORDS}
    for number, sentence in zip(seen.cover, seen.forms_of(seen.cover), strict=True):
        if seen.weigh(seen.has.get(number, 0)) < ALIKE:
            continue
        for deed, verb in _averted(sentence):
            if stem(sentence[deed]) in stated:
                return [Turn(stated[stem(sentence[deed])], f"{verb} … to {sentence[deed]}")]
    return []


def _averted(sentence: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the places of what did not happen in a sentence, each with the verb that says so."""
    english = language("en")
    for place, form in enumerate(sentence):
        if form not in english.negation.averting:
            continue
        planned = [at for at in range(max(0, place - _PLANNED), place) if sentence[at] in english.negation.intentions]
        if planned and sentence[place - 1] in english.verbs.passive:
            reach = range(planned[0] + 1, place)
        elif _object(sentence[place + 1 : place + 1 + _OBJECT]):
            reach = range(place + 1, place + 1 + _TO)
        else:
            reach = range(place + 1, place + 2)
        to = next((at for at in reach if sentence[at : at + 1] == ["to"]), len(sentence))
        deed = next(
            (at for at in range(to + 1, min(len(sentence), to + 1 + _DEED)) if sentence[at] not in STOPWORDS), None
        )
        if deed is not None and not sentence[deed].isdigit():
            yield deed, form


def _object(behind: list[str]) -> bool:
    """Whether the words behind a verb are its object, an intention: rejected the plan, rejected plans."""
    intentions = language("en").negation.intentions
    return any(form in intentions for form in behind) and (behind[0] in STOPWORDS or behind[0] in intentions)


def _under(place: int, sentence: list[str]) -> list[int]:
    """The word that a denial at this place is about: the next that says something."""
    if sentence[place + 1 : place + 2] and sentence[place + 1] in language("en").negation.softeners:
        return []
    reach = range(place + 1, min(len(sentence), place + 1 + _ABOUT))
    return [at for at in reach if sentence[at] not in STOPWORDS and sentence[at] != "even"][:1]
