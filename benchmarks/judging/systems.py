"""The judge and its peers, each as a function from a record to an outcome."""

import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from benchmarks.judging.sets import Record
from claims.support import default_checker
from claims.support.checker import CoverageChecker

SUPPORTED, UNCLEAR = "supported", "unclear"
ALARMS = frozenset({"not_supported", "contradicted"})

JUDGE = "citewatch"

PEERS = {"grounded-check": "grounded_score", "anchorcite": "anchorcite_score", "coverage": "word_coverage"}
"""The peers by the names of their functions in `benchmarks.peers`, which needs the extra of that name."""

CUTS = {"grounded-check": 1.0, "anchorcite": 0.4}
"""The peers' own points: every item grounded; the default threshold of anchorcite's lexical scorer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a system says of a record: its score, 0 to 1, its verdict, and the processor time in milliseconds."""

    score: float
    verdict: str
    ms: float


def judge(record: Record, checker: CoverageChecker | None = None) -> Outcome:
    """What a checker, by default the shipped one, says; its page is indexed for this claim alone."""
    checker = checker or default_checker()
    began = time.process_time()
    judgement = checker.judge(record.statement, [checker.index(record.source)])
    return Outcome(judgement.score, judgement.verdict.value, 1000 * (time.process_time() - began))


def peer(name: str, record: Record) -> Outcome:
    """What a peer says; one without a point of its own says `unclear`, for the caller to set the point."""
    scored = getattr(import_module("benchmarks.peers"), PEERS[name])
    began = time.process_time()
    score = scored(record)
    ms = 1000 * (time.process_time() - began)
    return Outcome(score, SUPPORTED if name in CUTS and score >= CUTS[name] else UNCLEAR, ms)


def run(system: str, records: Iterable[Record], jobs: int = 1) -> list[Outcome]:
    """The outcomes of `JUDGE` or of a peer, in the order of the records, computed by `jobs` processes."""
    function = judge if system == JUDGE else partial(peer, system)
    if jobs == 1:
        return [function(record) for record in records]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(function, records, chunksize=50))
