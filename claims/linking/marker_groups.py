"""Markers attached to sentences: adjacent markers form a group, and a marker behind the stop belongs before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.language.segmentation import sentences
from claims.readers.interface import Marker, Reading
from claims.records import Block, BlockKind

_WORD = re.compile(r"\w+")
_FEWEST_OF_LEGEND = 3  # places with markers, the first at the beginning, each other behind a mark between names
_BETWEEN_NAMES = (";", "；", "|", "·", "•")
_ROWS = (BlockKind.TABLE, BlockKind.INFOBOX)
_LONGEST_ROW = 400  # characters of a statement of a table, which is one sentence whatever stops it has


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerGroup:
    """Markers with no word between them.

    Attributes:
        position: offset of the last marker.
        citations: ids of their citations, without repeats.
        line: line of the first marker, from 1.
        column: column of the first marker, from 1, or None.
        whole: whether the group covers the whole sentence, wherever it is in it.
    """

    position: int
    citations: tuple[str, ...]
    line: int
    column: int | None
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSentence:
    """A sentence at `text[start:end]`, with its groups of markers in order.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        groups: its groups of markers.
        with_list: whether it ends with the list below it.
    """

    start: int
    end: int
    groups: tuple[MarkerGroup, ...]
    with_list: bool = False


def cited_sentences(reading: Reading, block: Block, markers: Sequence[Marker]) -> Iterator[CitedSentence]:
    """Split a block into sentences and attach its markers to them."""
    if _is_legend(reading.text, block, markers):
        markers = ()
    places = frozenset(marker.position for marker in markers)
    if block.kind in _ROWS and block.end - block.start <= _LONGEST_ROW:
        spans = [(block.start, block.end)]
    else:
        spans = sentences(reading.text, block.start, block.end, language=reading.language, markers=places)
    used = 0
    for number, (start, end) in enumerate(spans):
        limit = used
        last = number == len(spans) - 1
        while limit < len(markers) and (last or markers[limit].position <= end):
            limit += 1
        yield CitedSentence(start=start, end=end, groups=tuple(_groups(reading.text, markers[used:limit])))
        used = limit


def _is_legend(text: str, block: Block, markers: Sequence[Marker]) -> bool:
    """Whether a block prints markers before the names of their sources: `[1] The Courier; [2][4] the mill's log`."""
    places = sorted({marker.position for marker in markers})
    if len(places) < _FEWEST_OF_LEGEND or places[0] > block.start or not _WORD.search(text, places[-1], block.end):
        return False
    return all(text[block.start : place].rstrip().endswith(_BETWEEN_NAMES) for place in places[1:])


def _groups(text: str, markers: Sequence[Marker]) -> Iterator[MarkerGroup]:
    """Group adjacent markers."""
    group: list[Marker] = []
    for marker in markers:
        if group and _WORD.search(text, group[-1].position, marker.position):
            yield _group(group)
            group = []
        group.append(marker)
    if group:
        yield _group(group)


def _group(markers: Sequence[Marker]) -> MarkerGroup:
    first = markers[0]
    return MarkerGroup(
        position=markers[-1].position,
        citations=tuple(dict.fromkeys(marker.citation for marker in markers)),
        line=first.line,
        column=first.column,
        whole=any(marker.whole for marker in markers),
    )
