"""The tables of a run, the run as JSON, and how two runs differ."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.judging.figures import FIGURES, Columns, Mean, best_cut, difference, mean, measure
from benchmarks.judging.sets import Record, families
from benchmarks.judging.systems import CUTS, JUDGE, SUPPORTED, UNCLEAR, Outcome
from claims.support import default_checker

FITTED = frozenset({"wice", "wice_tokens", "attributionbench", "wikifactcheck", "factcg", "fever_symmetric"})
"""Sets on whose rows, those of every part, the shipped model is fitted; starred, and not in the mean `unseen`."""

HEAD = ("AUROC", "balanced", "right sup.", "wrong sup.", "wrong al.", "right al.", "ms", "calibr.")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """The records of a part by set, and what each system says of them."""

    records: Mapping[str, Sequence[Record]]
    outcomes: Mapping[str, Mapping[str, Sequence[Outcome]]]

    def columns(self, system: str) -> dict[str, Columns]:
        """A system's columns by set; a peer without a point of its own is given the one best on these very rows."""
        found = {name: Columns.of(rows, self.outcomes[system][name]) for name, rows in self.records.items()}
        if system == JUDGE or system in CUTS:
            return found
        cut = best_cut(found)
        pointed = {
            name: [Outcome(each.score, SUPPORTED if each.score >= cut else UNCLEAR, each.ms) for each in outcomes]
            for name, outcomes in self.outcomes[system].items()
        }
        return {name: Columns.of(rows, pointed[name]) for name, rows in self.records.items()}

    def written(self) -> list[Row]:
        """The judge's rows, as JSON holds them."""
        return [
            {
                "set": name,
                "id": record.id,
                "group": record.group,
                "label": record.label,
                "verdict": outcome.verdict,
                "score": outcome.score,
                "ms": round(outcome.ms, 2),
            }
            for name, records in self.records.items()
            for record, outcome in zip(records, self.outcomes[JUDGE][name], strict=True)
        ]


def environment() -> dict[str, str]:
    """What a figure may depend on: the judge, Python, the machine, and the libraries."""
    found = {"judge": default_checker().name, "python": platform.python_version(), "machine": platform.machine()}
    for name in ("numpy", "scikit-learn", "anchorcite", "grounded-check"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found | {"cores": str(os.cpu_count())}


def in_words(environment: Mapping[str, str]) -> str:
    """The environment on one line."""
    return ", ".join(f"{name} {value}" for name, value in environment.items())


def means_of(sets: Mapping[str, Columns]) -> Iterator[tuple[str, dict[str, Columns]]]:
    """The groups of sets that a mean is taken over: each family, all but single sentences, those not fitted on."""
    kinds = families()
    for family in dict.fromkeys(kinds.values()):
        yield family, {name: each for name, each in sets.items() if kinds[name] == family}
    near = {name: each for name, each in sets.items() if kinds[name] != "sentence"}
    yield "all but sentences", near
    yield "unseen", {name: each for name, each in near.items() if name not in FITTED}
    yield "all sets", dict(sets)


def by_set(run: Run) -> Iterator[str]:
    """The table by set: the judge's figures, and AUROC and balanced accuracy of each peer."""
    columns = {system: run.columns(system) for system in run.outcomes}
    peers = [system for system in columns if system != JUDGE]
    yield _line("set", "family", "lang", "n", *HEAD) + "".join(f"  {peer:>14s}" for peer in peers)
    for name, records in run.records.items():
        shown = name + "*" * (name in FITTED)
        line = _line(shown, families()[name], records[0].lang, str(len(records)), *_figures(columns[JUDGE][name]))
        ranked = [measure(columns[peer][name])[0][:2] for peer in peers]
        yield line + "".join(f"  {auroc:7.3f} {balanced:.3f} " for auroc, balanced in ranked)
    yield "* the shipped model is fitted on these very rows"


def by_mean(run: Run) -> Iterator[str]:
    """The means over sets with their intervals, the judge first, then each peer."""
    for system in run.outcomes:
        yield ""
        yield _line(system, "mean of", "", "sets", *HEAD)
        for title, sets in means_of(run.columns(system)):
            if sets:
                yield from _mean_lines(title, len(sets), mean(sets), signed=False)


def against(before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    """How the judge differs from an earlier run, over the rows that both have: by set, then the means, paired."""
    early = {(row["set"], row["id"]): row for row in before}
    late = {(row["set"], row["id"]): row for row in after}
    shared = [key for key in late if key in early]
    names = list(dict.fromkeys(name for name, _ in shared))
    sets = [
        {name: _columns([rows[key] for key in shared if key[0] == name]) for name in names} for rows in (early, late)
    ]
    yield f"{len(shared)} rows that both runs have; the later less the earlier"
    yield _line("set", "family", "", "n", *HEAD)
    for name in names:
        apart = (measure(sets[1][name]) - measure(sets[0][name]))[0]
        yield _line(name, families()[name], "", str(len(sets[0][name].truth)), *_shown(apart, signed=True))
    for title, chosen in means_of(sets[0]):
        if chosen:
            yield from _mean_lines(
                title, len(chosen), difference(chosen, {name: sets[1][name] for name in chosen}), signed=True
            )


def summary(run: Run) -> dict[str, Any]:
    """The figures of every system by set and by mean, as JSON holds them."""
    found: dict[str, Any] = {}
    for system in run.outcomes:
        columns = run.columns(system)
        found[system] = {
            "sets": {name: _named(measure(each)[0]) for name, each in columns.items()},
            "means": {title: _named(mean(sets).value) for title, sets in means_of(columns) if sets},
        }
    return found


def _columns(rows: Sequence[Row]) -> Columns:
    outcomes = [Outcome(row["score"], row["verdict"], row["ms"]) for row in rows]
    blank = {"claim": "", "text": "", "kind": "", "lang": "", "use": ""}
    return Columns.of(
        [Record(set=row["set"], id=row["id"], group=row["group"], label=row["label"], **blank) for row in rows],
        outcomes,
    )


def _named(values: Any) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(FIGURES, values, strict=False)}


def _mean_lines(title: str, count: int, found: Mean, signed: bool) -> Iterator[str]:
    yield _line("", title, "", str(count), *_shown(found.value, signed))
    spread = [f"{low:.3f}…{high:.3f}" for low, high in zip(found.low, found.high, strict=True)]
    yield _line(
        "", "  95 %", "", "", *(cell if name != "ms" else "" for name, cell in zip(FIGURES, spread, strict=True))
    )


def _figures(columns: Columns) -> list[str]:
    return _shown(measure(columns)[0], signed=False)


def _shown(values: Any, signed: bool) -> list[str]:
    sign = "+" if signed else ""
    digits = ["1" if name == "ms" else "3" for name in FIGURES]
    return [f"{value:{sign}.{many}f}" for value, many in zip(values, digits, strict=False)]


def _line(name: str, family: str, lang: str, count: str, *cells: str) -> str:
    return f"{name:22s} {family:17s} {lang:2s} {count:>4s} " + " ".join(f"{cell:>11s}" for cell in cells)
