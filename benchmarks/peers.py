"""Two published checkers and two bare rules, each as a score for one pair: offline, as the checkers come from PyPI."""

from typing import Protocol

from anchorcite import LexicalScorer, anchor_claim
from grounded.claims import extract
from grounded.sources import Source as GroundedSource
from grounded.verify import Verdict, verify

from claims.language.tokens import STOPWORDS, words
from claims.records import Source
from claims.support.facts.details import details, occurrences
from claims.support.index.indexing import make_page
from claims.support.interface import Statement

_LEXICAL = LexicalScorer()


class Pair(Protocol):
    """A statement and the source to judge it by."""

    @property
    def statement(self) -> Statement: ...

    @property
    def source(self) -> Source: ...


def anchorcite_score(example: Pair) -> float:
    """Score of the best sentence by anchorcite, without its optional models."""
    found = anchor_claim(example.statement.text, example.source.text, scorer=_LEXICAL, threshold=0.0)
    return found.score if found else 0.0


def grounded_score(example: Pair) -> float:
    """grounded-check's share of the claim's items that it finds grounded."""
    source = GroundedSource(path="page", raw=example.source.text)
    findings = verify(extract(example.statement.text), [source]).findings
    return sum(each.verdict is Verdict.GROUNDED for each in findings) / len(findings) if findings else 1.0


def bare_rule(example: Pair) -> float:
    """The share of the claim's numbers, dates and names that occur anywhere on the page."""
    page = make_page(example.source)
    found = [any(occurrences(detail, page)) for detail in details(example.statement)]
    return sum(found) / len(found) if found else 1.0


def word_coverage(example: Pair) -> float:
    """The share of the claim's words, function words apart, that occur anywhere on the page."""
    wanted = {word.form for word in words(example.statement.text)} - STOPWORDS
    there = {word.form for word in words(example.source.text)}
    return len(wanted & there) / len(wanted) if wanted else 1.0
