"""The fitting, choosing and final part of every set: split by group, capped, as many right rows as wrong ones."""

import hashlib
from collections.abc import Collection, Iterable
from enum import StrEnum
from pathlib import Path

from benchmarks.judging.sets import FOLDER, Record, families, records

SEED = "citewatch-12"
"""Changing it makes new parts: what was chosen on the old ones may then be judged by rows that it was chosen on."""

LEAST = 15
"""Right and wrong rows that a set's part has at least; a set with fewer says nothing and is left out."""


class Part(StrEnum):
    """What rows are for: fitting weights, choosing rules and thresholds, or the one look at the end."""

    FITTING = "fitting"
    CHOOSING = "choosing"
    FINAL = "final"


def part_of(group: str) -> Part:
    """The part of a group, whatever set its rows are in: half of the groups fit, a quarter each choose and judge."""
    share = _hash(f"{SEED} {group}") / 2**64
    return Part.FITTING if share < 0.5 else Part.CHOOSING if share < 0.75 else Part.FINAL


def capped(rows: Iterable[Record], most: int) -> list[Record]:
    """At most `most` records, right and wrong ones in halves, always the same whatever order they come in."""
    ordered = sorted(rows, key=lambda row: _hash(f"{SEED} {row.id}"))
    return [row for label in (True, False) for row in [row for row in ordered if row.label is label][: most // 2]]


def drawn(
    part: Part, most: int, names: Collection[str] = (), without: Collection[str] = (), folder: Path = FOLDER
) -> dict[str, list[Record]]:
    """The records of a part by set, in the order of `families.tsv`.

    Args:
        part: which part.
        most: records of a set.
        names: the sets, all if empty.
        without: families or sets left out.
        folder: where the judged sets are.
    """
    found = {}
    for name, family in families().items():
        if (not names or name in names) and not {name, family} & set(without):
            rows = capped((row for row in records(name, folder) if part_of(row.group) is part), most)
            right = sum(row.label for row in rows)
            if min(right, len(rows) - right) >= LEAST:
                found[name] = rows
    return found


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
