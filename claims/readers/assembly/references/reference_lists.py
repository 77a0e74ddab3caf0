"""Reference lists among the blocks of a document: which blocks are lists, and the entries in them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.language.headings import is_reference_heading
from claims.readers.assembly.links.link_roles import NUMBER, bare_address, bare_number
from claims.readers.assembly.links.source_lines import opening_apart
from claims.readers.assembly.pieces import Piece, PieceBlock, PieceKind, lines_of, links, words
from claims.readers.assembly.references.citation_registry import CitationRegistry
from claims.readers.assembly.references.entry_openings import introduces_entries, legend_entries, open_entry
from claims.readers.markers.bare_markers import find_bare_markers
from claims.records import BlockKind
from claims.references.links.urls import clean_url, find_urls

_OPEN_LIST = ("[", "【", ".. [", "(")  # the beginnings of entries whose shape is `bracket`
_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)
_FEWEST_ENTRIES = 2  # of a list under a heading that is no known one
_PARAGRAPH_LEVEL = 7  # of a paragraph that serves as a heading: any real heading ends its section


class ReferenceLists:
    """Takes the reference lists out of a document.

    Args:
        registry: where to register the entries.
        numbers: the numbers in the markers of the document.

    Attributes:
        parens: the numbers that a list prints as `(1)`.
    """

    def __init__(self, registry: CitationRegistry, numbers: frozenset[str]) -> None:
        self._registry = registry
        self._numbers = numbers
        self.parens: frozenset[str] = frozenset()
        self._count = 0  # of lists so far
        self._entered: dict[str, list[tuple[int, str]]] = {}  # by printed number: the number of the list, and the id
        self._above: dict[int, int] = {}  # by block that is in no list: the number of lists above it

    def of(self, number: str, block: PieceBlock) -> str:
        """Find the id of an entry for a marker in `block`: that of the next list below it, or else of the last one."""
        entered = self._entered.get(number)
        if not entered:
            return number
        below = bisect_left(entered, (self._above.get(id(block), 0), ""))
        return entered[min(below, len(entered) - 1)][1]

    def taken_out(self, blocks: Sequence[PieceBlock]) -> Iterator[PieceBlock]:
        """Register the entries of all reference lists and return the other blocks."""
        blocks = list(_with_headings_apart(blocks))
        index = 0
        while index < len(blocks):
            block = blocks[index]
            end = index + 1
            if is_reference_heading(block.text):
                level = block.level if block.kind in _HEADINGS else _PARAGRAPH_LEVEL
                while end < len(blocks) and not (blocks[end].kind in _HEADINGS and blocks[end].level <= level):
                    end += 1
                if self._register(blocks[index + 1 : end]):
                    index = end
                    continue
            elif introduces_entries(block.text) and _is_paren_list(blocks[end : end + 1]):
                self._register(blocks[end : end + 1])
                index = end + 1
                continue
            elif block.kind in _HEADINGS and self._is_last_list(blocks, end):
                self._register(blocks[end:])
                return
            elif block.number == "1" and self._is_last_list(blocks, index):
                self._register(blocks[index:])
                return
            elif _is_source_line(block) or self._is_bare_list(block):
                while end < len(blocks) and _is_address(blocks[end]):  # printed once more below the entry
                    end += 1
                self._register(blocks[index:end])
                index = end
                continue
            elif self._register_legend(block):
                index = end
                continue
            for part in opening_apart(block):
                self._above[id(part)] = self._count
                yield part
            index += 1

    def _register_legend(self, block: PieceBlock) -> bool:
        """Register the entries of a block that is a legend; returns whether it is one."""
        if block.kind is not BlockKind.PARAGRAPH or "[" not in block.text or ";" not in block.text:
            return False
        entries = legend_entries([words(line) for line in lines_of(block.pieces)])
        for number, text in entries:
            self._register_entry(number, [Piece(PieceKind.TEXT, text, block.pieces[0].line)])
        self._count += bool(entries)
        return bool(entries)

    def _is_last_list(self, blocks: Sequence[PieceBlock], start: int) -> bool:
        """Whether the document ends in a numbered list of addresses, half of whose numbers are markers above it.

        Its heading may be in any language.
        """
        if len(blocks) <= start or blocks[start].number != "1" or blocks[-1].number != str(len(blocks) - start):
            return False
        entries = blocks[start:]
        numbers = [str(number) for number in range(1, len(entries) + 1)]
        if len(entries) < _FEWEST_ENTRIES or [block.number for block in entries] != numbers:
            return False
        if not all(_has_urls(list(block.pieces)) for block in entries):
            return False
        above = "\n".join(block.text for block in blocks[:start])
        used = {number for _, _, found in find_bare_markers(above, numbers) for number in found} | self._numbers
        referred = len(used.intersection(numbers))
        return referred >= _FEWEST_ENTRIES and referred * 2 >= len(numbers)

    def _is_bare_list(self, block: PieceBlock) -> bool:
        """Whether a paragraph without a heading is a list: each line opens with a number that a marker refers to."""
        if block.kind is not BlockKind.PARAGRAPH or not block.text.startswith(_OPEN_LIST):
            return False
        lines = list(filter(words, lines_of(block.pieces)))
        opened = [open_entry(words(line)) for line in lines]
        numbers = [entry.number for entry in opened if entry is not None and entry.shape in ("bracket", "paren")]
        if not lines or len(numbers) < len(lines) or (block.text.startswith("(") and not all(map(_has_urls, lines))):
            return False
        return self._numbers.issuperset(filter(None, numbers)) and (len(lines) > 1 or _has_urls(lines[0]))

    def _register(self, blocks: Sequence[PieceBlock]) -> bool:
        """Register the entries in `blocks`; returns whether there are any."""
        entries: list[tuple[str, list[Piece]]] = []
        for block in blocks:
            if block.kind not in _HEADINGS:
                for position, line in enumerate(lines_of(block.pieces)):
                    _add_line(entries, line, block.number if position == 0 else None, opens=position == 0)
        entries = [entry for entry in entries if words(entry[1])]
        if not any(number or _has_urls(line) for number, line in entries):
            return False
        unnumbered = all(not number for number, _ in entries)
        counted = unnumbered and max(map(int, filter(str.isdecimal, self._numbers)), default=0) == len(entries)
        for position, (number, line) in enumerate(entries, 1):
            self._register_entry(number or (str(position) if counted else f"source {position}"), line)
        self._count += 1
        return True

    def _register_entry(self, number: str, line: Sequence[Piece]) -> None:
        text = words(line)
        opened = open_entry(text)
        if opened and opened.shape == "paren":
            self.parens |= {number}
        if opened and opened.number == number:
            text = " ".join(opened.text.split())
        elif opened and opened.shape == "bullet":
            text = opened.text
        targets = links(line)
        if targets and self._registry.by_link.get(targets[0]) == number:
            return
        unique = self._registry.add(number, text, targets)
        entered = self._entered.setdefault(number, [])
        if not entered or entered[-1][0] != self._count:
            entered.append((self._count, unique))
        for target in targets[:1]:
            self._registry.by_link.setdefault(target, unique)


def _is_source_line(block: PieceBlock) -> bool:
    """Whether a paragraph begins with a number that links to a source and continues with its title or its address."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    first = next((piece for piece in block.pieces if piece.text.strip() or piece.target), None)
    if first is None or first.kind is not PieceKind.LINK:
        return False
    rest = words(piece for piece in block.pieces if piece.kind is PieceKind.TEXT or bare_address(piece))
    return bool(links([first]) and NUMBER.fullmatch(first.text.strip()) and rest and not rest.endswith("."))


