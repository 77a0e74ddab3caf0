"""Two published checkers and a bare rule, each as a score for one example: offline, as they come from PyPI."""

from anchorcite import LexicalScorer, anchor_claim
from grounded.claims import extract
from grounded.sources import Source as GroundedSource
from grounded.verify import Verdict, verify

from claims.support.facts import details, occurrences
from claims.support.page import make_page
from claims.support.training import Example

_LEXICAL = LexicalScorer()


def anchorcite_score(example: Example) -> float:
    """anchorcite's support score of the best sentence, without its optional models."""
    found = anchor_claim(example.statement.text, example.source.text, scorer=_LEXICAL, threshold=0.0)
    return found.score if found else 0.0


def grounded_score(example: Example) -> float:
    """grounded-check's share of the claim's items that it finds grounded."""
    source = GroundedSource(path="page", raw=example.source.text)
    findings = verify(extract(example.statement.text), [source]).findings
    return sum(each.verdict is Verdict.GROUNDED for each in findings) / len(findings) if findings else 1.0


def bare_rule(example: Example) -> float:
    """The share of the claim's numbers, dates and names that stand anywhere on the page."""
    page = make_page(example.source)
    found = [any(occurrences(detail, page)) for detail in details(example.statement)]
    return sum(found) / len(found) if found else 1.0
