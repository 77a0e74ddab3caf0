"""Plain text with numbered markers such as `[1]`, `[1][2]`, `[1, 3-5]`, `【1】`, and reference lists below.

Lines behind the last reference list belong to the running text only if markers follow.
"""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.readers.assembly.links.addresses import with_addresses, without_introductions
from claims.readers.assembly.links.link_roles import without_brackets
from claims.readers.assembly.links.source_lines import without_source_lines
from claims.readers.assembly.pieces import Piece, PieceKind
from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.interface import Reading
from claims.readers.limits import limit_lines
from claims.readers.markers.bare_markers import bare_numbers
from claims.readers.markers.broken_markers import LABEL_OPENING
from claims.readers.markers.model_markers import plain_markers
from claims.readers.markers.printed_markers import all_marker_numbers, paren_numbers
from claims.readers.markers.speakers import speaker_labels
from claims.readers.markers.superscripts import superscript_numbers
from claims.readers.text.entries import Entries
from claims.readers.text.own_addresses import with_whole_addresses
from claims.readers.text.reference_lists import find_lists, last_list
from claims.readers.text.signatures import without_signatures
from claims.records import BlockKind
from claims.references.links.urls import find_urls

_HEADING = re.compile(r"(?P<mark>#{1,6}|={2,6}|\*{2,8})\s+(?P<text>\S.*)$|==+(?P<wiki>[^=].*?)==+\s*$")
_UNDERLINE = re.compile(r"([=\-~^\"'#*+])\1{2,}\s*$")
# Programs that convert pages to text write `o` and `+` before the items of a list within another.
_BULLET = re.compile(r"\s*(?:[-*•·‣▪◦]|\d{1,3}[.)])\s+|\s{4,}[o+]\s+(?=[^\W\d_a-zß-ÿ])")
# The lines above an article that lead to others, as pages of wikis have them.
_HATNOTE = re.compile(
    r"\s{0,9}(?:Main articles?|See also|Further information|Hauptartikel|Siehe auch|Articles? (?:principal|détaillé)s?|"
    r"Artículo principal|Voce principale|Основная статья)\s?:",
    re.IGNORECASE,
)
_UNWRAPPED = 160  # characters; a document with longer lines, or copied from a page, has a paragraph on each
_LONGEST_HEADING = 120  # characters; a longer line is a paragraph without a full stop
_WIDTH = 70  # columns of the narrowest usual line wrapping
# Markdown's emphasis in a text that is none: `**Keepers**: two`, `the _Courier_ says`.
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_)(?=[^\s*_])([^*_\n]{0,200}[^\s*_])\1(?![\w*])")
_UNSEEN = ("", "\u2060", "\u2060" * 2, "\u2060" * 3)  # in its place, so that columns stay as they are
_QUOTED = re.compile(r">[>\s]{0,9}")  # the marks of a quoted message
_SENTENCE_END = re.compile(r"(?:[.!?:;。！？]|\])[\"'”’)\]\d]{0,8}\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line, its number from 1, and whether a turn of a chat or a quoted message begins with it."""

    text: str
    number: int
    turn: bool = False


class PlainReader:
    """Reads plain text."""

    name = "text"

    def recognises(self, name: str, text: str) -> bool:
        """Always true: every document that no other reader recognises is plain text."""
        return True

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`."""
        limit_lines(text)
        lines = without_signatures(with_whole_addresses(plain_markers(text)).split("\n"))
        text = "\n".join(lines)
        labels = speaker_labels(lines)
        lines = [_blanked(line, labels.get(index, 0)) for index, line in enumerate(lines)] if labels else lines
        lines, turns = _unquoted(lines)
        numbers = Counter(all_marker_numbers(text))
        lists = find_lists(lines, numbers or superscript_numbers(text) or paren_numbers(text))
        entries = Entries(lists or last_list(lines, bare_numbers(text)), numbers, text)
        builder = ReadingBuilder()
        title = _write(builder, _body(lines, entries, turns | labels.keys()), entries)
        return builder.finish(self.name, entries.citations, title=title, notes=entries.notes)


def _blanked(line: str, end: int) -> str:
    """Blank the beginning of a line, up to `end`."""
    return (" " * end + line[end:]).rstrip() if end else line


def _unquoted(lines: Sequence[str]) -> tuple[list[str], set[int]]:
    """Blank the marks of quoted messages; returns the lines, and the indices of those where another message begins."""
    marks: list[str] = []
    for line in lines:
        found = _QUOTED.match(line)
        more = found is not None and line[found.end() :][:1].isdigit() and not (marks and marks[-1])  # `> 50 %`
        marks.append(found[0] if found and not more else "")
    depths = [mark.count(">") for mark in marks]
    blanked = [_blanked(line, len(mark)) for line, mark in zip(lines, marks, strict=True)]
    return blanked, {index for index, (above, depth) in enumerate(pairwise([0, *depths])) if above != depth}


def _body(lines: Sequence[str], entries: Entries, turns: Container[int]) -> list[_Line]:
    """Collect the lines outside reference lists, up to the last list or the last marker behind it."""
    inside = {index for found in entries.lists for index in range(found.start, found.end)}
    end = len(lines)
    if entries.lists:
        last = entries.lists[-1].end
        marked = [index for index in range(last, end) if any(entries.markers(lines[index], index))]
        end = marked[-1] + 1 if marked else last
    return [
        _Line(text="" if index in inside else lines[index], number=index + 1, turn=index in turns)
        for index in range(end)
    ]


def _write(builder: ReadingBuilder, lines: Sequence[_Line], entries: Entries) -> str | None:
    """Write the blocks of the body and return its title."""
    unwrapped = any(len(line.text) > _UNWRAPPED or LABEL_OPENING in line.text for line in lines)
    title: str | None = None
    before: _Line | None = None
    prose = False  # short lines above the first sentence are captions and labels, not headings
    for line, following in zip(lines, [*(line.text for line in lines[1:]), ""], strict=True):
        if not line.text or line.text.isspace() or (before is None and _UNDERLINE.match(line.text)):
            before = None
            continue
        bullet = _BULLET.match(line.text)
        heading = _heading(line.text, following)
        if heading or (before is None and (prose or builder.blank) and _stands_alone(line, following, entries)):
            first = title is None and (heading is not None or not prose)
            builder.open(BlockKind.TITLE if first else BlockKind.HEADING)
            _add(builder, line, entries, heading or line.text)
            builder.close()
            title = (heading or line.text.strip()) if first else title
            before = None
        else:
            if before is None or unwrapped or bullet or line.turn or _begins_paragraph(before.text, line.text):
                builder.open(BlockKind.ITEM if bullet else BlockKind.PARAGRAPH)
            _add(builder, line, entries, line.text[bullet.end() if bullet else 0 :] + "\n")
            before = line
            prose = prose or bool(_SENTENCE_END.search(line.text))
    return title


def _heading(line: str, following: str) -> str | None:
    """Read the heading that a line is, by its marks or by the line below, or None."""
    match = _HEADING.match(line)
    if match:
        return (match["text"] or match["wiki"]).rstrip("#=* \t").strip() or None
    underlined = _UNDERLINE.match(following) and len(following.strip()) >= len(line.strip()) > 0
    return line.strip() if underlined and any(character.isalnum() for character in line) else None


def _stands_alone(line: _Line, following: str, entries: Entries) -> bool:
    """Whether a line behind a blank one is a title or a heading: short, alone, no sentence, without markers."""
    text = line.text
    if following.strip() or len(text) > _LONGEST_HEADING or _BULLET.match(text) or _SENTENCE_END.search(text):
        return False
    return not find_urls(text) and not any(entries.markers(text, line.number - 1))


def _begins_paragraph(before: str, line: str) -> bool:
    """Whether `line` begins a paragraph: `before` ends a sentence and has room for the first word of `line`."""
    if _HATNOTE.match(before):
        return True
    words = line.split(maxsplit=1)
    room = _WIDTH - len(before.rstrip())
    return bool(words) and bool(_SENTENCE_END.search(before)) and len(words[0]) < room


def _add(builder: ReadingBuilder, line: _Line, entries: Entries, text: str) -> None:
    """Write `text`, a part of `line`, with its markers and the addresses that it cites."""
    column = line.text.find(text.rstrip("\n")) + 1
    text = _EMPHASIS.sub(lambda found: _UNSEEN[len(found[1])] + found[2] + _UNSEEN[len(found[1])], text)
    pieces, _ = without_source_lines(list(with_addresses(Piece(PieceKind.TEXT, text, line.number, column=column))))
    pieces, _ = without_brackets(without_introductions(pieces))
    for piece in pieces:
        if piece.kind is not PieceKind.LINK:
            _add_words(builder, piece, entries)
        elif piece.target not in entries.own:
            builder.mark(entries.linked(piece.target, piece.text), line.number, piece.column)


def _add_words(builder: ReadingBuilder, piece: Piece, entries: Entries) -> None:
    column = piece.column or 1
    position = 0
    for start, end, citations in entries.markers(piece.text, piece.line - 1):
        builder.add(piece.text[position:start], piece.line, column + position)
        for citation in citations:
            builder.mark(citation, piece.line, column + start)
        position = end
    builder.add(piece.text[position:], piece.line, column + position)
