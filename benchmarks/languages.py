"""How often claims in 26 languages, right and wrong, are called supported: `python -m benchmarks.languages [CODE...]`.

We wrote sources and claims: `languages.tsv` has two short sources for each language, each with a right claim in nearly
its words (near), one with numbers, dates or names in another notation (notation), one with a synonym or two (reworded),
for some one with other endings in another order (inflected), and wrong ones: one with another number or date (number),
one with another name, action or a negation (detail). Set 1 was in view while rules were written, set 2 was not. Peers
as in `benchmarks.support`, each with the threshold that is best on these very rows. "Undeclared" repeats all with
sources that do not declare their language; "beside English" counts the alarms that the claims raise beside the pages of
`benchmarks.invented_pages`, which can neither support nor fail them. With languages named, every claim of theirs in
set 1 whose verdict differs from its label is shown.
"""

import csv
import dataclasses
import platform
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.metrics import balanced_accuracy_score

from benchmarks.invented_pages import read as read_page
from benchmarks.invented_pages import rows_of
from benchmarks.peers import anchorcite_score, bare_rule, grounded_score
from claims.records import ALARMS, FactState, Source, Verdict
from claims.support import default_checker
from claims.support.checker import CoverageChecker
from claims.support.interface import Judgement, Statement
from claims.support.training.judged_pairs import Example

PEERS = (anchorcite_score, grounded_score, bare_rule)
SHORT = {Verdict.SUPPORTED: "yes", Verdict.PARTIALLY_SUPPORTED: "part", Verdict.NOT_SUPPORTED: "no",
         Verdict.CONTRADICTED: "contra", Verdict.UNCLEAR: "unclear", Verdict.SOURCE_UNAVAILABLE: "-"}  # fmt: skip
Row = dict[str, str]


def read() -> list[tuple[Row, Source]]:
    """Return each claim's row with its source."""
    with Path(__file__).with_suffix(".tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = {(row["set"], row["language"]): row["text"] for row in rows if row["kind"] == "source"}
    return [
        (row, Source(url="", text=texts[row["set"], row["language"]], passages=(), language=row["language"]))
        for row in rows
        if row["label"]
    ]


def line(name: str, judged: list[tuple[Row, Judgement]]) -> str:
    """Count the verdicts of right claims, wrong claims called supported, and details wrongly contradicted."""
    right = Counter(SHORT[found.verdict] for row, found in judged if row["label"] == "S")
    wrong = [found.verdict is Verdict.SUPPORTED for row, found in judged if row["label"] == "N"]
    false = sum(
        fact.state is FactState.CONTRADICTED for row, found in judged if row["label"] == "S" for fact in found.facts
    )
    ways = "  ".join(f"{way} {right[way]:3d}" for way in SHORT.values())
    return f"{name:12s} right: {ways}   wrong supported {sum(wrong):3d} of {len(wrong):3d}   contradicted {false:2d}"


def shown(row: Row, found: Judgement) -> str:
    """Describe a claim whose verdict differs from its label, with its details."""
    facts = "; ".join(f"{fact.text} {fact.state.value} {fact.found or ''}" for fact in found.facts)
    return (
        f"{row['set']} {row['label']} {row['kind']} {found.verdict.value} {found.score}\n  {row['text']}\n  {facts}"
        + (f"\n  {found.reason}" if found.reason else "")
    )


def judge(checker: CoverageChecker, row: Row, source: Source) -> Judgement:
    """Judge a row's claim."""
    return checker.judge(Statement(text=row["text"]), [checker.index(source)])


def alarms_beside_english(checker: CoverageChecker, rows: list[tuple[Row, Source]]) -> tuple[int, int]:
    """Return how many judgements of claims in other languages beside English pages raise an alarm, and of how many."""
    pages = [checker.index(read_page(page["text"])) for page, _ in rows_of("sixty")]
    claims = [row["text"] for row, _ in rows if row["language"] != "en"]
    verdicts = [checker.judge(Statement(text=claim), [page]).verdict for claim in claims for page in pages]
    return sum(verdict in ALARMS for verdict in verdicts), len(verdicts)


def main() -> None:
    wanted = sys.argv[1:]
    checker = default_checker()
    rows = [each for each in read() if not wanted or each[0]["language"] in wanted]
    judged = [(row, judge(checker, row, source)) for row, source in rows]
    print(f"{checker.name}; Python {platform.python_version()}, {platform.machine()}; {len(rows)} claims")
    for language in dict.fromkeys(row["language"] for row, _ in rows):
        print(line(language, [each for each in judged if each[0]["language"] == language]))
    for kind in ("near", "notation", "reworded", "inflected", "number", "detail"):
        print(line(kind, [each for each in judged if each[0]["kind"] == kind]))
    for number in ("1", "2"):
        print(line(f"set {number}", [each for each in judged if each[0]["set"] == number]))
    print(line("all", judged))
    silent = [(row, dataclasses.replace(source, language=None)) for row, source in rows]
    print(line("undeclared", [(row, judge(checker, row, source)) for row, source in silent]))
    print("beside English: {} of {} raise an alarm".format(*alarms_beside_english(checker, rows)))
    if wanted:
        for row, found in judged:
            if row["set"] == "1" and (found.verdict is Verdict.SUPPORTED) != (row["label"] == "S"):
                print(shown(row, found))
        return
    truth = np.array([row["label"] == "S" for row, _ in rows])
    ours = np.array([found.verdict is Verdict.SUPPORTED for _, found in judged])
    later = np.array([row["set"] == "2" for row, _ in rows])
    print(f"citewatch: balanced accuracy {balanced_accuracy_score(truth, ours):.3f}", end="")
    print(f", of set 2 {balanced_accuracy_score(truth[later], ours[later]):.3f}")
    for score in PEERS:
        values = np.array([score(example(row, source)) for row, source in rows])
        best = max(balanced_accuracy_score(truth, values >= cut) for cut in np.unique(values))
        print(f"{score.__name__}: balanced accuracy {best:.3f}")


def example(row: Row, source: Source) -> Example:
    """Return a row in the form that the peers take."""
    return Example(
        statement=Statement(text=row["text"]),
        source=source,
        supported=row["label"] == "S",
        label=row["label"],
        domain="languages",
        group=row["language"],
    )


if __name__ == "__main__":
    main()
