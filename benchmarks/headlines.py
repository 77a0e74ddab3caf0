"""How often a wrong page raises an alarm, and how often the right one does: `python -m benchmarks.headlines`.

Nobody wrote these pairs to be judged: the headline of each article of `shared/data/extraction` is a right claim about
its own body and a wrong one about the bodies of others, as where a citation leads to another page. A few headlines are
questions or names of columns, not statements. Peers as in `benchmarks.support`.
"""

import gzip
import json
import platform
from collections import Counter

import numpy as np
from selectolax.lexbor import LexborHTMLParser
from sklearn.metrics import roc_auc_score

from benchmarks.data import EXTRACTION
from benchmarks.peers import anchorcite_score, bare_rule, grounded_score
from claims.records import ALARMS, Source
from claims.support import default_checker
from claims.support.interface import Statement
from claims.support.training.judged_pairs import Example, source_of

WORDS = 5
"""Fewest words of a headline; shorter ones are labels."""

OTHERS = 5
"""Other articles against which each headline is judged."""


def articles() -> list[tuple[str, Source]]:
    """Return the headline of each article, and its body without it."""
    found = []
    for name, truth in sorted(json.loads((EXTRACTION / "ground-truth.json").read_text("utf-8")).items()):
        page = LexborHTMLParser(gzip.decompress((EXTRACTION / f"html/{name}.html.gz").read_bytes()))
        heading = page.css_first("h1")
        headline = " ".join(heading.text().split()) if heading else ""
        lines = [line.strip() for line in truth["articleBody"].split("\n")]
        if len(headline.split()) >= WORDS:
            found.append((headline, source_of([line for line in lines if line and line != headline])))
    return found


def main() -> None:
    checker = default_checker()
    known = articles()
    pairs = [
        Example(
            statement=Statement(text=headline),
            source=known[(place + step) % len(known)][1],
            supported=step == 0,
            label="own" if step == 0 else "other",
            domain="headlines",
            group=headline,
        )
        for place, (headline, _) in enumerate(known)
        for step in range(OTHERS + 1)
    ]
    judged = [checker.judge(pair.statement, [checker.index(pair.source)]) for pair in pairs]
    counts = Counter((pair.label, found.verdict.value) for pair, found in zip(pairs, judged, strict=True))
    print(f"{checker.name}; Python {platform.python_version()}, {platform.machine()}; {len(known)} headlines")
    for (label, verdict), count in sorted(counts.items()):
        print(f"  {label:5s} called {verdict:20s} {count}")
    truth = [pair.supported for pair in pairs]
    print(f"citewatch: AUROC {roc_auc_score(truth, [found.score for found in judged]):.3f}")
    for score in (anchorcite_score, grounded_score, bare_rule):
        print(f"{score.__name__}: AUROC {roc_auc_score(truth, np.array([score(pair) for pair in pairs])):.3f}")
    print("own, called not_supported:")
    for pair, found in zip(pairs, judged, strict=True):
        if pair.supported and found.verdict in ALARMS:
            print(f"  {pair.statement.text}")


if __name__ == "__main__":
    main()
