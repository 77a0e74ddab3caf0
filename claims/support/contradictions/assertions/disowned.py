"""What somebody denies in the sources, and a claim states as it is: denied reports that the harbour would close."""

from collections.abc import Iterator
from itertools import pairwise

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.antonyms import denies
from claims.support.contradictions.assertions.plans import breaks
from claims.support.contradictions.turn import Turn
from claims.support.retrieval.match import Match

ALIKE = 0.5
"""Coverage of the claim, by weight, from which on a sentence may be about what the claim says."""

SHARE = 0.5
"""Share of the claim's content words that are in what is denied."""

REACH = 5
"""Words behind the verb among which its "that" is: denied all the reports that."""


def disowned(text: str, claim: list[Word], seen: Match) -> list[Turn]:
    """Find what a claim states and somebody denies in a sentence that covers it.

    Of the rows of the fitting and choosing parts of `benchmarks.judging` 273 have such a verb before a "that": this
    fires on five wrong claims, all `supported` before, and on one right one.
    """
    disowning = language("en").negation.disowning
    if any(word.form in disowning or denies(word.form) for word in claim):
        return []
    stem = seen.pages[0].stem
    stated = {stem(word.form): word for word in claim if word.form not in STOPWORDS}
    for number in seen.cover if stated else ():
        if seen.weigh(seen.has.get(number, 0)) >= ALIKE:
            for verb, denied in _denied(seen, number):
                had = [word for form, word in stated.items() if form in {stem(form) for form in denied}]
                if len(had) >= SHARE * len(stated):
                    told = text[had[0].start : had[-1].end]
                    return [Turn(told, f"{verb} … that")]
    return []


def _denied(seen: Match, number: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the verbs of a sentence that deny a clause, each with the words of the clause."""
    negation = language("en").negation
    page, sentence = seen.sentence_of(number)
    forms, begins = [word.form for word in sentence], breaks(page.source.text, sentence)
    ends = [begin > 1 or "," in gap for begin, gap in zip(begins, _gaps(page.source.text, sentence), strict=True)]
    for place, form in enumerate(forms):
        behind = forms[place + 1 : place + 1 + REACH]
        if form not in negation.disowning or "that" not in behind or any(map(denies, forms[:place][-1:])):
            continue
        first = place + 1 + behind.index("that")
        if first == place + 1 or forms[first - 1] in negation.reports:
            last = next((at for at in range(first + 1, len(forms)) if ends[at]), len(forms))
            yield form, forms[first + 1 : last]


def _gaps(text: str, sentence: list[Word]) -> list[str]:
    """What stands before each word of a sentence, the first one's left out."""
    return ["", *(text[last.end : word.start] for last, word in pairwise(sentence))]
