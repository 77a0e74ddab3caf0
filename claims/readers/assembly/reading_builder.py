"""The way to write a `Reading`: blocks of running text in order, with their markers, claims and lines."""

import re
from dataclasses import replace
from functools import cache

from claims.language.source_words import source_words
from claims.language.tokens import UNSPACED
from claims.readers.assembly.block_builder import BlockBuilder, BlockMarker
from claims.readers.interface import Marker, Reading
from claims.readers.limits import limit_entries, limit_markers, limit_parts
from claims.records import Block, BlockKind, Citation

_BLANK_LINE = "\n\n"
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)
_LABELLED = (BlockKind.TABLE, BlockKind.INFOBOX)
_FEWEST_WORDS = 4  # of a block that states something by itself
_FEWEST_OF_ITEM = 8  # words of an item that needs none of the words that introduce its list
_MOST_OF_LABEL = 4  # words that introduce a list and name what an item of several words is of
_FEWEST_CHARACTERS = 10  # the same in a script without spaces
_MOST_OF_LEAD = 10  # markers of a lead that its items get
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+(?![a-zß-ÿ])")
_LONGEST_LABEL = 160  # characters
# The link behind each heading of a wiki page, as copies of the page keep it.
_EDIT_LINK = re.compile(
    r"\s?\[\s?(?:edit|bearbeiten|modifier|editar|modifica|bewerken|redigera|править|редагувати|edytuj|编辑|編輯|編集|편집)"
    r"(?:\s?\|[^\]]{0,40})?\s?\]$",
    re.IGNORECASE,
)
_MOST_OF_SOURCE_LINE = 3  # markers; more are of the whole document
_WORD = re.compile(r"\w+")
_SPACELESS = re.compile(f"[{UNSPACED}]")
_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "۔", "؟")
_COLONS = (":", "：")


