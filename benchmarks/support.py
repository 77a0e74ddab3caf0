"""How fast and how right the checker is on WiCE's dev claims: `python benchmarks/support.py [DATA_FOLDER]`.

DATA_FOLDER holds `wice_claim_dev.jsonl`; without it, `../shared/data/support` beside the checkout. Ranking is measured
on scores for rows that the model was not fitted on (five-fold cross-validation over five seeds); the verdicts are
those of the shipped model, which has seen these rows, and are marked so.
"""

import platform
import sys
import time
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from claims.records import Verdict
from claims.support import default_checker
from claims.support.features import features
from claims.support.fit import STRENGTH
from claims.support.match import match
from claims.support.training import wice

SEEDS = 5


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared/data/support"
    claims = list(wice(folder))
    truth = np.array([claim.supported for claim in claims])
    checker = default_checker()

    began = time.process_time()
    pages = [checker.index(claim.source) for claim in claims]
    indexed = time.process_time()
    verdicts = [checker.judge(claim.statement, [page]).verdict for claim, page in zip(claims, pages, strict=True)]
    judged = time.process_time()

    rows = [
        features(claim.statement, match(claim.statement, [page])) for claim, page in zip(claims, pages, strict=True)
    ]
    table = np.array([list(row.values()) for row in rows])
    ranked, balanced, f1 = [], [], []
    for seed in range(SEEDS):
        model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=1000))
        folds = StratifiedKFold(5, shuffle=True, random_state=seed)
        unseen = cross_val_predict(model, table, truth, cv=folds, method="predict_proba")[:, 1]
        ranked.append(roc_auc_score(truth, unseen))
        called = unseen >= checker.model.supported
        balanced.append(balanced_accuracy_score(truth, called))
        f1.append(f1_score(truth, called))

    said = np.array([verdict == Verdict.SUPPORTED for verdict in verdicts])
    alarms = np.array([verdict == Verdict.NOT_SUPPORTED for verdict in verdicts])
    sentences = sum(len(page.sentences) for page in pages) / len(pages)
    speed, index, judge = (
        len(claims) / (judged - began),
        (indexed - began) / len(claims),
        (judged - indexed) / len(claims),
    )
    print(f"{checker.name}: {len(claims)} claims, {sentences:.0f} sentences a page")
    print(f"speed, one core: {speed:.0f} claims a second, of that index {index:.4f} s and judge {judge:.4f} s a claim")
    print(f"cross-validated, {SEEDS} seeds, the score alone: ", end="")
    for name, values in (("AUROC", ranked), ("balanced accuracy", balanced), ("F1", f1)):
        print(f"{name} {np.mean(values):.3f} ± {np.std(values):.3f}", end="; ")
    print(f"\nverdicts of the shipped model (fitted on these rows): accuracy {np.mean(said == truth):.3f}, ", end="")
    print(f"balanced accuracy {balanced_accuracy_score(truth, said):.3f}, F1 {f1_score(truth, said):.3f}, ", end="")
    print(f"supported claims called not_supported {np.mean(alarms[truth]):.3f}")
    print(f"environment: Python {platform.python_version()}, {platform.machine()}, NumPy {np.__version__}")
    print("rerun: PYTHONPATH=. python benchmarks/support.py ../shared/data/support")


if __name__ == "__main__":
    main()
