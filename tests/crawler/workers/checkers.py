"""Checkers for worker processes: each opener can be pickled by its name."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from claims.records import Source, Verdict
from claims.support import default_checker
from claims.support.interface import Checker, Judgement, Statement

KILLS, EXHAUSTS, HANGS = "It kills its process.", "It takes all memory.", "It takes an hour."
WORKS = "It works for ever."


class Fragile:
    """Supports every claim, but for those that end the process that judges them."""

    name = "fragile"

    def index(self, source: Source) -> Source:
        return source

    def judge(self, statement: Statement, sources: Sequence[Any]) -> Judgement:
        if statement.text == KILLS:
            os._exit(9)
        if statement.text == EXHAUSTS:
            raise MemoryError
        if statement.text == HANGS:
            time.sleep(3_600)
        while statement.text == WORKS:
            pass
        return Judgement(verdict=Verdict.SUPPORTED, score=1.0, evidence=tuple(() for _ in sources))

    def supports(self, statement: Statement, sources: Sequence[Any]) -> Judgement | None:
        return self.judge(statement, sources)


@contextmanager
def fragile() -> Iterator[Checker[Any]]:
    yield Fragile()


@contextmanager
def shipped() -> Iterator[Checker[Any]]:
    yield default_checker()


def impossible() -> Any:
    os._exit(1)
