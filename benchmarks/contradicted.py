"""Compare the details that come out `contradicted` with those that were judged by hand.

`python -m benchmarks.contradicted [FOLDER] [--write]` takes every such detail of all sets of judged pairs, and fills up
to a hundred with random ones of WikiFactCheck's rewrites on which no model is fitted. `contradicted_by_hand.csv` lists
what somebody judged by reading claim and source: set, row (counted from 0), detail, what the source has, right or
wrong, and why. Details that are drawn but not listed are printed; `--write` adds them to the list, to be judged.
"""

import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks import data
from claims.records import FactState, Source
from claims.support import default_checker
from claims.support.interface import Statement
from claims.support.training import judged_pairs as training
from claims.support.training.judged_pairs import source_of

LIST = Path(__file__).with_name("contradicted_by_hand.csv")
HUNDRED, SEED = 100, 2
PAIRS = "wikifactcheck"

Contradiction = tuple[str, str, str, str]
"""Set, row, detail, and what the source has."""


def rows(folder: Path) -> Iterator[tuple[str, int, Statement, Source]]:
    """Yield every judged pair, of WikiFactCheck the half of the pairs that the list was drawn from."""
    examples = [each for domain in training.DOMAINS for each in domain(folder)]
    pairs = list(dict.fromkeys(each.group for each in examples if each.domain == PAIRS))
    drawn_from = set(pairs[1::2])
    counted: Counter[str] = Counter()
    for each in examples:
        if each.domain != PAIRS or each.group in drawn_from:
            yield each.domain, counted[each.domain], each.statement, each.source
        counted[each.domain] += 1
    with (folder / "factcg_cg2c_musique.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            read = json.loads(line)
            if read["text_a"]:
                paragraphs = [paragraph for paragraph in read["text_a"].split("\n") if paragraph]
                yield "factcg_musique", number, Statement(text=read["text_b"][0]), source_of(paragraphs)


def contradictions(folder: Path) -> Iterator[Contradiction]:
    """Yield what comes out contradicted, in the order of the sets."""
    checker = default_checker()
    for name, number, statement, source in rows(folder):
        for fact in checker.judge(statement, [checker.index(source)]).facts:
            if fact.state is FactState.CONTRADICTED:
                yield name, str(number), fact.text, fact.found or ""


def drawn(found: list[Contradiction]) -> list[Contradiction]:
    """Return all details from other sets, and enough of WikiFactCheck to make a hundred."""
    others = [each for each in found if each[0] != PAIRS]
    pairs = [each for each in found if each[0] == PAIRS]
    # Each has a random key of its own: a detail more or less leaves the rest of the sample unchanged.
    pairs.sort(key=lambda each: random.Random(f"{SEED} {each}").random())
    return others + pairs[: max(0, HUNDRED - len(others))]


def main() -> None:
    folder = data.folder(data.SUPPORT)
    with LIST.open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines))
    judged = {(row["set"], row["row"], row["detail"], row["source_has"]): row["judged"] for row in listed}
    found = list(contradictions(folder))
    sample = drawn(found)
    print(f"contradicted: {len(found)}, by set {dict(Counter(each[0] for each in found))}")
    print(f"listed: {len(judged)}, of which {len(judged.keys() & set(found))} still come out contradicted")
    for name, here in (("all", sample), ("but WikiFactCheck", [each for each in sample if each[0] != PAIRS])):
        counts = Counter(judged.get(each, "not judged") for each in here)
        print(f"drawn, {name}: {len(here)}, {dict(counts)}")
    new = [each for each in sample if each not in judged]
    for each in new:
        print(f"  not judged: {each}")
    if "--write" in sys.argv:
        with LIST.open("a", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([*each, "", ""] for each in new)


if __name__ == "__main__":
    main()
