"""JSON in pieces: the same text as written whole."""

import json

import msgspec
import pytest

from reports.json_stream import Array, Object, pieces
from tests.reports.lighthouse import LIGHTHOUSE


def written(value):
    return "".join(pieces(value))


def whole(value):
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


@pytest.mark.parametrize("value", [None, 1, "a\nb", [], {}, (), {"a": [1, {"b": []}]}, LIGHTHOUSE])
def test_a_value_is_written_as_the_library_writes_it(value):
    assert written(value) == whole(value)


@pytest.mark.parametrize("items", [[], [1], [[], {}], [{"a": [1, 2]}, LIGHTHOUSE.claims[1]]])
def test_lists_and_objects_in_pieces_are_written_as_whole_ones(items):
    streamed = Object((("all", Array(items)), ("none", Object(())), ("deep", Array([Array(items)]))))

    assert written(streamed) == whole({"all": items, "none": {}, "deep": [items]})


def test_nothing_is_made_before_it_is_written():
    made = []
    text = pieces(Array(made.append(number) or number for number in range(3)))
    next(text)

    assert len(made) < 3


def test_a_long_text_is_the_same_in_slices():
    text = 'tab\t, quote ", line\nand 灯台 \\ ' * 10_000

    assert written(text) == whole(text)
    assert json.loads(written(text + "\ud83d")) == text + "\ufffd"
