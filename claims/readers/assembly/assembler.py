"""Blocks of pieces and notes to a reading: lists of sources found, markers told from links, body written.

Where a document has notes, or a list of sources that its markers ask for, the links in its sentences are taken for
what they mostly are there, pointers to more; a link whose text is a number or that stands in brackets is a marker all
the same. Where it has neither, each link to a web page is a citation of the sentence that it stands in.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from claims.language.headings import is_reference_heading
from claims.readers.assembly.builder import ReadingBuilder
from claims.readers.assembly.citation_ids import UniqueNames
from claims.readers.assembly.markers import asked_numbers, find_bare_markers, find_markers
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind, Stretches, links, words
from claims.readers.assembly.reference_lists import open_entry
from claims.readers.interface import Reading
from claims.records import BlockKind, Citation
from claims.references.entry import read_reference
from claims.references.urls import clean_url, find_urls

_NUMBER = re.compile(r"[\[(【]?\s?(\d{1,4})\s?[\])】]?")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_POINTER = re.compile(
    r"\W*(?:sources?|links?|ref(?:erence)?s?|cite|citation|here|via|quelle|fuente|来源|链接)\W*", re.IGNORECASE
)
_OPEN_LIST = ("[", "【", ".. [")  # the shapes of entries that are called `bracket`
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)
_FEWEST_BARE = 2  # superscripts that make a habit of the document's
_FEWEST_WORDS = 3  # beside its links, for a block to say something rather than be a list of links
_OPENING, _CLOSING = ("(", "[", "（"), (")", "]", "）")
_PARAGRAPH_LEVEL = 7  # of a paragraph that serves as a heading: any real heading ends its section


class Assembly:
    """One document on its way from blocks to a reading."""

    def __init__(self, blocks: Sequence[PieceBlock], notes: Sequence[Note]) -> None:
        self._builder = ReadingBuilder()
        self._citations: dict[str, Citation] = {}
        self._names = UniqueNames()
        self._by_link: dict[str, str] = {}
        for note in notes:
            self._cite(note.id, note.text, note.links)
        asked = {id(block): asked_numbers(block.text) for block in blocks}
        self._asked = frozenset().union(*asked.values())
        self._body = list(self._without_sources(list(_headings_apart(blocks))))
        known = self._citations.keys()
        self._numbered = any(
            not known.isdisjoint(asked[id(block)] if id(block) in asked else asked_numbers(block.text))
            for block in self._body
        )
        self._bare = not self._numbered and self._has_bare_markers("\n".join(block.text for block in self._body))
        self._has_notes = bool(notes)
        self._links_cite = not (notes or self._numbered or self._bare)
        self._unread = 0

    def reading(
        self,
        name: str,
        *,
        title: str | None = None,
        language: str | None = None,
        as_of: str | None = None,
        revision: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> Reading:
        """The reading, in the format called `name`."""
        for block in self._body:
            if block.kind is BlockKind.TITLE:
                title = title or block.text
            self._write(block)
        if self._unread:
            links_are = "1 link in the text is" if self._unread == 1 else f"{self._unread} links in the text are"
            notes += (f"{links_are} not read as citations, since the document has notes.",)
        return self._builder.finish(
            name,
            tuple(self._citations.values()),
            title=title,
            language=language,
            as_of=as_of,
            revision=revision,
            notes=notes,
        )

    def _cite(self, wanted: str, text: str, targets: Sequence[str]) -> str:
        """Enter a citation under `wanted`, or the next free name like it; its id."""
        unique = self._names.take(wanted)
        self._citations[unique] = read_reference(unique, text, targets)
        return unique

    def _has_bare_markers(self, text: str) -> bool:
        found = find_bare_markers(text, self._citations.keys())
        return sum(1 for _ in zip(range(_FEWEST_BARE), found, strict=False)) == _FEWEST_BARE

    # Lists of sources

    def _without_sources(self, blocks: Sequence[PieceBlock]) -> Iterator[PieceBlock]:
        """The blocks that are no list of sources; enters what those lists hold."""
        index = 0
        while index < len(blocks):
            block = blocks[index]
            end = index + 1
            if is_reference_heading(block.text):
                level = block.level if block.kind in _HEADINGS else _PARAGRAPH_LEVEL
                while end < len(blocks) and not (blocks[end].kind in _HEADINGS and blocks[end].level <= level):
                    end += 1
                if self._enter(blocks[index + 1 : end]):
                    index = end
                    continue
            elif self._is_source_line(block) or self._is_bare_list(block):
                self._enter([block])
                index = end
                continue
            yield block
            index += 1

    def _is_source_line(self, block: PieceBlock) -> bool:
        """Whether a paragraph opens with a number that links to a source and goes on with that source's title."""
        if block.kind is not BlockKind.PARAGRAPH:
            return False
        first = next((piece for piece in block.pieces if piece.text.strip() or piece.target), None)
        if first is None or first.kind is not PieceKind.LINK:
            return False
        rest = words(piece for piece in block.pieces if piece.kind is PieceKind.TEXT)
        return bool(links([first]) and _NUMBER.fullmatch(first.text.strip()) and rest and not rest.endswith("."))

    def _is_bare_list(self, block: PieceBlock) -> bool:
        """Whether a paragraph without a heading is a list of sources: each line opens with a number asked for."""
        if block.kind is not BlockKind.PARAGRAPH or not block.text.startswith(_OPEN_LIST):
            return False
        lines = [line for line in _lines(block) if words(line)]
        opened = [open_entry(words(line)) for line in lines]
        numbers = [entry[1] for entry in opened if entry is not None and entry[0] == "bracket"]
        if not lines or len(numbers) < len(lines):
            return False
        return self._asked.issuperset(filter(None, numbers)) and (len(lines) > 1 or _addresses(lines[0]))

    def _enter(self, blocks: Sequence[PieceBlock]) -> bool:
        """Enter the sources that `blocks` list; whether there are any."""
        entries: list[tuple[str, list[Piece]]] = []
        for block in blocks:
            if block.kind not in _HEADINGS:
                for position, line in enumerate(_lines(block)):
                    _add_line(entries, line, block.number if position == 0 else None, opens=position == 0)
        entries = [entry for entry in entries if words(entry[1])]
        if not any(number or _addresses(line) for number, line in entries):
            return False
        counted = (
            all(not number for number, _ in entries) and self._asked and max(map(int, self._asked)) == len(entries)
        )
        for position, (number, line) in enumerate(entries, 1):
            self._enter_one(number or (str(position) if counted else f"source {position}"), line)
        return True

    def _enter_one(self, number: str, line: Sequence[Piece]) -> None:
        text = words(line)
        opened = open_entry(text)
        if opened and opened[1] == number:
            text = " ".join(opened[2].split())
        elif opened and opened[0] == "bullet":
            text = opened[2]
        targets = links(line)
        if targets and self._by_link.get(targets[0]) == number:
            return
        unique = self._cite(number, text, targets)
        for target in targets[:1]:
            self._by_link.setdefault(target, unique)

    # The body

    def _write(self, block: PieceBlock) -> None:
        self._builder.open(block.kind)
        pieces, bracketed, says_something = block.pieces, frozenset[int](), False
        if any(piece.kind is PieceKind.LINK or piece.kind is PieceKind.NOTE for piece in pieces):
            pieces, bracketed = _unbracketed(pieces)
            says_something = len(words(p for p in pieces if p.kind is PieceKind.TEXT).split()) >= _FEWEST_WORDS
        texts: list[Piece] = []  # that no other piece parts: a marker's brackets may be another piece than its number
        for index, piece in enumerate(pieces):
            if piece.kind is PieceKind.TEXT:
                texts.append(piece)
                continue
            self._text(texts)
            texts = []
            if piece.kind is PieceKind.BREAK:
                self._builder.add("\n", piece.line)
            elif piece.kind is PieceKind.NOTE:
                self._builder.mark(piece.target, piece.line, piece.column)
            else:
                self._link(piece, says_something=says_something, bracketed=index in bracketed)
        self._text(texts)

    def _text(self, pieces: Sequence[Piece]) -> None:
        known = self._citations.keys()
        text = "".join(piece.text for piece in pieces)
        if not text:
            return
        found = list(find_bare_markers(text, known) if self._bare else find_markers(text, known))
        if not found:
            self._add((piece.text, piece.line, piece.column) for piece in pieces)
            return
        stretches = Stretches(pieces)
        for start, end, asked in found:
            if self._has_notes and not known >= set(asked):
                continue  # `[0]` where notes have a form of their own is no marker
            self._add(stretches.until(start))
            line, column = stretches.line, stretches.column
            for citation in asked:
                self._builder.mark(citation, line, column)
            stretches.until(end)
        self._add(stretches.until(len(text)))

    def _add(self, stretch: Iterable[tuple[str, int, int | None]]) -> None:
        for text, line, column in stretch:
            self._builder.add(text, line, column)

    def _link(self, piece: Piece, *, says_something: bool, bracketed: bool) -> None:
        text = piece.text.strip()
        place = piece.line, piece.column
        if not links([piece]) or not clean_url(piece.target):
            self._text([replace(piece, column=None)])
        elif number := _bare_number(piece):
            self._builder.mark(self._linked(piece.target, number, ""), *place)
        elif bracketed or _POINTER.fullmatch(text) or _is_address(text, piece.target):
            self._builder.mark(self._linked(piece.target, "", text), *place)
        elif self._links_cite and says_something:
            self._builder.add(piece.text, piece.line)
            self._builder.mark(self._linked(piece.target, "", text), *place, whole=True)
        else:
            self._unread += not self._links_cite
            self._builder.add(piece.text, piece.line)

    def _linked(self, target: str, number: str, text: str) -> str:
        """The id of the citation that a link stands for."""
        known = self._by_link.get(target)
        if known is None or (number and not known.startswith(number)):
            known = self._cite(number or f"link {len(self._by_link) + 1}", text or target, (target,))
            self._by_link[target] = known
        return known


