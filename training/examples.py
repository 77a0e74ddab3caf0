"""Judged rows as examples: the premises that the judge would let a model read, the claim, and the class."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from benchmarks.judging.sets import Record
from claims.support.entailment.premises import premises
from claims.support.index.indexing import make_page
from claims.support.index.page import Page
from claims.support.interface import Statement
from claims.support.retrieval.headline import in_prose
from claims.support.retrieval.matching import match
from training.swaps import near_misses

VERBATIM = 0.1
"""Share of the right claims that may stand in their page word for word: a model learns nothing from more of them."""


class Label(IntEnum):
    """The classes of the model, and those rows that only say that the claim is not entailed."""

    ENTAILED = 0
    NEUTRAL = 1
    CONTRADICTED = 2
    NOT_ENTAILED = 3


KINDS = {
    "entailment": Label.ENTAILED,
    "neutral": Label.NEUTRAL,
    "contradiction": Label.CONTRADICTED,
    "not_entailment": Label.NOT_ENTAILED,
    "partial": Label.NOT_ENTAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A claim with the premises to read it by. `made` examples are near misses that no person judged."""

    premises: tuple[str, ...]
    claim: str
    label: Label
    made: bool = False


def examples(records: Iterable[Record], seed: int = 0) -> Iterator[Example]:
    """Turn records into examples: each with a premise, and for a right claim also a near miss of it."""
    drawn = random.Random(seed)
    for record in records:
        page = make_page(record.source)
        if record.label and _verbatim(record) and drawn.random() > VERBATIM:
            continue
        if example := _example(record.statement, page, KINDS[record.kind]):
            yield example
        if record.label and (wrong := list(near_misses(record.claim, record.text, drawn))):
            claim = drawn.choice(wrong)
            if example := _example(replace(record.statement, text=claim), page, Label.NOT_ENTAILED, made=True):
                yield example


def _example(statement: Statement, page: Page, label: Label, *, made: bool = False) -> Example | None:
    chosen = premises(match(in_prose(statement, [page]), [page])) if page.forms else []
    return Example(premises=tuple(chosen), claim=statement.text, label=label, made=made) if chosen else None


def _verbatim(record: Record) -> bool:
    return " ".join(record.claim.split()).rstrip(".") in " ".join(record.text.split())
