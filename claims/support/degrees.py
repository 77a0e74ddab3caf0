"""Comparatives, superlatives, quantities and orders of a claim whose opposite its pages have by the same word.

Where claim and sentence agree word for word, `turns` tells this; here the claim may be worded otherwise altogether.
"""

from collections.abc import Callable

from claims.language.tokens import STOPWORDS, Word, listed
from claims.support.lexicon import opposite
from claims.support.match import Match
from claims.support.page import LONG
from claims.support.turns import Turn
from claims.support.windows import forms_of, told_by

_COMPARED = listed(
    "more less fewer most least best worst higher lower highest lowest larger smaller largest smallest bigger biggest "
    "older oldest younger youngest newer longer longest shorter shortest earlier earliest later better worse stronger "
    "weaker faster slower richer poorer deeper wider safer upper greater lesser greatest"
)
# What a claim's word may not have in its place: a stronger word is not borne out by a weaker one, nor by its opposite.
_WEAKER = {
    **dict.fromkeys(("all", "every", "always"), listed("some several many most few half often sometimes rarely none")),
    **dict.fromkeys(("most", "many", "several"), listed("few none")),
    "few": listed("many most several numerous all"),
    "both": listed("neither"),
    "neither": listed("both"),
    **dict.fromkeys(("rarely", "seldom", "never"), listed("often always usually frequently commonly")),
    **dict.fromkeys(("often", "usually", "frequently"), listed("rarely seldom never")),
    "before": listed("after since"),
    "after": listed("before until"),
    "until": listed("since"),
    "since": listed("until"),
    "above": listed("below"),
    "below": listed("above"),
}
# Words too strong for sentences that have neither them nor their like.
_STRONG = {
    "worst": listed("worse poorest bad"),
    "best": listed("better top finest great greatest leading favourite favorite ideal optimal preferred excellent"),
    "least": listed("less fewest smallest minimum minimal lowest little"),
    "smallest": listed("small smaller tiniest least shortest youngest lowest"),
    "largest": listed("large larger biggest greatest highest longest big major"),
    "highest": listed("high higher tallest greatest largest top"),
    "lowest": listed("low lower smallest least shortest"),
    "oldest": listed("old older earliest first eldest"),
    "youngest": listed("young younger newest latest junior"),
    **dict.fromkeys(
        ("rarely", "seldom"), listed("rare seldom rarely hardly infrequently occasionally unusual uncommon few little")
    ),
    "most": listed(
        "majority mostly largely mainly primarily predominantly more many almost nearly generally typically usually "
        "main primary top highest best lot lion all vast percent"
    ),
    **dict.fromkeys(
        ("all", "every"),
        listed(
            "all every always each any both no none nothing entire entirely whole full fully complete completely total "
            "totally everyone everything everybody throughout across overall altogether unanimous unanimously only per "
            "daily nightly weekly monthly yearly annual annually"
        ),
    ),
    "always": listed("all every each any ever never constantly constant invariably forever regularly permanently"),
    "only": listed(
        "sole solely single just exclusively exclusive unique alone lone except nothing merely purely limited "
        "restricted first last no none other but"
    ),
    "single": listed(
        "1 one singles sole only lone alone individual once solitary unmarried first each every same just"
    ),
    **dict.fromkeys(
        ("solely", "exclusively"), listed("only sole exclusive all just alone nothing entirely every purely")
    ),
    **dict.fromkeys(
        ("entirely", "completely", "fully"),
        listed(
            "all whole wholly entire entirely complete completely full fully total totally every nothing 100 "
            "exclusively solely purely absolutely only"
        ),
    ),
    "first": listed(
        "1 1st debut debuted debuts initial initially opened opening began begin beginning start started original "
        "originally early earliest premiere premiered maiden inaugural before previously founded new introduced "
        "launched pioneer pioneering oldest youngest primary one"
    ),
    "last": listed(
        "final finally latest past recent ended end closing previous ago since lastly ultimate week month year"
    ),
}
_TIMES = listed("day night morning afternoon evening week month year summer winter spring autumn season time")
_VAGUE = listed("a the past last next first these those")
"""Before "few" they make it "some"."""

_HEAD = 3
"""Words behind a degree within which the word that it is about stands."""

_FRONT, _BACK = 3, 1
"""Words before and behind that word in which a sentence may have the opposite."""

_NEAR = 12
"""Words around it within which another word of the claim shows that the sentence speaks of the same."""


def degrees(claim: list[Word], seen: Match) -> list[Turn]:
    """The first degree of a claim that its pages have the other way round."""
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
    timed = forms[place] == "every" and forms[place + 1 : place + 2] and forms[place + 1] in _TIMES
    vague = forms[place] == "few" and place > 0 and forms[place - 1] in _VAGUE
    bound = forms[place] in ("least", "most") and place > 0 and forms[place - 1] == "at"
    return (
        not timed
        and not vague
        and not bound
        and (forms[place] in _COMPARED or forms[place] in _WEAKER or forms[place] in _STRONG)
    )


def _against(word: str, other: str) -> bool:
    return other in _WEAKER.get(word, ()) or (word in _COMPARED and opposite(word, other))


def _heads(forms: list[str], place: int) -> list[str]:
    """What a degree is of: one of the next words that say something; "is lower than" tells of what stands before."""
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
    """What the sentences say, where no page has the word: its opposite; for a strong word nothing of the kind.

    A quantity must be told by the sentences that bear on the claim or those beside them, a superlative by any.
    """
    absent = not any(page.find(page.stem(word)) for page in seen.pages)
    other = next((form for sentence in told for form, _ in sentence if opposite(word, form)), None)
    if word in _COMPARED and word != "most" and absent and other:
        return other
    if word not in _STRONG or seen.offsets[-1] < LONG:
        return None
    if word in _COMPARED and word != "most":
        heard = not absent or any(like in page.places for page in seen.pages for like in _STRONG[word])
    else:
        near = {near for number in seen.cover for near in (number - 1, number, number + 1)}
        heard = any(form == word or form in _STRONG[word] for forms in forms_of(seen, sorted(near)) for form in forms)
    return None if heard else ""