def _headings_apart(blocks: Sequence[PieceBlock]) -> Iterator[PieceBlock]:
    """The blocks, paragraphs whose first line is the heading of a list of sources taken apart behind it."""
    for block in blocks:
        end = next((index for index, piece in enumerate(block.pieces) if piece.kind is PieceKind.BREAK), 0)
        if end and block.kind is BlockKind.PARAGRAPH and is_reference_heading(words(block.pieces[:end])):
            yield PieceBlock(BlockKind.PARAGRAPH, block.pieces[:end])
            yield PieceBlock(BlockKind.PARAGRAPH, block.pieces[end + 1 :])
        else:
            yield block


def _add_line(entries: list[tuple[str, list[Piece]]], line: list[Piece], number: str | None, *, opens: bool) -> None:
    """Add a line of a list of sources to its `entries`, of number (or "") and pieces: as a new one, or to the last."""
    text = words(line)
    opened = open_entry(text)
    printed = opened[1] if opened and opened[0] != "bullet" else None
    linked = [piece for piece in line if piece.kind is PieceKind.LINK and _bare_number(piece)]
    address_alone = len(links(line)) == 1 and clean_url(text) != "" and " " not in text
    if linked and text.startswith(linked[0].text.strip()):
        rest = [piece for piece in line if piece not in linked]
        entries += [(_bare_number(piece), [Piece(piece.kind, "", piece.line, piece.target), *rest]) for piece in linked]
    elif printed or (opens and number):
        entries.append((printed or number or "", line))
    elif entries and (not opens or (address_alone and entries[-1][0])):
        entries[-1][1].extend(line)
    elif opens and not (text.endswith((":", "：")) and not links(line)):
        entries.append(("", line))


