"""The passages of a claim's pages that an entailment model reads: short windows around the sentences that match."""

from claims.support.retrieval.match import Match

LONGEST = 1_500
"""Characters of a premise: about 350 tokens of English, which with a claim fit the 512 of the models."""


def premises(seen: Match) -> list[str]:
    """Choose at most three premises for a claim.

    They are its best sentence, that sentence with its neighbours, and all that cover the claim best, in reading order.
    A model's answer is the highest over them: a sentence more than it needs distracts a small model, a sentence less
    leaves out who "she" is.
    """
    if not seen.cover:
        return []
    best = seen.cover[0]
    page, _ = seen.locate(best)
    around = range(max(seen.offsets[page], best - 1), min(seen.offsets[page + 1], best + 2))
    chosen = (text_of(seen, each) for each in ([best], list(around), sorted(seen.cover)))
    return list(dict.fromkeys(filter(None, chosen)))


def text_of(seen: Match, numbers: list[int]) -> str:
    """Join the sentences of these numbers, as far as `LONGEST` allows."""
    parts: list[str] = []
    size = 0
    for number in numbers:
        page, local = seen.locate(number)
        start, end = seen.pages[page].sentences[local]
        sentence = " ".join(seen.pages[page].source.text[start:end].split())
        if parts and size + len(sentence) > LONGEST:
            break
        parts.append(sentence[:LONGEST])
        size += len(sentence) + 1
    return " ".join(parts)
