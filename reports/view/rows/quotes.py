"""The quotes that a report shows of a source: sentences, and no heading or date of publication on its own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.records import Check, Evidence, Fact, FactKind

NEIGHBOUR = 2
"""Characters between two sentences of one paragraph."""

_LONGEST_HEADING = 14
"""Words: the longest headlines that the archives of the tests have."""

_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»）)\]]*\s*$")
_WORD = re.compile(r"[^\W\d_]+")


def worth_reading(evidence: Sequence[Evidence], facts: Iterable[Fact]) -> list[Evidence]:
    """Return the quotes of `evidence` that are worth reading.

    A heading or a date that is a paragraph of its own says where the words are from and not what the source says: it is
    left out unless it alone has what a source says of one of `facts`, other than a date.
    """
    sentences = [quote for quote in evidence if not _lone(quote)]
    if not sentences:
        found = [fact.found for fact in facts if fact.found and fact.kind is not FactKind.DATE]
        sentences = [
            quote
            for quote in evidence
            if len(_WORD.findall(quote.quote)) > 2 and any(words in quote.quote for words in found)
        ]
    return sentences


def best_quote(check: Check) -> Evidence | None:
    """Return the first quote of `check` that is worth reading, for the formats that show one; None if there is none."""
    return next(iter(worth_reading(check.evidence, check.facts)), None)


def joined_quotes(quotes: Sequence[Evidence]) -> list[Evidence]:
    """Join quotes of neighbouring sentences: shown apart, each would appear again in the other's passage."""
    joined: list[Evidence] = []
    for quote in quotes:
        for place, other in enumerate(joined):
            first, second = sorted((other, quote), key=lambda each: each.start)
            if 0 <= second.start - first.end <= NEIGHBOUR:
                both = f"{first.quote} {second.quote}"
                joined[place] = replace(first, quote=both, end=second.end, after=second.after)
                break
        else:
            joined.append(quote)
    return joined


def _lone(quote: Evidence) -> bool:
    """Whether the quote is a paragraph of its own that is no sentence."""
    if quote.before.strip() or quote.after.strip() or _SENTENCE_END.search(quote.quote):
        return False
    return len(quote.quote.split()) <= _LONGEST_HEADING and "\n" not in quote.quote
