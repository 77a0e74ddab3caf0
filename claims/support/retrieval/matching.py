"""Matches a claim with its pages."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.language.tokens import Word, stopwords, tokenized
from claims.support.facts.detail import Detail
from claims.support.facts.details import details, occurrences
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.retrieval.deriving import derive
from claims.support.retrieval.match import Match, Occurrence, union
from claims.support.retrieval.rarity import weights

K1, B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)."""


def match(statement: Statement, pages: Sequence[Page]) -> Match:
    """Match a statement with pages taken together."""
    empty = stopwords(pages[0].language)
    tokens = [word for word in tokenized(statement.text) if word.form not in empty]
    offsets = [0]
    for page in pages:
        offsets.append(offsets[-1] + len(page.sentences))
    terms = list(dict.fromkeys(word.form for word in tokens))
    found = details(statement, pages[0].language)
    facts, where = _facts(found, pages, offsets)
    has, counts = _terms(terms, pages, offsets)
    for sentence, bits in _joined(tokens, terms, pages, offsets):
        has[sentence] = has.get(sentence, 0) | bits
    own = [_within(detail, tokens, terms) for detail in found]
    for sentence, bits in facts.items():
        # A sentence that has a detail in other words has the words of the detail.
        has[sentence] = has.get(sentence, 0) | union(each for place, each in enumerate(own) if bits >> place & 1)
    total = offsets[-1] or 1
    stem = pages[0].stem
    rarity = weights([stem(term) for term in terms], [len(seen) for seen in counts], total)
    pairs, pair_count = _pairs(tokens, pages, offsets)
    seen = Match(
        pages=pages,
        offsets=offsets,
        terms=terms,
        weights=rarity,
        has=has,
        pairs=pairs,
        pair_count=pair_count,
        facts=facts,
        details=found,
        where=where,
        derived=[[] for _ in found],
        own=own,
        scores=_bm25(counts, rarity, pages, offsets),
    )
    return derive(seen, tokens)


def _within(detail: Detail, tokens: list[Word], terms: list[str]) -> int:
    inside = {word.form for word in tokens if detail.start <= word.start < detail.end}
    return sum(1 << bit for bit, term in enumerate(terms) if term in inside)


def _terms(terms: list[str], pages: Sequence[Page], offsets: list[int]) -> tuple[dict[int, int], list[dict[int, int]]]:
    has: dict[int, int] = {}
    counts: list[dict[int, int]] = []
    for bit, term in enumerate(terms):
        seen = {
            offset + sentence: count
            for page, offset in zip(pages, offsets, strict=False)
            for sentence, count in page.count(page.stem(term)).items()
        }
        for sentence in seen:
            has[sentence] = has.get(sentence, 0) | 1 << bit
        counts.append(seen)
    return has, counts


def _joined(
    tokens: list[Word], terms: list[str], pages: Sequence[Page], offsets: list[int]
) -> Iterator[tuple[int, int]]:
    """Yield the sentences that have two words in a row of the claim as one (web site, website), with their bits."""
    for left, right in pairwise(tokens):
        joined = left.form + right.form
        if right.start - left.end != 1 or not joined.isalpha():
            continue
        for page, offset in zip(pages, offsets, strict=False):
            stem = page.stem(joined)
            for place in page.find(stem):
                if page.stem(page.forms[place]) == stem:
                    yield (
                        offset + page.sentence_of_word(place),
                        1 << terms.index(left.form) | 1 << terms.index(right.form),
                    )


def _pairs(tokens: list[Word], pages: Sequence[Page], offsets: list[int]) -> tuple[dict[int, int], int]:
    """Find neighbouring words of the claim that are within three words of each other, in order, on a page."""
    pairs: dict[int, int] = {}
    wanted = list(dict.fromkeys((left.form, right.form) for left, right in pairwise(tokens)))
    for bit, (left, right) in enumerate(wanted):
        for page, offset in zip(pages, offsets, strict=False):
            firsts = set(page.find(page.stem(left)))
            for place in page.find(page.stem(right)) if firsts else ():
                if place - 1 in firsts or place - 2 in firsts or place - 3 in firsts:
                    sentence = offset + page.sentence_of_word(place)
                    pairs[sentence] = pairs.get(sentence, 0) | 1 << bit
    return pairs, len(wanted)


def _facts(
    found: Sequence[Detail], pages: Sequence[Page], offsets: list[int]
) -> tuple[dict[int, int], list[list[Occurrence]]]:
    facts: dict[int, int] = {}
    where: list[list[Occurrence]] = []
    for bit, detail in enumerate(found):
        where.append([])
        for number, (page, offset) in enumerate(zip(pages, offsets, strict=False)):
            for start, end in occurrences(detail, page):
                sentence = offset + page.sentence_at(start)
                facts[sentence] = facts.get(sentence, 0) | 1 << bit
                where[-1].append((number, start, end))
    return facts, where


def _bm25(
    counts: list[dict[int, int]], rarity: list[float], pages: Sequence[Page], offsets: list[int]
) -> dict[int, float]:
    words_in_all = sum(len(page.forms) for page in pages)
    mean = words_in_all / (offsets[-1] or 1) or 1
    lengths: dict[int, int] = {}
    for page, offset in zip(pages, offsets, strict=False):
        for seen in counts:
            for sentence in seen:
                if offset <= sentence < offset + len(page.sentences):
                    lengths[sentence] = page.word_count(sentence - offset)
    scores: dict[int, float] = {}
    for seen, rare in zip(counts, rarity, strict=True):
        for sentence, count in seen.items():
            dampened = count + K1 * (1 - B + B * lengths[sentence] / mean)
            scores[sentence] = scores.get(sentence, 0) + rare * count * (K1 + 1) / dampened
    return scores
