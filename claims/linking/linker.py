"""Markers, sentences and references to claims: which words rest on which citation.

A claim is the sentence before its marker; where a sentence has markers in several places, the clause from the last
marker to this one. Markers with no word between them are one group and make one claim with several citations.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claims.language.segmentation import sentences
from claims.readers.interface import Marker, Reading
from claims.records import Block, BlockKind, Citation, Claim, Document, Link

_CONTEXT = 2  # sentences before the claim's own
_KEPT_APART = {BlockKind.TABLE: "table", BlockKind.INFOBOX: "infobox", BlockKind.CAPTION: "caption"}
_UNREAD = frozenset((BlockKind.TITLE, BlockKind.HEADING))
_WORD = re.compile(r"\w+")
_ENDS = frozenset(".!?…。！？।॥۔؟։።။")
_CLOSERS = "\"'”’»)]）」』"
_FEWEST_WORDS = 4  # of an uncited sentence; less is a caption, a name or a label
_FEWEST_CHARACTERS = 10  # of one in a script without spaces
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LEADING = " ,;:.)]}、，。；：）"
_NAMED = 8  # broken markers or unused entries that a note names one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Neighbouring markers: the offset behind the text that they stand behind, their citations and first place."""

    position: int
    citations: tuple[str, ...]
    line: int
    column: int | None
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """A sentence of a block, with its groups of markers."""

    start: int
    end: int
    groups: tuple[_Group, ...]


class _Found(NamedTuple):
    """A claim as found: its offsets, its sentence and context; line 0 where it has no marker."""

    start: int
    end: int
    sentence: str
    context: str
    line: int
    column: int | None
    section: str | None
    link: Link
    citations: tuple[str, ...]


def link(reading: Reading, source: str) -> Document:
    """The document that `reading`, of the input that the user calls `source`, amounts to."""
    missing = _missing(reading)
    citations = reading.citations + tuple(Citation(id=name, text="", broken=True) for name in missing)
    claims = tuple(_identified(reading, {citation.id: citation for citation in citations}))
    return Document(
        source=source,
        format=reading.format,
        title=reading.title,
        language=reading.language,
        as_of=reading.as_of,
        text=reading.text,
        blocks=reading.blocks,
        citations=citations,
        claims=claims,
        notes=(*reading.notes, *_notes(reading, missing)),
        revision=reading.revision,
    )


def _missing(reading: Reading) -> list[str]:
    known = {citation.id for citation in reading.citations}
    return [name for name in dict.fromkeys(marker.citation for marker in reading.markers) if name not in known]


def _notes(reading: Reading, missing: Sequence[str]) -> Iterator[str]:
    used = {marker.citation for marker in reading.markers}
    unused = [citation.id for citation in reading.citations if citation.id not in used]
    if missing and not reading.citations:
        yield f"Markers point to {_count(missing)}, but the document has no list of references."
    elif missing:
        yield f"The list of references has no entry for {_several('the marker', missing)} {_listed(missing)}."
    if reading.citations and not reading.markers:
        yield f"The document has {_count(reading.citations)}, but no marker points to any of them."
    elif unused:
        yield f"No marker points to {_several('the reference', unused)} {_listed(unused)}."


def _count(references: Sequence[object]) -> str:
    return f"{len(references)} {_several('reference', references)}"


def _several(word: str, things: Sequence[object]) -> str:
    return word if len(things) == 1 else f"{word}s"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _found(reading: Reading) -> Iterator[_Found]:
    """The claims of a reading, in order."""
    positions = [marker.position for marker in reading.markers]
    section: str | None = None
    for block in reading.blocks:
        if block.kind in _UNREAD:
            section = reading.text[block.start : block.end] if block.kind is BlockKind.HEADING else section
            continue
        first, last = bisect_left(positions, block.start), bisect_right(positions, block.end)
        yield from _found_in(reading, block, reading.markers[first:last], _KEPT_APART.get(block.kind, section))


def _found_in(reading: Reading, block: Block, markers: Sequence[Marker], section: str | None) -> Iterator[_Found]:
    """The claims of a block, uncited sentences among them."""
    if not markers and block.kind in _KEPT_APART:
        return
    text = reading.text
    stated = [marker for marker in markers if marker.since is not None]
    if stated:
        context = text[block.start : block.end]
        for marker in stated:
            start, end = marker.since or 0, marker.position
            place, cited_by = (marker.line, marker.column), (marker.citation,)
            yield _Found(start, end, text[start:end], context, *place, section, Link.DIRECT, cited_by)
        return
    cited = list(_cited_sentences(reading, block, markers))
    later = _later(cited)
    for number, sentence in enumerate(cited):
        start, end = sentence.start, sentence.end
        whole, context = text[start:end], text[cited[max(number - _CONTEXT, 0)].start : end]
        if sentence.groups:
            for first, last, group in _clauses(text, sentence):
                place = group.line, group.column
                yield _Found(first, last, whole, context, *place, section, Link.DIRECT, group.citations)
        elif _states_something(whole, block.kind):
            how = Link.TRAILING if later[number] else Link.NONE
            yield _Found(start, end, whole, context, 0, None, section, how, later[number])


