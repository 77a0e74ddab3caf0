"""The probability that each word of a claim is supported: a claim is no better supported than its worst word.

A logistic regression over the features below, one row for each word, fitted by `claims.support.training.fit_words` on
words that people marked.
"""

import math

from claims.language.tokens import tokenized
from claims.support.interface import Statement
from claims.support.retrieval.match import Match, union
from claims.support.retrieval.windows import Reach
from claims.support.scoring.linear import Linear

Row = dict[str, float]

NO_WORDS = 0.5
"""The value for a claim of function words alone."""


def weakest(statement: Statement, seen: Match, reach: Reach, model: Linear) -> float:
    """Return the least of the probabilities, by this model, that a word of the statement is supported."""
    return min(map(model, rows(statement, seen, reach)), default=NO_WORDS)


def rows(statement: Statement, seen: Match, reach: Reach) -> list[Row]:
    """Compute the features of each of the match's terms, in their order."""
    count = len(seen.terms)
    capital = {word.form for word in tokenized(statement.text) if statement.text[word.start].isupper()}
    titled = {word.form for word in tokenized(statement.title)}
    details = union(seen.own)
    covered = union(seen.facts.values())
    found = union(own for place, own in enumerate(seen.own) if covered >> place & 1)
    near = reach.best[3][1]
    shared = {"claim_near": seen.weigh(near), "claim_page": seen.weigh(reach.page)}
    sets = {
        "here_1": reach.best[1][1],
        "here_3": near,
        "here_5": reach.best[5][1],
        "here_cover": reach.cover,
        "here_page": reach.page,
        "detail": details,
        "found": found,
        "before": near << 1,
        "behind": near >> 1,
    }
    return [
        {name: float(bits >> place & 1) for name, bits in sets.items()}
        | shared
        | {
            "rarity": math.sqrt(weight),
            "capital": float(term in capital),
            "digit": float(term[0].isdigit()),
            "titled": float(term in titled),
            "place": place / count,
        }
        for place, (term, weight) in enumerate(zip(seen.terms, seen.weights, strict=True))
    ]
