"""How accurate the judge is on judged pairs, and how fast, beside two peers: `python -m benchmarks.support [FOLDER]`.

FOLDER holds the judged pairs (default: the shared data's). Needs the extras `fit` and `peers`. Scores and
near misses are measured on rows of groups that no model of support was fitted on; in brackets, 95 % from 1,000
bootstrap samples of the rows.
"""

import dataclasses
import platform
import time
from collections import Counter
from typing import Any

import numpy as np
from sklearn.metrics import balanced_accuracy_score, f1_score, roc_auc_score

from benchmarks import data
from benchmarks.judging.parts import Part, part_of
from benchmarks.near_misses import names_of, variants
from benchmarks.peers import anchorcite_score, bare_rule, grounded_score
from claims.records import ALARMS, Strictness, Verdict
from claims.support import default_checker
from claims.support.training import fit_choice
from claims.support.training import judged_pairs as training
from claims.support.training.judged_pairs import Example

CHECKER = default_checker()
PEERS = {"anchorcite": anchorcite_score, "grounded-check": grounded_score, "bare rule": bare_rule}


SEEDS = 5


def unseen(example: Example) -> bool:
    """Whether the model was not fitted on the rows of the example's group."""
    return part_of(f"{example.domain}:{example.group}") is not Part.FITTING


def score_of(example: Example) -> float:
    """Return the score of an example."""
    return CHECKER.judge(example.statement, [CHECKER.index(example.source)]).score


def judged(example: Example, text: str | None = None) -> Verdict:
    """Return the verdict on an example, or on another text in its place."""
    statement = example.statement if text is None else dataclasses.replace(example.statement, text=text, context="")
    return CHECKER.judge(statement, [CHECKER.index(example.source)]).verdict


def ranking(name: str, truth: Any, runs: list[Any], cut: float | None) -> None:
    """Print AUROC, balanced accuracy and F1 of scores; without a cut, with the one that is best on these very rows."""
    if cut is None:
        cuts = np.unique(np.quantile(runs[0], np.linspace(0.02, 0.98, 97)))
        cut = max(cuts, key=lambda each: balanced_accuracy_score(truth, runs[0] >= each))
    figures = {
        "AUROC": [roc_auc_score(truth, run) for run in runs],
        "balanced": [balanced_accuracy_score(truth, run >= cut) for run in runs],
        "F1": [f1_score(truth, run >= cut) for run in runs],
    }
    chance = np.random.default_rng(0)
    picks = [chance.integers(0, len(truth), len(truth)) for _ in range(1000)]
    spread = np.quantile([roc_auc_score(truth[pick], runs[0][pick]) for pick in picks], [0.025, 0.975])
    shown = "  ".join(f"{each} {np.mean(values):.3f} ± {np.std(values):.3f}" for each, values in figures.items())
    print(f"  {name:32s} {shown}  [{spread[0]:.3f}, {spread[1]:.3f}]", flush=True)


def calibration(truth: Any, scores: Any) -> None:
    """Print the reliability in tenths of the rows, and the expected calibration error."""
    order = np.array_split(np.argsort(scores), 10)
    error = sum(len(part) * abs(truth[part].mean() - scores[part].mean()) for part in order) / len(truth)
    tenths = "  ".join(f"{scores[part].mean():.2f}:{truth[part].mean():.2f}" for part in order)
    print(f"  reliability (score:share supported) {tenths}\n  expected calibration error {error:.3f}")


def speed(claims: list[Example]) -> None:
    """Print the claims a second on one core, each with a page of its own."""
    began = time.process_time()
    pages = [CHECKER.index(claim.source) for claim in claims]
    indexed = time.process_time()
    for claim, page in zip(claims, pages, strict=True):
        CHECKER.judge(claim.statement, [page])
    done = time.process_time()
    sentences = sum(len(page.sentences) for page in pages) / len(pages)
    each = [1000 * span / len(claims) for span in (indexed - began, done - indexed)]
    print(
        f"speed, one core, {sentences:.0f} sentences a page: {len(claims) / (done - began):.0f} claims a second", end=""
    )
    print(f" (index {each[0]:.1f} ms a page, judge {each[1]:.1f} ms a claim)", flush=True)