def _later(cited: Sequence[_Cited]) -> list[tuple[str, ...]]:
    """For each sentence, what the next marker behind it in its block asks for."""
    following: tuple[str, ...] = ()
    later = []
    for sentence in reversed(cited):
        later.append(following)
        following = sentence.groups[0].citations if sentence.groups else following
    return later[::-1]


def _cited_sentences(reading: Reading, block: Block, markers: Sequence[Marker]) -> Iterator[_Cited]:
    places = frozenset(marker.position for marker in markers)
    spans = sentences(reading.text, block.start, block.end, language=reading.language, markers=places)
    used = 0
    for number, (start, end) in enumerate(spans):
        limit = used
        last = number == len(spans) - 1
        while limit < len(markers) and (last or markers[limit].position <= end):
            limit += 1
        yield _Cited(start=start, end=end, groups=tuple(_groups(reading.text, markers[used:limit])))
        used = limit


def _groups(text: str, markers: Sequence[Marker]) -> Iterator[_Group]:
    group: list[Marker] = []
    for marker in markers:
        if group and _WORD.search(text, group[-1].position, marker.position):
            yield _group(group)
            group = []
        group.append(marker)
    if group:
        yield _group(group)


def _group(markers: Sequence[Marker]) -> _Group:
    first = markers[0]
    return _Group(
        position=markers[-1].position,
        citations=tuple(dict.fromkeys(marker.citation for marker in markers)),
        line=first.line,
        column=first.column,
        whole=any(marker.whole for marker in markers),
    )


def _clauses(text: str, sentence: _Cited) -> Iterator[tuple[int, int, _Group]]:
    """Start, end and group of each claim of a sentence."""
    if len(sentence.groups) == 1 or any(group.whole for group in sentence.groups):
        citations = tuple(dict.fromkeys(name for group in sentence.groups for name in group.citations))
        yield sentence.start, sentence.end, replace(sentence.groups[0], citations=citations)
        return
    begin = sentence.start
    waiting: tuple[str, ...] = ()  # of a marker that stands before all the sentence's words
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


def _states_something(sentence: str, kind: BlockKind) -> bool:
    """Whether an uncited sentence is one: it ends like a sentence, and is more than a name, a label or a caption."""
    if kind in _KEPT_APART:
        return False
    if len(_SPACELESS.findall(sentence)) >= _FEWEST_CHARACTERS:
        return sentence.rstrip(_CLOSERS)[-1:] in _ENDS or "\u0e00" <= sentence[0] <= "\u0eff"
    if sentence.rstrip(_CLOSERS)[-1:] not in _ENDS:
        return False
    words = _WORD.findall(sentence)
    return len(words) >= _FEWEST_WORDS and any(not word[0].isupper() and not word[0].isdigit() for word in words)


def _identified(reading: Reading, citations: dict[str, Citation]) -> Iterator[Claim]:
    """The claims with their ids: a hash of the words and of what they cite, numbered only where two are the same."""
    offsets = [offset for offset, _, _ in reading.lines]
    seen: Counter[str] = Counter()
    for found in _found(reading):
        text = reading.text[found.start : found.end]
        key = _key(text, [citations[name] for name in found.citations] if found.link is Link.DIRECT else [])
        seen[key] += 1
        unique = key if seen[key] == 1 else f"{key}\n{seen[key]}"
        line, column = (found.line, found.column) if found.line else _place(reading, offsets, found.start)
        yield Claim(
            id=hashlib.sha256(unique.encode("utf-8", "replace")).hexdigest()[:16],
            text=text,
            sentence=found.sentence,
            context=found.context,
            start=found.start,
            end=found.end,
            line=line,
            column=column,
            section=found.section,
            link=found.link,
            citations=found.citations,
        )


def _place(reading: Reading, offsets: Sequence[int], position: int) -> tuple[int, int | None]:
    """The line and the column of the input that `position` of the text comes from."""
    offset, line, column = reading.lines[max(bisect_right(offsets, position) - 1, 0)]
    return line, None if column is None else column + position - offset


def _key(text: str, cited: Sequence[Citation]) -> str:
    return "\n".join([_normal(text), *(citation.url or _normal(citation.text) or citation.id for citation in cited)])


def _normal(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
