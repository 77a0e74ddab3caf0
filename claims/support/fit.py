"""Refit what ships: `python -m claims.support.fit FOLDER`, FOLDER holding the judged pairs. Needs the extra `fit`.

The same folder gives the same files. Operating points are set on scores for rows that the model was not fitted on
(five folds, five seeds). MODEL_CARD.md says what the model is fitted on and how it fares.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold  # type: ignore[import-untyped]

from claims.language.stemming import stemmer
from claims.language.tokens import words
from claims.support import fit_choice, fit_words, model, rarity
from claims.support.comparison import compare
from claims.support.features import features
from claims.support.match import match
from claims.support.model import Linear
from claims.support.page import LONG, make_page
from claims.support.regression import Regression
from claims.support.training import DOMAINS, Example

VERSION = "5"
SEEDS = 5
OFTEN = 10
"""Stretches of text that must have a word for it to be listed with its rarity."""

# How much each data set weighs in a fit, whatever its size. Others are only measured on.
SUPPORT = {"wice": 1.0, "attributionbench": 1.0, "factcg": 1.0, "fever_symmetric": 0.5}
NEAR_MISS = {"wikifactcheck": 1.2, "wice": 0.45, "attributionbench": 0.45, "factcg": 0.35, "fever_symmetric": 0.3}
SUPPORT_STRENGTH, NEAR_MISS_STRENGTH = 0.01, 0.1
"""Inverse strengths of the L2 penalty; a factor of two either way changes AUROC on WiCE dev by at most 0.003."""

# Shares that set the operating points: of WiCE's supported claims that pass, of the rewritten claims of
# WikiFactCheck that are caught, and of each set's supported claims that may be called not supported.
POINTS = {"lenient": (0.90, 0.60, 0.005), "normal": (None, 0.76, 0.02), "strict": (0.60, 0.82, 0.05)}

SNIPPETS = 0.75
"""What of that share may be, where the sources are a few sentences; with all of it, 3.0 % of HealthVer's were."""

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Examples as arrays, a row each: features by `names`, whether supported, the data set, the group."""

    names: list[str]
    rows: Array
    truth: Array
    domains: Array
    groups: Array

    def weights(self, shares: dict[str, float]) -> Array:
        """Row weights that give each data set its share, in rows of the whole."""
        sizes = Counter(self.domains)
        return np.array([shares.get(domain, 0) * 1000 / sizes[domain] for domain in self.domains])

    def without(self, prefix: str) -> "Table":
        """The same without the features whose names begin so: those that only show near misses."""
        kept = [place for place, name in enumerate(self.names) if not name.startswith(prefix)]
        return replace(self, names=[self.names[place] for place in kept], rows=self.rows[:, kept])


def row(example: Example, by_word: Linear) -> dict[str, float]:
    """The features of an example, its words weighed by this model."""
    seen = match(example.statement, [make_page(example.source)])
    return features(example.statement, seen, compare(example.statement, seen), by_word)


def tabulate(examples: list[Example], by_word: Linear) -> Table:
    """The features of all examples, their words weighed by this model."""
    rows = [row(each, by_word) for each in examples]
    names = list(rows[0])
    return Table(
        names=names,
        rows=np.array([[row[name] for name in names] for row in rows]),
        truth=np.array([each.supported for each in examples]),
        domains=np.array([each.domain for each in examples]),
        groups=np.array([f"{each.domain} {each.group}" for each in examples]),
    )


def fitted_on(examples: list[Example]) -> list[Example]:
    """The examples to fit on: of WikiFactCheck every other pair, so that the rest can be measured on."""
    pairs = {group: place for place, group in enumerate(dict.fromkeys(e.group for e in _of("wikifactcheck", examples)))}
    return [each for each in examples if each.domain != "wikifactcheck" or pairs[each.group] % 2 == 0]


def _of(domain: str, examples: list[Example]) -> list[Example]:
    return [each for each in examples if each.domain == domain]


def unseen(table: Table, truth: Array, shares: dict[str, float], strength: float) -> list[Array]:
    """For each seed, the score of every row from a model fitted without its fold."""
    weights = table.weights(shares)
    found = []
    for seed in range(SEEDS):
        scores = np.zeros(len(truth))
        folds = StratifiedGroupKFold(5, shuffle=True, random_state=seed)
        strata = [f"{domain} {said}" for domain, said in zip(table.domains, truth, strict=True)]
        for train, test in folds.split(table.rows, strata, table.groups):
            model = Regression(table.rows[train], truth[train], weights[train], strength)
            scores[test] = model(table.rows[test])
        found.append(scores)
    return found


def fit(examples: list[Example]) -> dict[str, Any]:
    """The models fitted on examples, as written to the data file."""
    by_word = fit_words.fit(examples)
    table = tabulate(fitted_on(examples), model.linear(by_word))
    missed = ~table.truth
    apart = table.without("near")
    support = Regression(apart.rows, apart.truth, apart.weights(SUPPORT), SUPPORT_STRENGTH)
    near = Regression(table.rows, missed, table.weights(NEAR_MISS), NEAR_MISS_STRENGTH)
    scores = np.mean(unseen(apart, apart.truth, SUPPORT, SUPPORT_STRENGTH), axis=0)
    misses = np.mean(unseen(table, missed, NEAR_MISS, NEAR_MISS_STRENGTH), axis=0)
    return {
        "version": VERSION,
        "points": {name: _point(table, scores, misses, *shares) for name, shares in POINTS.items()},
        "support": support.written(apart.names),
        "by_word": by_word,
        "near_miss": near.written(table.names),
        "choice": fit_choice.fit(fit_choice.marked(examples)),
    }


def _point(
    table: Table, scores: Array, misses: Array, passing: float | None, caught: float, alarms: float
) -> dict[str, float]:
    wice = table.domains == "wice"
    rewritten = (table.domains == "wikifactcheck") & ~table.truth
    supported = scores[wice & table.truth]
    cut = np.quantile(supported, 1 - passing) if passing else _balanced(scores[wice], table.truth[wice])
    long = table.rows[:, table.names.index("sentences")] >= math.log1p(LONG)
    pages = table.rows[:, table.names.index("words_page")]
    borne = np.array([model.Model.borne(score, page) for score, page in zip(scores, pages, strict=True)])
    alarm, short = _alarm(table, borne, long, alarms), _alarm(table, borne, ~long, SNIPPETS * alarms)
    near = np.quantile(misses[rewritten], 1 - caught)
    return {
        "supported": round(float(cut), 4),
        "not_supported": round(alarm, 4),
        "not_supported_short": round(short, 4),
        "near_miss": round(float(near), 4),
    }


def _alarm(table: Table, borne: Array, rows: Array, share: float) -> float:
    """The highest cut below which no set has more than this share of its supported claims, of at least 50."""
    sets = [rows & table.truth & (table.domains == each) for each in set(table.domains) - {"wice_tokens"}]
    return float(min((np.quantile(borne[each], share) for each in sets if each.sum() >= 50), default=-99.0))


def _balanced(scores: Array, truth: Array) -> float:
    """The cut with the best balanced accuracy; the middle of the best tenth of them, for the curve is ragged."""
    cuts = np.linspace(0.1, 0.9, 161)
    good = np.array([np.mean(scores[truth] >= cut) + np.mean(scores[~truth] < cut) for cut in cuts])
    return float(np.mean(cuts[good >= np.quantile(good, 0.9)]))


def count_words(examples: list[Example]) -> str:
    """The list of rarities, from all the texts of the judged pairs, in stretches of eight paragraphs."""
    stem, counts, seen = stemmer("en"), Counter[str](), set[str]()
    for source in (example.source for example in examples):
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


def main() -> None:
    """Count the words and fit the models on the folder named on the command line, and write both data files."""
    examples = [example for domain in DOMAINS for example in domain(Path(sys.argv[1]))]
    here = Path(str(files("claims.support")))
    (here / rarity.FILE).write_text(count_words(examples), "utf-8")
    (here / model.FILE).write_text(json.dumps(fit(examples), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
