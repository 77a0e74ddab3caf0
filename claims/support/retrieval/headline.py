"""Claims in title case: which of their capitals the pages confirm."""

from collections.abc import Sequence
from dataclasses import replace

from claims.language.tokens import STOPWORDS, Word, tokenized
from claims.support.index.page import Page
from claims.support.interface import Statement

LEAST = 4
"""Words, function words not counted, that a headline has at least."""

_ENOUGH = 50
"""Occurrences of a word that are looked at for how it is written."""


def in_prose(statement: Statement, pages: Sequence[Page]) -> Statement:
    """Return the statement, if it is in title case, with small letters for the words that the pages write so.

    Its text keeps its length, so that places in the one are places in the other. It takes four of the 81 headlines of
    `python -m benchmarks.headlines` to `supported`, which are else read as one long name.
    """
    text = statement.text
    tokens = list(tokenized(text))
    telling = [word for word in tokens if word.form not in STOPWORDS and word.form.isalpha()]
    if len(telling) < LEAST or any(text[word.start].islower() for word in telling):
        return statement
    letters = list(text)
    for word in tokens[1:]:
        start = word.start
        if not text[start : word.end].isupper() and _small(word, pages) and len(text[start].lower()) == 1:
            letters[start] = text[start].lower()
    return replace(statement, text="".join(letters))


def _small(word: Word, pages: Sequence[Page]) -> bool:
    """Whether the pages write this word with a small letter more often than not."""
    written = [page.written[place] for page in pages for place in page.places.get(word.form, ())[:_ENOUGH]]
    return word.form in STOPWORDS or 2 * sum(each[:1].islower() for each in written) > len(written)
