"""The work of reading and linking grows with the length of the document alone, whatever the document contains.

Work is counted in lines of Python executed, which no other process and no slow machine changes. What C code costs is
measured by `benchmarks/readers_hostile.py`.
"""

import sys
from types import FrameType
from typing import Any

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import FORMATS, read
from tests.claims.hostile import HOSTILE, MANY, repeated

SHORT, LONG = 2_000, 8_000  # characters
# Four times the length is four times the work; work that grew with the square would be sixteen times as much.
MOST = 5
SPARE = 2_000  # lines that a document costs however short it is

PAIRS = [*((name, piece) for name in FORMATS for piece in HOSTILE), *MANY]


@pytest.mark.parametrize(("input_format", "piece"), PAIRS)
def test_work_grows_with_the_length_alone(input_format: str, piece: str) -> None:
    read_and_link(repeated(piece, SHORT), input_format)  # fills the caches
    short, long = (lines_executed(repeated(piece, size), input_format) for size in (SHORT, LONG))
    assert long < MOST * short + SPARE


def read_and_link(text: str, input_format: str) -> None:
    try:
        link(read(text, "any", input_format), "any")
    except InputError:
        pass


def lines_executed(text: str, input_format: str) -> int:
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()  # that of a coverage measurement
    sys.settrace(trace)
    try:
        read_and_link(text, input_format)
    finally:
        sys.settrace(before)
    return count
