"""reStructuredText: footnotes and citations (`[1]_`, `.. [1] …`) or, without them, hyperlinks as citations."""

import re
from collections.abc import Iterator, Sequence

from claims.language.dates import iso_date
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceKind
from claims.readers.interface import Reading
from claims.readers.limits import limit_lines
from claims.records import BlockKind

_SIGNS = re.compile(
    r"^\.\. \[#?[\w-]{1,40}\] |\[#?[\w-]{1,40}\]_(?!\w)|^\.\. _[^:\n]{1,80}: \S|`__?(?!\w)", re.MULTILINE
)
_ENOUGH_SIGNS = 2
_UNDERLINE = re.compile(r"([=\-~^\"'#*+`:.<>_])\1{2,}\s*$")
_NOTE = re.compile(r"\.\. \[#?([\w-]{0,40}\*?)\](?:\s|$)")
_TARGET = re.compile(r"\.\. _`?([^`:\n]{1,120}|[^`\n]{1,120}(?=`))`?:\s*(\S*)")
_FIELD = re.compile(r":?(Title|Date|Created|Last-Modified|Language|PEP|Author|Status)\s*:\s*(\S.*)$")
_BULLET = re.compile(r"(\s*)(?:[-*+•]|\d{1,3}[.)]|#\.)\s+")
_INLINE = re.compile(
    r"\[#?(?P<note>[\w-]{1,40})\]_(?!\w)"
    r"|`(?P<text>[^`<\n]{1,300}?)\s{0,2}<(?P<url>[^<>`\s]{1,2000})>`__?"
    r"|`(?P<named>[^`\n]{1,200})`_{1,2}(?!\w)"
    r"|(?<![\w`])(?P<word>[A-Za-z][\w-]{1,60})_{1,2}(?![\w`])"
    r"|``(?P<literal>[^`\n]{1,400})``"
    r"|:[a-z:]{2,30}:`(?P<role>[^`<\n]{1,200})(?:<[^`\n]{0,300})?`"
)
_UNSEEN = "\u2060"  # word joiner
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*\n]{1,300})(?<=\S)\*{1,2}(?![\w*])")


class RestReader:
    """Reads reStructuredText."""

    name = "rst"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the name is that of reStructuredText, or the text has two or more of its signs."""
        return name.lower().endswith((".rst", ".rest")) or len(_SIGNS.findall(text)) >= _ENOUGH_SIGNS

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`."""
        limit_lines(text)
        lines = text.split("\n")
        fields = _fields(lines)
        targets = {match[1].strip().lower(): match[2] for line in lines if (match := _TARGET.match(line))}
        blocks, notes = _blocks(lines, targets)
        return Assembly(blocks, notes).reading(
            self.name, title=fields.get("title"), as_of=iso_date(fields.get("date") or fields.get("created") or "")
        )


def _fields(lines: Sequence[str]) -> dict[str, str]:
    """Read the fields at the head of the document, for example of a PEP."""
    fields: dict[str, str] = {}
    for line in lines[:20]:
        if match := _FIELD.match(line):
            fields.setdefault(match[1].lower(), match[2].strip())
        elif line.strip() and fields:
            break
    return fields


def _blocks(lines: Sequence[str], targets: dict[str, str]) -> tuple[list[PieceBlock], list[Note]]:
    """Parse the lines into the blocks of running text and the notes."""
    blocks: list[PieceBlock] = []
    notes: list[Note] = []
    levels: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        end = index + 1
        if note := _NOTE.match(line):
            end = _indented_end(lines, index)
            words = " ".join([line[note.end() :], *(part.strip() for part in lines[index + 1 : end])])
            notes.append(Note(note[1], words, ()))
        elif line.startswith((".. ", "__ ")):
            end = _indented_end(lines, index)
        elif heading := _heading(lines, index):
            mark = heading[1]
            levels = levels if mark in levels else [*levels, mark]
            kind = BlockKind.HEADING if blocks else BlockKind.TITLE
            number, end = heading[2] + 1, heading[3]
            blocks.append(PieceBlock(kind, list(_pieces(heading[0], number, 1, targets)), levels.index(mark) + 1))
        elif line.strip() and not (_FIELD.match(line) and not blocks) and not _UNDERLINE.match(line):
            end = _paragraph_end(lines, index)
            blocks.append(_paragraph(lines, index, end, targets))
            if lines[end - 1].rstrip().endswith("::"):
                end = _literal_end(lines, end, len(line) - len(line.lstrip()))
        index = end
    return blocks, notes