def _addresses(line: Sequence[Piece]) -> bool:
    return bool(links(line) or find_urls(words(line)))


def _lines(block: PieceBlock) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in block.pieces:
        if piece.kind is PieceKind.BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _bare_number(piece: Piece) -> str:
    match = _NUMBER.fullmatch(piece.text.strip())
    return match[1] if match and not _YEAR.fullmatch(piece.text.strip()) else ""


def _unbracketed(pieces: Sequence[Piece]) -> tuple[list[Piece], frozenset[int]]:
    """The pieces without the brackets around markers, as in `([BBC](…), [^1])`, and the indices of those markers."""
    kept = list(pieces)
    found: set[int] = set()
    run: list[int] = []
    opened = -1
    for index, piece in enumerate(pieces):
        if piece.kind is PieceKind.NOTE or (piece.kind is PieceKind.LINK and links([piece])):
            run.append(index)
        elif piece.text.strip(" ,;") or piece.kind is not PieceKind.TEXT:
            if opened >= 0 and run and piece.text.lstrip().startswith(_CLOSING):
                found.update(run)
                kept[opened] = replace(pieces[opened], text=kept[opened].text.rstrip()[:-1])
                rest = piece.text.lstrip()[1:]
                column = piece.column and piece.column + len(piece.text) - len(rest)
                kept[index] = replace(piece, text=rest, column=column)
            opened, run = (index if piece.text.rstrip().endswith(_OPENING) else -1), []
    return kept, frozenset(found)


def _is_address(text: str, target: str) -> bool:
    """Whether a link's text is its address, or that address's host."""
    try:
        host = (urlsplit(target).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return text.lower().removeprefix("www.") == host or clean_url(text) == clean_url(target)
