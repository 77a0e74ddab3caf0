"""Contradictions of a single clause of a claim: "burglaries fell, while thefts fell" where thefts rose.

The sentence most like the whole claim need not be the one that speaks of the clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.records import Fact, FactState
from claims.support.contradictions.comparison import compare
from claims.support.contradictions.fact_findings import findings
from claims.support.contradictions.rules import find_turns
from claims.support.contradictions.turn import Turn
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.retrieval.clauses import clauses
from claims.support.retrieval.matching import match

LEAST = 0.5
"""Share of a clause that its best sentence repeats in order above which it speaks of the same. On the choosing part of
`benchmarks.judging` such clauses take `supported` from 7 claims that are wrong and from none that is right; at any
share, from 11 and 9."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseFindings:
    """What the sentences that speak of single clauses have otherwise.

    Attributes:
        opposites: words of clauses that a sentence contradicts.
        verbatim: share of such a clause that its sentence repeats in order, 0 to 1.
        facts: contradicted facts.
    """

    opposites: tuple[Turn, ...] = ()
    verbatim: float = 0.0
    facts: tuple[Fact, ...] = ()


def clause_findings(statement: Statement, pages: Sequence[Page]) -> ClauseFindings:
    """Compare each clause of a claim that has several with the sentence most like it."""
    parts = clauses(statement.text)
    opposites: list[Turn] = []
    verbatim, facts, start = 0.0, [], 0
    for part in parts if len(parts) > 1 else ():
        start = statement.text.index(part, start)
        clause = replace(statement, text=part, context=f"{statement.context} {statement.text}")
        seen = match(clause, pages)
        if not seen.has:
            continue
        beside = compare(clause, seen)
        if beside.repeated > LEAST:
            turns = find_turns(beside)
            opposites += turns
            verbatim = max(verbatim, beside.repeated) if turns else verbatim
            facts += [
                replace(fact, start=fact.start + start, end=fact.end + start)
                for fact in findings(clause, seen, beside)
                if fact.state is FactState.CONTRADICTED
            ]
    return ClauseFindings(opposites=tuple(opposites), verbatim=verbatim, facts=tuple(facts))
