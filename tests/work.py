"""Work counted in lines of Python executed, which no other process and no slow machine changes.

What C code costs (regular expressions, parsers) is not seen here; `benchmarks/readers_hostile.py` and
`benchmarks/support_speed.py` measure it in seconds.
"""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

LONGER = 4
LINEAR = 5
"""Most work of an input that is four times as long; work that grew with the square would be sixteen times as much."""

SPARE = 2_000
"""Lines that an input costs however short it is."""


def lines_executed(function: Callable[[], object]) -> int:
    """How many lines a call of `function` executes."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()  # that of a coverage measurement
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[int], object], length: int) -> float:
    """How many times as many lines `work` executes for four times the length."""
    work(length)  # fills the caches
    short, long = (lines_executed(partial(work, size)) for size in (length, LONGER * length))
    return long / max(short, SPARE)
