"""How often right and wrong claims about real news pages are called supported: `python -m benchmarks.news_claims`.

We wrote the claims, most of the wrong ones to tempt the judge: another number, another action, parts exchanged.
`news_claims.tsv` has the first letters of a page of `shared/data/extraction`, S for supported, P for partly or N for
not, and the claim. All were in view while rules were written. Peers as in `benchmarks.support`, each with the threshold
that is best on these very rows.
"""

import csv
import gzip
import platform
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.metrics import balanced_accuracy_score

from benchmarks.data import EXTRACTION
from benchmarks.peers import anchorcite_score, bare_rule, grounded_score
from claims.records import Source, Verdict
from claims.support import default_checker
from claims.support.interface import Statement
from claims.support.training.judged_pairs import Example
from crawler.extraction.extract import extract


def read(page: str) -> Source:
    """Return the text of the page whose name begins like this."""
    (path,) = (EXTRACTION / "html").glob(f"{page}*")
    body = gzip.decompress(path.read_bytes())
    source = extract(body, "text/html", "")
    assert isinstance(source, Source)
    return source


def main() -> None:
    checker = default_checker()
    with Path(__file__).with_suffix(".tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    sources = {row["page"]: read(row["page"]) for row in rows}
    pages = {name: checker.index(source) for name, source in sources.items()}
    counts: Counter[tuple[str, Verdict]] = Counter()
    truth, ours, peers = [], [], {score: [] for score in (anchorcite_score, grounded_score, bare_rule)}
    for row in rows:
        statement = Statement(text=row["claim"])
        verdict = checker.judge(statement, [pages[row["page"]]]).verdict
        counts[row["label"], verdict] += 1
        truth.append(row["label"] == "S")
        ours.append(verdict is Verdict.SUPPORTED)
        example = Example(
            statement=statement,
            source=sources[row["page"]],
            supported=truth[-1],
            label=row["label"],
            domain="news",
            group=row["page"],
        )
        for score, found in peers.items():
            found.append(score(example))
    print(f"{checker.name}; Python {platform.python_version()}, {platform.machine()}; {len(rows)} claims")
    for (label, verdict), count in sorted(counts.items()):
        print(f"  {label} called {verdict.value:20s} {count}")
    print(f"citewatch: balanced accuracy {balanced_accuracy_score(truth, ours):.3f}")
    for score, found in peers.items():
        values = np.array(found)
        best = max(balanced_accuracy_score(truth, values >= cut) for cut in np.unique(values))
        print(f"{score.__name__}: balanced accuracy {best:.3f}")


if __name__ == "__main__":
    main()
