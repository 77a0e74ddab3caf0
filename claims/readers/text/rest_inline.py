"""Inline markup of reStructuredText: emphasis, markers of notes, links with their targets, substitutions, roles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from claims.readers.assembly.pieces import Piece, PieceCursor, PieceKind

NOTE = re.compile(r"\.\. \[(#?[\w.-]{0,40}|\*)\](?:\s|$)")
_TARGET = re.compile(r"\.\. _`?([^`:\n]{1,120}|[^`\n]{1,120}(?=`))`?:\s*(\S.*)?$")
_ANONYMOUS = re.compile(r"(?:\.\. __:|__)\s+(\S.*)$")
_SUBSTITUTION = re.compile(r"\s*\.\. \|([^|\n]{1,80})\|\s+(replace|unicode|date|image)::\s*(.*)$")
_INLINE = re.compile(
    r"\[(?P<note>#?[\w.-]{1,40}|[#*])\]_(?!\w)"
    r"|``(?P<literal>[^`]{1,400})``"
    r"|:(?P<kind>[a-z][a-z:-]{1,30}):`(?P<role>[^`<]{1,200})(?:<[^`]{0,300})?`"
    r"|`(?P<text>[^`<]{1,300}?)\s{0,20}<(?P<url>[^<>`]{1,2000})>`__?"
    r"|`(?P<named>[^`]{1,200})`(?P<anonymous>_{1,2})(?!\w)"
    r"|(?<![\w`|])(?P<word>[A-Za-z][\w-]{1,60}?)(?P<unnamed>_{1,2})(?![\w`])"
    r"|\|(?P<substitution>[^|\s][^|\n]{0,80}?)\|_{0,2}(?!\w)"
    r"|(?<![\"'“])<?(?P<bare>https?://[^\s<>`]{1,2000}[^\s<>`.,;:!?'\")\]])>?"
)
_EMPHASIS = re.compile(r"(?<![\w*`])(\*{1,2})(?=[^\s\]])([^*`]{1,300})(?<=\S)\1(?![\w*])")
_DOCUMENTS = ("pep", "rfc")  # roles that write their own names
_UNSEEN = "\u2060"  # word joiner
_SYMBOLS = "*†‡§¶"  # of notes `[*]`, in their order
_MOST_INDIRECT = 5  # targets that are names of other targets


@dataclass(frozen=True, slots=True)
class Names:
    """What names and marks of a document refer to; the unnamed are counted off as the text is read.

    Attributes:
        targets: name of a target, in lower case -> its address.
        substitutions: name -> words.
        notes: ids of the notes in their order, by kind: `#` (numbered by the reader of the text) and `*`.
        ids: line of a note, from 0 -> its id.
        unnamed: addresses of the targets without a name, in order.
        used: how many of each kind the text has referred to so far; `_` counts targets without a name.
    """

    targets: dict[str, str] = field(default_factory=dict)
    substitutions: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"#": [], "*": []})
    ids: dict[int, str] = field(default_factory=dict)
    unnamed: list[str] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=lambda: {"#": 0, "*": 0, "_": 0})

    def note(self, mark: str) -> str:
        """Return the id of the note that a marker refers to."""
        if mark not in self.notes:
            return mark.lstrip("#")
        self.used[mark] += 1
        ids = self.notes[mark]
        return ids[self.used[mark] - 1] if self.used[mark] <= len(ids) else mark

    def target(self, name: str) -> str:
        """Return the address that a name refers to, be it by another name; empty if there is none."""
        for _ in range(_MOST_INDIRECT):
            found = self.targets.get(" ".join(name.replace("\\", "").lower().split()), "")
            if not found.endswith("_") or "://" in found:
                return found
            name = found.strip("`_")
        return ""

    def next_unnamed(self) -> str:
        """Return the address of the next target without a name."""
        self.used["_"] += 1
        return self.unnamed[self.used["_"] - 1] if self.used["_"] <= len(self.unnamed) else ""


def read_names(lines: Sequence[str]) -> Names:
    """Read the targets, substitutions and notes of a document."""
    names = Names()
    waiting: list[str] = []  # names of targets without an address, which have that of the next one
    marks: dict[int, str] = {}
    for index, line in enumerate(lines):
        if match := NOTE.match(line):
            marks[index] = match[1]
        elif match := _SUBSTITUTION.match(line):
            names.substitutions[match[1].lower()] = match[3] if match[2] == "replace" else ""
        elif match := _ANONYMOUS.match(line):
            names.unnamed.append(_address(match[1]))
        elif match := _TARGET.match(line):
            waiting.append(" ".join(match[1].lower().split()))
            address = _address(" ".join([match[2] or "", *_indented(lines, index + 1)]))
            if address:
                names.targets.update(dict.fromkeys(waiting, address))
            if address or not (index + 1 < len(lines) and lines[index + 1].startswith(".. _")):
                waiting = []
    _number_notes(names, marks)
    return names


def _number_notes(names: Names, marks: Mapping[int, str]) -> None:
    """Give ids to the notes, as docutils numbers them: explicit numbers are taken, labels count."""
    taken = {mark for mark in marks.values() if mark.isdecimal()}
    free = (number for number in map(str, count(1)) if number not in taken)
    for line, mark in marks.items():
        names.ids[line] = mark.lstrip("#")
        if mark.startswith("#"):
            number = next(free)
            if mark == "#":
                names.ids[line] = number
                names.notes["#"].append(number)
        elif mark == "*":
            rank = len(names.notes["*"])
            names.ids[line] = _SYMBOLS[rank % len(_SYMBOLS)] * (1 + rank // len(_SYMBOLS))
            names.notes["*"].append(names.ids[line])


def _indented(lines: Sequence[str], index: int) -> Iterator[str]:
    while index < len(lines) and lines[index][:1].isspace() and lines[index].strip():
        yield lines[index].strip()
        index += 1


def _address(words: str) -> str:
    """Join an address that is wrapped over lines; a name of another target keeps its spaces."""
    return words.strip() if words.strip().endswith("_") else "".join(words.split())


def pieces(source: str, line: int, column: int, names: Names) -> Iterator[Piece]:
    """Parse text that begins at a line and column of the input, and may go on over lines, into pieces."""
    text = _EMPHASIS.sub(_unseen, source)
    cursor = PieceCursor([Piece(PieceKind.TEXT, text, line, column=column)])
    position = 0
    for match in _INLINE.finditer(text):
        if not _is_markup(match, names):
            continue
        yield from _texts(cursor.read_until(match.start()))
        yield _piece(match, cursor.line, cursor.column, names)
        cursor.read_until(match.end())
        position = match.end()
    if position < len(text):
        yield from _texts(cursor.read_until(len(text)))


def _texts(parts: Sequence[tuple[str, int, int | None]]) -> Iterator[Piece]:
    return (Piece(PieceKind.TEXT, _plain(text), line, column=column) for text, line, column in parts)


def _is_markup(match: re.Match[str], names: Names) -> bool:
    """Whether what looks like the name of a target or of a substitution is one."""
    if match["word"]:
        return bool(names.unnamed if match["unnamed"] == "__" else names.target(match["word"]))
    return not match["substitution"] or match["substitution"].lower() in names.substitutions


def _piece(match: re.Match[str], line: int, column: int | None, names: Names) -> Piece:
    """Make the piece of inline markup."""
    if match["note"]:
        return Piece(PieceKind.NOTE, "", line, names.note(match["note"]), column)
    if match["substitution"]:
        return Piece(PieceKind.TEXT, names.substitutions[match["substitution"].lower()], line)
    if match["kind"] in _DOCUMENTS:
        return Piece(PieceKind.TEXT, f"{match['kind'].upper()} {match['role'].strip()}", line)
    words = next(filter(None, (match[name] for name in ("text", "named", "word", "literal", "role", "bare"))), "")
    words = " ".join(words.replace(_UNSEEN, "").split())
    if target := _target(match, words, names):
        return Piece(PieceKind.LINK, words, line, target, column)
    place = match.group().find(words)
    return Piece(PieceKind.TEXT, words, line, column=column + place if column and place >= 0 else None)


def _target(match: re.Match[str], words: str, names: Names) -> str:
    """Find the address that a link leads to; empty if the markup is no link."""
    if match["url"]:
        url = match["url"].strip()
        return names.target(url[:-1]) if url.endswith("_") and "://" not in url else "".join(url.split())
    if match["named"] or match["word"]:
        unnamed = (match["anonymous"] or match["unnamed"]) == "__"
        return names.next_unnamed() if unnamed else names.target(words)
    return match["bare"] or ""


def _unseen(emphasis: re.Match[str]) -> str:
    """Replace the asterisks of emphasised words by characters that readings omit, so that columns stay the same."""
    return _UNSEEN * len(emphasis[1]) + emphasis[2] + _UNSEEN * len(emphasis[1])


def _plain(text: str) -> str:
    """Replace colons of literal blocks and escapes by as many characters."""
    return re.sub(r"\\(\s)", _UNSEEN * 2, text.replace("::", f":{_UNSEEN}")).replace("\\", _UNSEEN)
