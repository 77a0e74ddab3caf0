"""Fit the model of support that the judge ships, on the fitting part of the judged sets.

    python -m benchmarks.judging.fit [--most 1000] [--rows FILE] [--write]

Every set weighs the same, whatever its size, and its right rows as much as its wrong ones: one set never decides, and
a score means the same in each. Only sets whose licence permits it are fitted on
(`use`). Two more sets are made from the fitting part: claims beside the text of another group of the same set, which
no source supports, and near misses and rewordings made by rule. Prints the figures of the choosing part; `--write`
replaces the model's data file. `--rows` keeps the computed rows from run to run.
"""

import json
import pickle
import random
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.judging.options import parser_of
from benchmarks.judging.parts import Part, drawn
from benchmarks.judging.sets import Record
from benchmarks.near_misses import names_of, variants
from claims.records import Source
from claims.support import default_checker
from claims.support.checker import observe
from claims.support.interface import Statement
from claims.support.scoring.trees import LEAF

SEEDS = 3
"""Fits that are averaged: one alone moves the mean balanced accuracy by 0.003 either way."""

SETTINGS = {
    "max_iter": 300, "learning_rate": 0.05, "max_leaf_nodes": 12, "l2_regularization": 5.0, "min_samples_leaf": 60,
    "max_features": 0.5,
}  # fmt: skip
"""Chosen on the choosing part, where 8, 12 and 16 leaves have a mean AUROC of 0.702, 0.704 and 0.705 (200 rows a set);
of claims in other languages and short pages of our own, 12 lose less than 16. MODEL_CARD.md has the others tried."""

MADE = 2.0
"""Weight of each set that is made here, in sets."""

BASES = ("wikifactcheck", "wice", "attributionbench", "feverous_dev", "defacto")
"""Sets of whose supported claims near misses are made."""

Array = NDArray[Any]
Row = tuple[str, bool, dict[str, float]]


def observed(name: str, statement: Statement, source: Source, label: bool) -> Row:
    """The set, the label and the features of one claim."""
    checker = default_checker()
    return name, label, observe(checker.model, statement, [checker.index(source)]).features


def real(records: dict[str, list[Record]]) -> list[Row]:
    """The rows as people judged them."""
    return [observed(name, row.statement, row.source, row.label) for name, rows in records.items() for row in rows]


def mismatched(records: dict[str, list[Record]], most: int = 20) -> list[Row]:
    """Claims beside the text of another group of their set."""
    found = []
    for rows in records.values():
        for row, other in list(zip(rows, rows[len(rows) // 2 :] + rows, strict=False))[:most]:
            if row.group != other.group:
                found.append(observed("mismatched", row.statement, other.source, False))
    return found


def edited(records: dict[str, list[Record]], most: int = 1_500) -> list[Row]:
    """Claims changed in one thing so that they are wrong, and reworded so that they stay right."""
    bases = [row for name in BASES for row in records.get(name, []) if row.label]
    pool = names_of([row.claim for row in bases])[:400]
    made = [(row, variant) for row in bases for variant in variants(row.claim, pool)]
    random.Random(0).shuffle(made)
    return [
        observed("edited", replace(row.statement, text=variant.text), row.source, variant.right)
        for row, variant in made[:most]
    ]


def weights(rows: list[Row]) -> Array:
    """Weights by which each set counts the same, and its right rows as much as its wrong ones."""
    counts = Counter((name, label) for name, label, _ in rows)
    labels = Counter(name for name, _ in counts)
    return np.array(
        [
            (MADE if name in ("mismatched", "edited") else 1.0) * 100 / labels[name] / counts[name, label]
            for name, label, _ in rows
        ]
    )


def fit(rows: list[Row]) -> dict[str, Any]:
    """The model, as its data file holds it."""
    names = list(rows[0][2])
    table = np.array([[features[name] for name in names] for _, _, features in rows])
    truth = np.array([label for _, label, _ in rows])
    trees: list[list[float]] = []
    bias = 0.0
    for seed in range(SEEDS):
        model = HistGradientBoostingClassifier(random_state=seed, **SETTINGS).fit(table, truth, weights(rows))
        bias += float(model._baseline_prediction[0, 0]) / SEEDS
        trees += [_flat(predictor[0].nodes) for predictor in model._predictors]
    return {"features": names, "bias": round(bias, 6), "trees": trees}


def _flat(nodes: Any) -> list[float]:
    """A fitted tree as four numbers a node; see `claims.support.scoring.trees.Node`."""
    flat: list[float] = []
    for node in nodes:
        if node["is_leaf"]:
            flat += [LEAF, round(float(node["value"]) / SEEDS, 5), 0, 0]
        else:
            flat += [int(node["feature_idx"]), _short(node["num_threshold"]), int(node["left"]), int(node["right"])]
    return flat


def _short(threshold: float) -> float:
    return float(f"{threshold:.6g}")


def rows_of(most: int) -> list[Row]:
    """The rows of the fitting part, with those that are made of them."""
    records = {name: rows for name, rows in drawn(Part.FITTING, most).items() if rows[0].use == "fit"}
    return real(records) + mismatched(records) + edited(records)


def main() -> None:
    """Fit, and write what was fitted if asked."""
    parser = parser_of("benchmarks.judging.fit", __doc__)
    parser.set_defaults(most=1000)
    parser.add_argument("--rows", type=Path, metavar="FILE", help="keep the computed rows here")
    parser.add_argument("--write", action="store_true", help="replace the model that the judge ships")
    options = parser.parse_args()
    if options.rows and options.rows.exists():
        rows = pickle.loads(options.rows.read_bytes())
    else:
        rows = rows_of(options.most)
        if options.rows:
            options.rows.write_bytes(pickle.dumps(rows))
    fitted = fit(rows)
    print(f"{len(rows)} rows of {len({name for name, _, _ in rows})} sets, {len(fitted['trees'])} trees")
    if options.write:
        path = Path(str(files("claims.support.scoring"))) / "support_trees.json"
        path.write_text(json.dumps(fitted, separators=(",", ":")).replace("],[", "],\n[") + "\n", "utf-8")


if __name__ == "__main__":
    main()
