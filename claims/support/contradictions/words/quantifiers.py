"""Superlatives and quantifiers of a claim that nothing in its sources entails: the largest, only, always."""

from claims.language.loader import language
from claims.language.tokens import Word
from claims.support.contradictions.turn import Turn
from claims.support.index.page import LONG
from claims.support.retrieval.match import Match


def unmatched(claim: list[Word], seen: Match) -> list[Turn]:
    """Find the first superlative or quantifier of a claim that its sources, if they are long, say in no way.

    A superlative may be entailed by a word anywhere in them; a quantifier only in the sentences that cover the claim
    and in those beside them. On the fitting and choosing parts of `benchmarks.judging` these words keep 34 wrong claims
    from `supported` and 15 right ones; "all", "every", "last", "most", "single" and "completely" keep 14 and 14, and
    words that say it the other way round ("some" for "all", "lower" for "higher") 8 and 10.
    """
    if seen.offsets[-1] < LONG:
        return []
    forms = [word.form for word in claim]
    degrees = language("en").degrees
    for place, form in enumerate(forms):
        if form in degrees.superlatives:
            heard = any(page.find(page.stem(form)) for page in seen.pages) or any(
                way in page.places for page in seen.pages for way in degrees.superlatives[form]
            )
        elif form in degrees.quantifiers:
            near = {near for number in seen.cover for near in (number - 1, number, number + 1)}
            ways = degrees.quantifiers[form] | {form}
            heard = any(not ways.isdisjoint(sentence) for sentence in seen.forms_of(sorted(near)))
        else:
            continue
        if not heard:
            return [Turn(" ".join(forms[place : place + 2]), "")]
    return []
