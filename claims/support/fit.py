"""Refit what ships: `python -m claims.support.fit FOLDER`, FOLDER holding the judged pairs. Needs the extra `fit`.

The same folder gives the same files. The thresholds are set on scores that the model gives to rows it was not fitted
on (cross-validation over five seeds), as are the figures printed. MODEL_CARD.md says what it is fitted on.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from claims.support import model, rarity
from claims.support.features import features
from claims.support.match import match
from claims.support.page import make_page
from claims.support.training import DOMAINS, Example, wice
from claims.support.words import stemmer, words

VERSION = "2"
STRENGTH = 0.02
"""Inverse strength of the L2 penalty; 0.01 to 0.03 give the same AUROC on WiCE dev within 0.004."""

FALSE_ALARMS = 0.01
"""Share of the supported claims that `not_supported` may take in."""

OFTEN = 10
"""Stretches of text that must have a word for it to be listed with its rarity."""


def count_words(folder: Path) -> str:
    """The list of rarities, from all the texts of the judged pairs, in stretches of eight paragraphs."""
    stem, counts, seen = stemmer("en"), Counter[str](), set[str]()
    for domain in DOMAINS:
        for example in domain(folder):
            source = example.source
            for first in range(0, len(source.passages), 8):
                stretch = source.passages[first : first + 8]
                text = source.text[stretch[0].start : stretch[-1].end]
                if text not in seen:
                    seen.add(text)
                    counts.update({stem(word.form) for word in words(text)})
    levels: defaultdict[float, list[str]] = defaultdict(list)
    for form, count in sorted(counts.items()):
        if count >= OFTEN and not form[:1].isdigit():
            levels[round(math.log(len(seen) / count), 1)].append(form)
    return "".join(f"{level} {' '.join(forms)}\n" for level, forms in sorted(levels.items()))


def row(example: Example) -> dict[str, float]:
    """The features of one example."""
    return features(example.statement, match(example.statement, [make_page(example.source)]))


def fit(examples: list[Example]) -> dict[str, Any]:
    """The model fitted on these examples, as written to the data file."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.metrics import balanced_accuracy_score, roc_auc_score  # type: ignore[import-untyped]
    from sklearn.model_selection import StratifiedKFold, cross_val_predict  # type: ignore[import-untyped]
    from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]
    from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

    rows = [row(example) for example in examples]
    names = list(rows[0])
    table = np.array([[each[name] for name in names] for each in rows])
    truth = np.array([example.supported for example in examples])
    regression = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=1000))
    unseen = np.mean(
        [
            cross_val_predict(
                regression, table, truth, cv=StratifiedKFold(5, shuffle=True, random_state=seed), method="predict_proba"
            )[:, 1]
            for seed in range(5)
        ],
        axis=0,
    )
    supported = max(np.linspace(0.2, 0.6, 81), key=lambda cut: balanced_accuracy_score(truth, unseen >= cut))
    alarm = np.quantile(unseen[truth], FALSE_ALARMS)
    print(f"cross-validated AUROC {roc_auc_score(truth, unseen):.3f}", file=sys.stderr)
    regression.fit(table, truth)
    return {
        "version": VERSION,
        "names": names,
        "means": _rounded(regression[0].mean_),
        "scales": _rounded(regression[0].scale_),
        "weights": _rounded(regression[1].coef_[0]),
        "bias": round(float(regression[1].intercept_[0]), 6),
        "supported": round(float(supported), 4),
        "not_supported": round(float(alarm), 4),
    }


def _rounded(values: Any) -> list[float]:
    return [round(float(value), 6) for value in values]


def main() -> None:
    """Count the words and fit the model on the folder named on the command line, and write both data files."""
    folder = Path(sys.argv[1])
    here = Path(str(files("claims.support")))
    (here / rarity.FILE).write_text(count_words(folder), "utf-8")
    (here / model.FILE).write_text(json.dumps(fit(list(wice(folder))), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