def _is_address(block: PieceBlock) -> bool:
    """Whether a paragraph is a bare address and nothing else."""
    shown = [piece for piece in block.pieces if piece.text.strip()]
    return block.kind is BlockKind.PARAGRAPH and len(shown) == 1 and bare_address(shown[0])


def _with_headings_apart(blocks: Sequence[PieceBlock]) -> Iterator[PieceBlock]:
    """Split paragraphs whose first line is the heading of a reference list."""
    for block in blocks:
        end = next((index for index, piece in enumerate(block.pieces) if piece.kind is PieceKind.BREAK), 0)
        if end and block.kind is BlockKind.PARAGRAPH:
            first, rest = (replace(block, pieces=pieces) for pieces in (block.pieces[:end], block.pieces[end + 1 :]))
            introduced = introduces_entries(first.text) and _is_paren_list([rest])
            if introduced or is_reference_heading(first.text):
                yield from (first, rest)
                continue
        yield block


def _is_paren_list(blocks: Sequence[PieceBlock]) -> bool:
    """Whether a paragraph is a list of addresses, each line of which opens with a number in round brackets."""
    lines = [line for block in blocks for line in lines_of(block.pieces) if words(line)]
    opened = [open_entry(words(line)) for line in lines]
    return bool(lines) and all(map(_has_urls, lines)) and all(each and each.shape == "paren" for each in opened)


def _add_line(entries: list[tuple[str, list[Piece]]], line: list[Piece], number: str | None, *, opens: bool) -> None:
    """Add a line of a reference list to its entries, as a new entry or as part of the last one.

    Args:
        entries: the number (or an empty string) and the pieces of each entry so far.
        line: the pieces of the line.
        number: the number of the list item that begins with the line, or None.
        opens: whether a block begins with the line.
    """
    text = words(line)
    opened = open_entry(text)
    printed = opened.number if opened and opened.shape != "bullet" else None
    linked = [piece for piece in line if piece.kind is PieceKind.LINK and bare_number(piece)]
    url_alone = len(links(line)) == 1 and clean_url(text) != "" and " " not in text
    if linked and text.startswith(linked[0].text.strip()):
        rest = [piece for piece in line if piece not in linked]
        entries += [(bare_number(piece), [Piece(piece.kind, "", piece.line, piece.target), *rest]) for piece in linked]
    elif printed or (opens and number):
        entries.append((printed or number or "", line))
    elif entries and (not opens or (url_alone and entries[-1][0])):
        entries[-1][1].extend([*(Piece(PieceKind.BREAK, "", piece.line) for piece in line[:1]), *line])
    elif opens and not (text.endswith((":", "：")) and not links(line)):
        entries.append(("", line))


def _has_urls(line: Sequence[Piece]) -> bool:
    return bool(links(line) or find_urls(words(line)))
