"""Refit the small models of words and of quotes: `python -m claims.support.training.fit FOLDER`. Needs the extra `fit`.

FOLDER holds the judged pairs; the same folder gives the same files. The model of support itself is fitted over many
sets by `benchmarks.judging.fit`. MODEL_CARD.md says what the models are fitted on and how they fare.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from claims.language.stemming import stemmer
from claims.language.tokens import words
from claims.support.retrieval import rarity
from claims.support.scoring import model
from claims.support.training import fit_choice, fit_words
from claims.support.training.judged_pairs import DOMAINS, Example

OFTEN = 10
"""Stretches of text that must have a word for it to be listed with its rarity."""


def fit(examples: list[Example]) -> dict[str, Any]:
    """The models fitted on examples, as written to the data file."""
    return {"by_word": fit_words.fit(examples), "choice": fit_choice.fit(fit_choice.marked(examples))}


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
    (here / "retrieval" / rarity.FILE).write_text(count_words(examples), "utf-8")
    path = here / "scoring" / model.FILE
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | fit(examples), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