class ReadingBuilder:
    """Collects blocks in reading order.

    The markers of a block without words move to the paragraph before it or, if there is none, to the one after it. A
    block that is too short to state anything gets the words above it that say what it is of: those that introduce its
    list (`The keepers were:`), its heading or the title; an item of several words gets only a few. The markers of words
    that only introduce a list (`Keepers[1]:`) belong to its items.
    """

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._markers: list[Marker] = []
        self._lines: list[tuple[int, int, int | None]] = []
        self._waiting: list[tuple[str, int, int | None]] = []  # markers for the next paragraph: citation, line, column
        self._block = BlockBuilder()
        self._heading = ""
        self._lead = ""  # the words that introduce the list whose items follow
        self._open_line = ""  # the line above a list that goes on in its items
        self._lead_markers: list[BlockMarker] = []  # those of a lead that states nothing by itself: its items do

    @property
    def blank(self) -> bool:
        """Whether nothing was written yet."""
        return not self._blocks and not self._block.parts

    @property
    def kind(self) -> BlockKind:
        """The kind of the open block."""
        return self._block.kind

    @property
    def empty(self) -> bool:
        """Whether the open block has no words yet."""
        return not self._block.parts

    def open(self, kind: BlockKind) -> None:
        """Close the open block and open another."""
        self.close()
        self._block = BlockBuilder(kind=kind)

    def add(self, text: str, line: int, column: int | None = None) -> None:
        """Add running text to the open block; see `BlockBuilder.add`."""
        self._block.add(text, line, column)

    def gap(self, line: int) -> None:
        """Record that something vanished here; see `BlockBuilder.gap`."""
        self._block.gap(line)

    def mark(self, citation: str, line: int, column: int | None = None, *, whole: bool = False) -> None:
        """Put a marker behind the text so far; see `BlockBuilder.mark`."""
        self._block.mark(citation, line, column, whole=whole)

    def claim(self, text: str, citation: str, line: int, column: int | None = None, *, key: str | None = None) -> None:
        """Add a claim that the input itself marks as one; see `BlockBuilder.claim`."""
        self._block.claim(text, citation, line, column, key=key)

    def close(self) -> None:
        """Close the open block, if it has words or markers."""
        self._block.close_gaps()
        if self._block.parts:
            before = self._blocks[-1] if self._blocks else None
            few = len(self._block.markers) <= _MOST_OF_SOURCE_LINE
            if before and before.kind not in _HEADINGS and few and _source_line().match("".join(self._block.parts)):
                self._move_markers()
                self._block.markers = []
            self._write()
        else:
            self._move_markers()
        self._block = BlockBuilder()

    def finish(
        self,
        format_name: str,
        citations: tuple[Citation, ...],
        *,
        title: str | None = None,
        language: str | None = None,
        as_of: str | None = None,
        notes: tuple[str, ...] = (),
        revision: str | None = None,
    ) -> Reading:
        """Close the last block and return the reading; the arguments are fields of `Reading`.

        Raises:
            InputError: the document has too many parts; `place` is left to the caller.
        """
        self.close()
        limit_entries(len(citations))
        return Reading(
            format=format_name,
            text="".join(self._text),
            blocks=tuple(self._blocks),
            markers=tuple(self._markers),
            citations=citations,
            lines=tuple(self._lines) or ((0, 1, None),),
            title=title,
            language=language,
            as_of=as_of,
            notes=notes,
            revision=revision,
        )

    def _needs_label(self, block: BlockBuilder) -> bool:
        """Whether a cited block is too short to state anything."""
        text = "".join(block.parts)
        labelled = block.kind in _LABELLED and any(colon in text for colon in _COLONS)
        if block.kind in _HEADINGS or labelled or not (block.markers or self._waiting):
            return False
        if block.kind is not BlockKind.ITEM and text.endswith((*_STOPS, *_COLONS)):
            return False
        labels = 0 < len(_WORD.findall(self._lead)) <= _MOST_OF_LABEL  # a longer lead is a sentence of its own
        listed = block.kind is BlockKind.ITEM and labels and not text.endswith(_STOPS)
        names = block.kind is BlockKind.ITEM and not any(word[0].islower() for word in _WORD.findall(text))
        few = len(_WORD.findall(text)) < _FEWEST_OF_ITEM and not _SPACELESS.search(text)
        return _is_short(text) or bool((listed or (names and text.upper() != text.lower())) and few)

    def _remember(self, block: BlockBuilder) -> None:
        """Keep the words of a block that the blocks below it may need."""
        text = "".join(block.parts)
        if block.kind in _HEADINGS:
            self._heading = text.rstrip(":： ")[:_LONGEST_LABEL]
        if block.kind is not BlockKind.ITEM:
            lead = _SENTENCE_END.split(text)[-1]
            introduces = text.endswith(_COLONS) and len(lead) <= _LONGEST_LABEL
            self._lead = lead.rstrip(":： ") if introduces else ""
            self._lead_markers = block.markers[:_MOST_OF_LEAD] if introduces and _is_short(text) else []
            goes_on = block.kind is BlockKind.PARAGRAPH and len(lead) <= _LONGEST_LABEL and _goes_on(text)
            self._open_line = lead if goes_on else ""

    def _move_markers(self) -> None:
        """Move the markers of a block without words of its own to another block."""
        before = self._blocks[-1] if self._blocks else None
        for marker in self._block.markers:
            if before is None or before.kind in _HEADINGS:
                self._waiting.append((marker.citation, marker.line, marker.column))
            else:
                self._markers.append(
                    Marker(position=before.end, citation=marker.citation, line=marker.line, column=marker.column)
                )

    def _write(self) -> None:
        """Add the open block to the reading."""
        block = self._block
        if block.kind in _HEADINGS:
            block.cut(_EDIT_LINK.sub("", "".join(block.parts)))
        if block.kind is BlockKind.ITEM and not block.markers:
            block.markers = [replace(marker, offset=block.size) for marker in self._lead_markers]
        above = self._open_line if block.kind is BlockKind.ITEM else ""
        if self._needs_label(block) and (label := self._lead or above or self._heading):
            block.introduce(label)
        self._remember(block)
        if self._text:
            self._text.append(_BLANK_LINE)
            self._length += len(_BLANK_LINE)
        start = self._length
        if block.kind not in _HEADINGS:
            waiting, self._waiting = self._waiting, []
            self._markers += [
                Marker(position=start, citation=citation, line=line, column=column)
                for citation, line, column in waiting
            ]
        self._markers += [
            Marker(
                position=start + marker.offset,
                citation=marker.citation,
                line=marker.line,
                column=marker.column,
                whole=marker.whole,
            )
            for marker in block.markers
        ]
        self._markers += [
            Marker(
                position=start + claim.end,
                citation=claim.citation,
                line=claim.line,
                column=claim.column,
                since=start + claim.start,
                key=claim.key,
            )
            for claim in block.claims
        ]
        self._lines += [(start + offset, line, column) for offset, line, column in block.lines]
        self._text += block.parts
        self._length += block.size
        self._blocks.append(Block(start=start, end=self._length, kind=block.kind))
        limit_parts(len(self._blocks))
        limit_markers(len(self._markers))


def _goes_on(text: str) -> bool:
    """Whether a line has several words and no stop: `The port has`, above a list."""
    ends = text.rstrip("\"'”’»)]").endswith(_STOPS) or "|" in text
    return not ends and len(_WORD.findall(text)) > 1


def _is_short(text: str) -> bool:
    """Whether a text is too short to state anything."""
    few = len(_WORD.findall(text)) < _FEWEST_WORDS and len(_SPACELESS.findall(text)) < _FEWEST_CHARACTERS
    return few or not any(character.isalpha() for character in text)


@cache
def _source_line() -> re.Pattern[str]:
    """Return the expression for the beginning of a line that names the source of the quotation or picture above it."""
    return re.compile(rf"\W*(?:{source_words()})\s?[:：]", re.IGNORECASE)