def _heading(lines: Sequence[str], index: int) -> tuple[str, str, int, int] | None:
    """Read the heading that begins at `index`: its text, its mark, the index of its text and its end."""
    over = _UNDERLINE.match(lines[index])
    text = index + 1 if over else index
    if text + 1 >= len(lines) or not lines[text].strip():
        return None
    under = _UNDERLINE.match(lines[text + 1])
    if not under or (over and over[1] != under[1]) or len(lines[text + 1].rstrip()) < len(lines[text].strip()):
        return None
    return lines[text], (under[1] * 2 if over else under[1]), text, text + 2


def _indented_end(lines: Sequence[str], index: int) -> int:
    """Find the end of the lines that are indented below line `index`."""
    end = index + 1
    while end < len(lines) and lines[end][:1].isspace() and lines[end].strip():
        end += 1
    return end


def _paragraph_end(lines: Sequence[str], index: int) -> int:
    end = index + 1
    while (
        end < len(lines) and lines[end].strip() and not _BULLET.match(lines[end]) and not lines[end].startswith(".. ")
    ):
        end += 1
    return end


def _literal_end(lines: Sequence[str], index: int, indent: int) -> int:
    """Find the end of the literal block behind a paragraph that ends in `::`: all lines indented further."""
    end = index
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return end


def _paragraph(lines: Sequence[str], index: int, end: int, targets: dict[str, str]) -> PieceBlock:
    bullet = _BULLET.match(lines[index])
    kind = BlockKind.ITEM if bullet else BlockKind.PARAGRAPH
    pieces: list[Piece] = []
    for number in range(index, end):
        start = bullet.end() if bullet and number == index else 0
        pieces += _pieces(lines[number][start:], number + 1, start + 1, targets)
        pieces.append(Piece(PieceKind.BREAK, "", number + 2))
    return PieceBlock(kind, pieces)


def _pieces(source: str, line: int, column: int, targets: dict[str, str]) -> Iterator[Piece]:
    """Parse a line, or the part of it from `column` on, into pieces."""
    text = _EMPHASIS.sub(_unseen, source)
    position = 0
    for match in _INLINE.finditer(text):
        words = match["text"] or match["named"] or match["word"] or match["literal"] or match["role"] or ""
        name = words.strip().lower()
        if match["word"] and name not in targets:
            continue
        yield Piece(PieceKind.TEXT, _plain(text[position : match.start()]), line, column=column + position)
        place = column + match.start()
        position = match.end()
        target = match["url"] or (targets.get(name, "") if match["named"] or match["word"] else "")
        if match["note"]:
            yield Piece(PieceKind.NOTE, "", line, match["note"], place)
        elif target:
            yield Piece(PieceKind.LINK, words.replace(_UNSEEN, ""), line, target, place)
        else:
            yield Piece(PieceKind.TEXT, words, line, column=column + match.start(match.lastgroup or 0))
    yield Piece(PieceKind.TEXT, _plain(text[position:]), line, column=column + position)


def _unseen(emphasis: re.Match[str]) -> str:
    """Replace the asterisks of emphasised words by characters that readings omit, so that columns stay the same."""
    before, behind = emphasis.start(1) - emphasis.start(), emphasis.end() - emphasis.end(1)
    return _UNSEEN * before + emphasis[1] + _UNSEEN * behind


def _plain(text: str) -> str:
    return text.replace("::", f":{_UNSEEN}")
