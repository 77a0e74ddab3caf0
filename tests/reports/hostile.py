"""Documents that cost the most for their size."""

from dataclasses import replace

from claims.records import Citation
from tests.reports.examples import report, saying
from tests.reports.lighthouse import LIGHTHOUSE


def long_word(length):
    """A report whose every text is one word of `length` characters, and its quote full of markup."""
    return report(saying("x" * length, quote="[(<" * (length // 3)))


def many_citations(number):
    """A report on one claim with `number` citations."""
    names = tuple(f"c{number}" for number in range(number))
    claim = LIGHTHOUSE.claims[2]
    checks = tuple(replace(claim.checks[0], citation=name) for name in names)
    citations = tuple(Citation(id=name, text=f"Entry {name}") for name in names)
    return report(replace(LIGHTHOUSE, citations=citations, claims=(replace(claim, citations=names, checks=checks),)))


def many_comments(number):
    """One line with `number` comments that exempt a finding."""
    return "word <!-- citewatch: ignore --> " * number
