"""The work of reading and linking grows with the length of the document alone, whatever the document contains.

Work is counted in lines of Python executed, which no other process and no slow machine changes. What C code costs is
measured by `benchmarks/readers_hostile.py`.
"""

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import FORMATS, read
from tests.claims.hostile import HOSTILE, MANY, repeated
from tests.work import LINEAR, growth

SHORT = 2_000  # characters
PAIRS = [*((name, piece) for name in FORMATS for piece in HOSTILE), *MANY]


@pytest.mark.parametrize(("input_format", "piece"), PAIRS)
def test_work_grows_with_the_length_alone(input_format: str, piece: str) -> None:
    assert growth(lambda size: read_and_link(repeated(piece, size), input_format), SHORT) < LINEAR


def read_and_link(text: str, input_format: str) -> None:
    try:
        link(read(text, "any", input_format), "any")
    except InputError:
        pass
