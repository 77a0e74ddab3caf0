"""Claims as spans of the text: which words each marker covers, and which sentences no marker covers.

A claim is the sentence before its marker; if a sentence has markers in several places, each marker covers the clause
from the previous marker to itself.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.linking.marker_groups import CitedSentence, MarkerGroup, cited_sentences
from claims.readers.interface import Marker, Reading
from claims.records import Block, BlockKind, Link

_CONTEXT = 2  # sentences before the claim's own
_SECTIONS = {BlockKind.TABLE: "table", BlockKind.INFOBOX: "infobox", BlockKind.CAPTION: "caption"}
_WITHOUT_CLAIMS = frozenset((BlockKind.TITLE, BlockKind.HEADING))
_WORD = re.compile(r"\w+")
_ENDS = frozenset(".!?…。！？।॥۔؟։።။")
_CLOSERS = "\"'”’»)]）」』"
_FEWEST_WORDS = 4  # of an uncited sentence; anything shorter is a caption, a name or a label
_FEWEST_CITED = 3  # words of a cited clause, or characters in a script without spaces; 2 with a full stop
_FEWEST_CHARACTERS = 10  # of an uncited sentence in a script without spaces
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LEADING = " ,;:.)]}|、，。；：）"


class ClaimSpan(NamedTuple):
    """A claim at `text[start:end]`.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        sentence: the sentence that contains it.
        context: the sentence, with up to two sentences before it.
        line: line of its marker, from 1; 0 without a marker.
        column: column of its marker, from 1, or None.
        section: the heading above it, or None.
        link: how it is connected with its citations.
        citations: ids of its citations.
        key: the id that the input itself gives the claim, or None.
    """

    start: int
    end: int
    sentence: str
    context: str
    line: int
    column: int | None
    section: str | None
    link: Link
    citations: tuple[str, ...]
    key: str | None = None


def claim_spans(reading: Reading) -> Iterator[ClaimSpan]:
    """Find the claims of a reading, in order."""
    positions = [marker.position for marker in reading.markers]
    section: str | None = None
    for block in reading.blocks:
        if block.kind in _WITHOUT_CLAIMS:
            section = reading.text[block.start : block.end] if block.kind is BlockKind.HEADING else section
            continue
        first, last = bisect_left(positions, block.start), bisect_right(positions, block.end)
        markers = reading.markers[first:last]
        own_section = _SECTIONS.get(block.kind, section)
        if any(marker.since is not None for marker in markers):
            yield from _stated_claims(reading, block, markers, own_section)
        elif markers or block.kind not in _SECTIONS:
            yield from _claims_of_sentences(reading, block, markers, own_section)


def _stated_claims(
    reading: Reading, block: Block, markers: Sequence[Marker], section: str | None
) -> Iterator[ClaimSpan]:
    """Find the claims that the input itself marks as claims, as a table does."""
    context = reading.text[block.start : block.end]
    for marker in markers:
        if marker.since is not None:
            text = reading.text[marker.since : marker.position]
            place, cited = (marker.line, marker.column), (marker.citation,)
            yield ClaimSpan(
                marker.since, marker.position, text, context, *place, section, Link.DIRECT, cited, marker.key
            )


def _claims_of_sentences(
    reading: Reading, block: Block, markers: Sequence[Marker], section: str | None
) -> Iterator[ClaimSpan]:
    """Find the claims in the sentences of a block, those of uncited sentences included."""
    text = reading.text
    found = list(cited_sentences(reading, block, markers))
    following = _following_citations(found)
    for number, sentence in enumerate(found):
        start, end = sentence.start, sentence.end
        whole, context = text[start:end], text[found[max(number - _CONTEXT, 0)].start : end]
        if sentence.groups:
            for first, last, group in _statements(text, list(_clauses(text, sentence)), block.kind):
                place = group.line, group.column
                yield ClaimSpan(first, last, whole, context, *place, section, Link.DIRECT, group.citations)
        elif _is_statement(whole, block.kind):
            link = Link.TRAILING if following[number] else Link.NONE
            yield ClaimSpan(start, end, whole, context, 0, None, section, link, following[number])


def _following_citations(found: Sequence[CitedSentence]) -> list[tuple[str, ...]]:
    """Find, for each sentence, the citations of the next marker behind it in its block."""
    citations: tuple[str, ...] = ()
    following = []
    for sentence in reversed(found):
        following.append(citations)
        citations = sentence.groups[0].citations if sentence.groups else citations
    return following[::-1]


def _clauses(text: str, sentence: CitedSentence) -> Iterator[tuple[int, int, MarkerGroup]]:
    """Cut a sentence into claims: start, end and markers of each."""
    if len(sentence.groups) == 1 or any(group.whole for group in sentence.groups):
        citations = tuple(dict.fromkeys(name for group in sentence.groups for name in group.citations))
        start = sentence.start
        while start < sentence.end and text[start] in _LEADING:
            start += 1
        yield start, sentence.end, replace(sentence.groups[0], citations=citations)
        return
    begin = sentence.start
    waiting: tuple[str, ...] = ()  # citations of markers before the first word
    for group in sentence.groups:
        start, end = begin, max(group.position, begin)
        while start < end and text[start] in _LEADING:
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if not _WORD.search(text, start, end):
            waiting += group.citations
            continue
        if not _WORD.search(text, group.position, sentence.end):
            end = sentence.end
        if waiting:
            group = replace(group, citations=tuple(dict.fromkeys((*waiting, *group.citations))))
        yield start, end, group
        begin, waiting = group.position, ()


def _statements(
    text: str, clauses: list[tuple[int, int, MarkerGroup]], kind: BlockKind
) -> Iterator[tuple[int, int, MarkerGroup]]:
    """Join clauses that are too short to state anything with the next one, or the last one; drop what remains short."""
    found: list[tuple[int, int, MarkerGroup]] = []
    waiting: tuple[int, MarkerGroup] | None = None  # start and markers of a short clause
    for start, end, group in clauses:
        if waiting is not None:
            start, group = waiting[0], _both(waiting[1], group)
            waiting = None
        if _says_something(text[start:end], kind):
            found.append((start, end, group))
        elif end != clauses[-1][1]:
            waiting = start, group
        elif found:
            found[-1] = found[-1][0], end, _both(found[-1][2], group)
    yield from found


def _both(first: MarkerGroup, second: MarkerGroup) -> MarkerGroup:
    return replace(first, citations=tuple(dict.fromkeys((*first.citations, *second.citations))))


def _says_something(clause: str, kind: BlockKind) -> bool:
    """Whether a cited clause has the words of a statement; a cell of a table states something with its labels."""
    words = _WORD.findall(clause)
    if not any(character.isalpha() for character in clause):
        return False
    if kind in _SECTIONS or len(words) >= _FEWEST_CITED or len(_SPACELESS.findall(clause)) >= _FEWEST_CITED:
        return True
    return len(words) == _FEWEST_CITED - 1 and clause.rstrip(_CLOSERS)[-1:] in _ENDS


def _is_statement(sentence: str, kind: BlockKind) -> bool:
    """Whether an uncited sentence states something: it ends like a sentence and is no name, label or caption."""
    if kind in _SECTIONS:
        return False
    if len(_SPACELESS.findall(sentence)) >= _FEWEST_CHARACTERS:
        return sentence.rstrip(_CLOSERS)[-1:] in _ENDS or "\u0e00" <= sentence[0] <= "\u0eff"
    if sentence.rstrip(_CLOSERS)[-1:] not in _ENDS:
        return False
    words = _WORD.findall(sentence)
    return len(words) >= _FEWEST_WORDS and any(not word[0].isupper() and not word[0].isdigit() for word in words)
