"""What each rule is worth: the judge with it and without it, on the same rows.

    python -m benchmarks.judging.ablation [--part fitting|choosing] [--without FAMILY,…] [--out FILE]

A rule catches a wrong claim that is `supported` only without the rule, and loses a right one that is. It earns its
place where it catches at least twice as many as it loses, on sets that nobody wrote for it (`unseen`).
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

from sklearn.metrics import roc_auc_score

from benchmarks.judging.options import chosen, parser_of
from benchmarks.judging.report import FITTED, environment, in_words
from benchmarks.judging.sets import Record
from benchmarks.judging.switches import RULES
from benchmarks.judging.systems import ALARMS, SUPPORTED, Outcome, judge

Judged = list[tuple[Record, Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What switching one thing off changes; records by their ids.

    Attributes:
        caught: wrong claims that are supported without it, `lost` right ones.
        gained: right claims that are supported only with it, `passed` wrong ones.
        alarmed: wrong claims that raise an alarm only with it, `harmed` right ones.
        auroc: how much higher the mean AUROC over sets is with it.
        fired: wrong and right claims on which it finds something, whatever comes of it.
    """

    caught: list[Record]
    lost: list[Record]
    gained: list[Record]
    passed: list[Record]
    alarmed: list[Record]
    harmed: list[Record]
    auroc: float
    fired: tuple[int, int]


def baseline(records: Sequence[Record]) -> tuple[Judged, dict[str, list[int]]]:
    """What the judge says of each record, and for each rule the places of those on which it finds something."""
    fired: dict[str, list[int]] = {name: [] for name in RULES}
    judged: Judged = []
    for place, record in enumerate(records):
        found: set[str] = set()
        with ExitStack() as watching:
            for name, rule in RULES.items():
                watching.enter_context(rule.patched(False, partial(found.add, name)))
            judged.append((record, judge(record)))
        for name in found:
            fired[name].append(place)
    return judged, fired


def effects(records: Sequence[Record]) -> Iterator[tuple[str, Effect]]:
    """The effect of every rule, and of all together, for some catch the same."""
    judged, fired = baseline(records)
    for name, rule in RULES.items():
        with rule.patched(True):
            yield name, effect(judged, {place: judge(records[place]) for place in fired[name]})
    with ExitStack() as off:
        for rule in RULES.values():
            off.enter_context(rule.patched(True))
        places = sorted({place for found in fired.values() for place in found})
        yield "all of these rules", effect(judged, {place: judge(records[place]) for place in places})


def effect(judged: Judged, without: Mapping[int, Outcome]) -> Effect:
    """What differs between the outcomes and those that are given for some places."""
    changed = [(*judged[place], outcome) for place, outcome in without.items()]
    eased = [record for record, on, off in changed if on.verdict != SUPPORTED == off.verdict]
    helped = [record for record, on, off in changed if on.verdict == SUPPORTED != off.verdict]
    loud = [record for record, on, off in changed if on.verdict in ALARMS and off.verdict not in ALARMS]
    others = [(record, without.get(place, outcome)) for place, (record, outcome) in enumerate(judged)]
    return Effect(
        caught=[record for record in eased if not record.label],
        lost=[record for record in eased if record.label],
        gained=[record for record in helped if record.label],
        passed=[record for record in helped if not record.label],
        alarmed=[record for record in loud if not record.label],
        harmed=[record for record in loud if record.label],
        auroc=_auroc(judged) - _auroc(others) if without else 0.0,
        fired=(sum(not record.label for record, _, _ in changed), sum(record.label for record, _, _ in changed)),
    )


def _auroc(judged: Judged) -> float:
    """The mean AUROC over sets."""
    sets: dict[str, Judged] = {}
    for record, outcome in judged:
        sets.setdefault(record.set, []).append((record, outcome))
    areas = [roc_auc_score([row.label for row, _ in rows], [said.score for _, said in rows]) for rows in sets.values()]
    return float(sum(areas) / len(areas))


COUNTS = ("caught", "lost", "gained", "passed", "alarmed", "harmed")


def lines(name: str, found: Effect) -> Iterator[str]:
    """An effect in figures, and by set what was caught and lost."""
    cells = "".join(f"{len(getattr(found, each)):8d}" for each in COUNTS)
    caught, lost = (Counter(record.set for record in each) for each in (found.caught, found.lost))
    unseen = [sum(count for name, count in each.items() if name not in FITTED) for each in (caught, lost)]
    earned = "keep" if unseen[0] >= max(1, 2 * unseen[1]) else "drop"
    line = f"{name:40s}{cells}  {found.auroc:+.4f} {unseen[0]:5d}:{unseen[1]:<5d}"
    yield f"{line} {found.fired[0]:5d}:{found.fired[1]:<5d} {earned}"
    if caught or lost:
        yield "    " + ", ".join(f"{each} {caught[each]}:{lost[each]}" for each in sorted(caught | lost))


def written(found: Effect) -> dict[str, Any]:
    """An effect as JSON holds it: the ids of the records."""
    return {name: [record.id for record in getattr(found, name)] for name in COUNTS} | {
        "auroc": round(found.auroc, 5),
        "fired": found.fired,
    }


def main() -> None:
    """Run what the command line asks for."""
    parser = parser_of("benchmarks.judging.ablation", __doc__)
    options = parser.parse_args()
    about, sets = chosen(options)
    records = [record for rows in sets.values() for record in rows]
    print(f"{in_words(environment())}\n{about}")
    print(
        "caught, passed, alarmed: wrong claims; lost, gained, harmed: right ones; unseen: caught:lost on sets that the"
    )
    print(
        "model is not fitted on, by which a rule is kept; fired: wrong:right claims; below each, caught:lost by set\n"
    )
    print(f"{'':40s}" + "".join(f"{title:>8s}" for title in COUNTS) + "    AUROC   unseen      fired")
    found = {}
    for name, each in effects(records):
        print("\n".join(lines(name, each)), flush=True)
        found[name] = written(each)
    if options.out:
        options.out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
