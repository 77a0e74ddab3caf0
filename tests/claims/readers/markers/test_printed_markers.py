"""Markers in square brackets that say where in their source: `[1, p. 4]`, `[2: 33]`, `[3, Table 2]`."""

import pytest

from claims.readers.markers.printed_markers import find_markers


@pytest.mark.parametrize(
    "marker", ["[1, p. 4]", "[1, pp. 3-4]", "[1, S. 14 f.]", "[1: 33]", "[1, §4]", "[1; Table 3]", "[1, Kap. 2]"]
)
def test_a_place_in_the_source_belongs_to_the_marker(marker: str) -> None:
    text = f"The wall is old {marker}."
    assert list(find_markers(text, {"1"})) == [(16, 16 + len(marker), ("1",))]


@pytest.mark.parametrize("words", ["[12, May 2020]", "[1, the wall]", "[1, p. 4](https://a.example/)"])
def test_other_words_in_brackets_are_no_marker(words: str) -> None:
    assert list(find_markers(f"The wall is old {words}.", {"1"})) == []