def evidence(examples: list[Example]) -> None:
    """Print the share of claims whose quotes (at most five) hold all evidence, by weights fitted without their page."""
    claims = fit_choice.marked(examples)
    runs = np.array([fit_choice.unseen(claims, seed) for seed in range(SEEDS)])
    kinds = [(claim.example.domain, claim.example.label) for claim in claims]
    for kind in dict.fromkeys(each for each in kinds if each[1] != "not_supported"):
        shares = runs[:, [each == kind for each in kinds]].mean(1)
        print(f"evidence, {' '.join(kind)}, {kinds.count(kind)}: all of it quoted for ", end="")
        print(f"{shares.mean():.3f} ± {shares.std():.3f}", flush=True)


def main() -> None:
    folder = data.folder(data.SUPPORT)
    examples = [each for domain in training.DOMAINS for each in domain(folder)]
    claims = [each for each in examples if each.domain == "wice"]
    print(f"{CHECKER.name}; Python {platform.python_version()}, {platform.machine()}, NumPy {np.__version__}")
    print("rerun: python -m benchmarks.support ../shared/data/support")
    speed(claims)
    evidence(examples)
    for domain in ("wice", "attributionbench"):
        rows = [each for each in examples if each.domain == domain and unseen(each)]
        truth = np.array([each.supported for each in rows])
        print(f"{domain}, {len(rows)} rows, supported against the rest (peers: the cut best on these rows)")
        scores = np.array([score_of(each) for each in rows])
        ranking("citewatch, score", truth, [scores], CHECKER.model.points[Strictness.NORMAL].supported)
        for name, score in PEERS.items():
            ranking(name, truth, [np.array([score(each) for each in rows])], None)
        calibration(truth, scores)
    three_ways(claims)
    alarms(examples)
    near_misses(examples)


def three_ways(claims: list[Example]) -> None:
    """Print the verdicts for each of WiCE's labels (fitted on), with accuracy and macro F1 over the three."""
    truth, said = [each.label for each in claims], [judged(each).value for each in claims]
    called = Counter(zip(truth, said, strict=True))
    f1 = f1_score(truth, said, average="macro", labels=sorted(set(truth)))
    right = np.mean([label == verdict for label, verdict in zip(truth, said, strict=True)])
    print(f"three ways, fitted on: accuracy {right:.3f}, F1 {f1:.3f}")
    for (label, verdict), count in sorted(called.items()):
        print(f"  {label:20s} called {verdict:20s} {count}")


def near_misses(examples: list[Example]) -> None:
    """Print how many rewritten claims, and variants made by rule, lose `supported`."""
    pairs = [each for each in examples if each.domain == "wikifactcheck" and unseen(each)][:1200]
    rest = [each for each in pairs if each.supported]
    rewritten = [each for each in pairs if not each.supported]
    rules = {
        "citewatch": lambda each: judged(each) is Verdict.SUPPORTED,
        "bare rule": lambda each: bare_rule(each) == 1,
        "grounded-check": lambda each: grounded_score(each) == 1,
    }
    for name, rule in rules.items():
        kept, lost = np.mean([rule(each) for each in rest]), 1 - np.mean([rule(each) for each in rewritten])
        print(f"wikifactcheck, {len(rest)} pairs not fitted on, {name}: ", end="")
        print(f"claims kept {kept:.3f}, rewrites caught {lost:.3f}", flush=True)
    others = [each for each in examples if each.supported and each.domain in ("wice", "attributionbench")]
    counts: Counter[tuple[bool, str, bool]] = Counter()
    pool = names_of([each.statement.text for each in rest])[:400]
    for example in rest + others[:400]:
        if judged(example) is Verdict.SUPPORTED:
            for variant in variants(example.statement.text, pool):
                good = (judged(example, variant.text) is Verdict.SUPPORTED) == variant.right
                counts[variant.right, variant.kind, good] += 1
                counts[variant.right, "all", good] += 1
    for right, kind in sorted({key[:2] for key in counts}):
        total = counts[right, kind, True] + counts[right, kind, False]
        what = "rewordings kept" if right else "changes caught"
        print(f"  {what:16s} {kind:20s} {counts[right, kind, True] / total:.3f} of {total}")


def alarms(examples: list[Example]) -> None:
    """Print the share of each set's supported claims (at most 600) that are called not supported or contradicted."""
    for domain in dict.fromkeys(each.domain for each in examples):
        rows = [each for each in examples if each.domain == domain and each.supported][:600]
        called = Counter(judged(each) for each in rows)
        share = sum(called[verdict] for verdict in ALARMS) / len(rows)
        print(f"false alarms, {domain}: {share:.3f} of {len(rows)} (fitted on, in part)", flush=True)


if __name__ == "__main__":
    main()
