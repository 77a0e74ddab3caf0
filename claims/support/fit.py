"""Refit the shipped model: `python -m claims.support.fit wice_claim_dev.jsonl`. Needs the extra `fit`.

The same file gives the same model, byte for byte. The thresholds are set on scores that the model gives to rows it
was not fitted on (cross-validation), as is the figure printed.
"""

import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from claims.records import BlockKind, Passage, Source
from claims.support.features import features
from claims.support.interface import Statement
from claims.support.match import match
from claims.support.model import FILE
from claims.support.page import make_page

VERSION = "1"
STRENGTH = 0.03
"""Inverse strength of the L2 penalty; 0.01 to 0.1 give the same AUROC on WiCE dev within 0.003."""

FALSE_ALARMS = 0.01
"""Share of the supported claims that `not_supported` may take in."""


def wice(path: Path) -> Iterator[tuple[Statement, Source, str]]:
    """The rows of a file of WiCE claims (Kamoi et al., EMNLP 2023): statement, source and label."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        meta = row["meta"]
        yield (
            Statement(
                text=row["claim"],
                title=meta["claim_title"],
                section=meta["claim_section"],
                context=meta["claim_context"],
            ),
            source_of(row["evidence"]),
            row["label"],
        )


def source_of(sentences: list[str]) -> Source:
    """A source whose passages are these sentences."""
    passages, start = [], 0
    for sentence in sentences:
        passages.append(Passage(start=start, end=start + len(sentence), kind=BlockKind.PARAGRAPH))
        start += len(sentence) + 1
    return Source(url="", text="\n".join(sentences), passages=tuple(passages))


def fit(path: Path) -> dict[str, Any]:
    """The model fitted on a file of WiCE claims, as written to the data file."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.metrics import balanced_accuracy_score, roc_auc_score  # type: ignore[import-untyped]
    from sklearn.model_selection import StratifiedKFold, cross_val_predict  # type: ignore[import-untyped]
    from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]
    from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

    rows, labels = [], []
    for statement, source, label in wice(path):
        rows.append(features(statement, match(statement, [make_page(source)])))
        labels.append(label == "supported")
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    truth = np.array(labels)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=1000))
    unseen = np.mean(
        [
            cross_val_predict(
                model, table, truth, cv=StratifiedKFold(5, shuffle=True, random_state=seed), method="predict_proba"
            )[:, 1]
            for seed in range(5)
        ],
        axis=0,
    )
    supported = max(np.linspace(0.2, 0.6, 81), key=lambda cut: balanced_accuracy_score(truth, unseen >= cut))
    alarm = np.quantile(unseen[truth], FALSE_ALARMS)
    print(f"cross-validated AUROC {roc_auc_score(truth, unseen):.3f}", file=sys.stderr)
    model.fit(table, truth)
    scaler, regression = model[0], model[1]
    return {
        "version": VERSION,
        "names": names,
        "means": _rounded(scaler.mean_),
        "scales": _rounded(scaler.scale_),
        "weights": _rounded(regression.coef_[0]),
        "bias": round(float(regression.intercept_[0]), 6),
        "supported": round(float(supported), 4),
        "not_supported": round(float(alarm), 4),
    }


def _rounded(values: Any) -> list[float]:
    return [round(float(value), 6) for value in values]


def main() -> None:
    """Fit on the file named on the command line, and write the data file."""
    fitted = fit(Path(sys.argv[1]))
    target = Path(str(files("claims.support").joinpath(FILE)))
    target.write_text(json.dumps(fitted, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
