"""Details of claims that come out `contradicted`, drawn again and held against those that were judged by hand.

`python -m benchmarks.contradicted [FOLDER] [--write]`: every one that any set of judged pairs gives, WikiFactCheck's
rewrites that no model is fitted on making up the hundred by chance. `contradicted_by_hand.csv` beside this file lists
what was judged, by reading claim and source: set, row (counted from 0), detail, what the source has, right or wrong,
and why. Those drawn and not listed are printed; `--write` adds them to the list, for somebody to judge.
"""

import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claims.records import FactState, Source
from claims.support import default_checker, fit, training
from claims.support.interface import Statement
from claims.support.training import source_of

LIST = Path(__file__).with_name("contradicted_by_hand.csv")
HUNDRED, SEED = 100, 2
PAIRS = "wikifactcheck"

Contradiction = tuple[str, str, str, str]
"""Set, row, detail, and what the source has."""


def rows(folder: Path) -> Iterator[tuple[str, int, Statement, Source]]:
    """Every judged pair, but the pairs of WikiFactCheck that a model is fitted on."""
    examples = [each for domain in training.DOMAINS for each in domain(folder)]
    fitted = {each.group for each in fit.fitted_on(examples) if each.domain == PAIRS}
    counted: Counter[str] = Counter()
    for each in examples:
        if each.domain != PAIRS or each.group not in fitted:
            yield each.domain, counted[each.domain], each.statement, each.source
        counted[each.domain] += 1
    with (folder / "factcg_cg2c_musique.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            read = json.loads(line)
            if read["text_a"]:
                paragraphs = [paragraph for paragraph in read["text_a"].split("\n") if paragraph]
                yield "factcg_musique", number, Statement(text=read["text_b"][0]), source_of(paragraphs)


def contradictions(folder: Path) -> Iterator[Contradiction]:
    """What comes out contradicted, in the order of the sets."""
    checker = default_checker()
    for name, number, statement, source in rows(folder):
        for fact in checker.judge(statement, [checker.index(source)]).facts:
            if fact.state is FactState.CONTRADICTED:
                yield name, str(number), fact.text, fact.found or ""


def drawn(found: list[Contradiction]) -> list[Contradiction]:
    """All that is not of WikiFactCheck, and of that as many as make a hundred."""
    others = [each for each in found if each[0] != PAIRS]
    pairs = [each for each in found if each[0] == PAIRS]
    # By a chance of each its own: a detail more or less leaves the rest of the sample as it was.
    pairs.sort(key=lambda each: random.Random(f"{SEED} {each}").random())
    return others + pairs[: max(0, HUNDRED - len(others))]


def main() -> None:
    folders = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    folder = folders[0] if folders else Path(__file__).parents[2] / "shared/data/support"
    with LIST.open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines))
    judged = {(row["set"], row["row"], row["detail"], row["source_has"]): row["judged"] for row in listed}
    found = list(contradictions(folder))
    sample = drawn(found)
    print(f"contradicted: {len(found)}, by set {dict(Counter(each[0] for each in found))}")
    print(f"listed: {len(judged)}, of which {len(judged.keys() & set(found))} still come out contradicted")
    for name, here in (("all", sample), ("but WikiFactCheck", [each for each in sample if each[0] != PAIRS])):
        told = Counter(judged.get(each, "not judged") for each in here)
        print(f"drawn, {name}: {len(here)}, {dict(told)}")
    new = [each for each in sample if each not in judged]
    for each in new:
        print(f"  not judged: {each}")
    if "--write" in sys.argv:
        with LIST.open("a", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([*each, "", ""] for each in new)


if __name__ == "__main__":
    main()
