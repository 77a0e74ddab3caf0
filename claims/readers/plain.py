"""Plain text with numbered markers: `[1]`, runs `[1][2]`, `[1, 3-5]`, `【1】`, and lists of references below.

Only the running text is read: what stands behind the last list of references is left out unless markers stand in it.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.errors import InputError
from claims.readers.builder import ReadingBuilder
from claims.readers.interface import Reading
from claims.readers.lists import ReferenceList, find_lists
from claims.readers.marks import asked_numbers, find_markers
from claims.records import BlockKind, Citation
from claims.references import read_reference

_HEADING = re.compile(r"(?P<mark>#{1,6}|={2,6}|\*{2,8})\s+(?P<text>\S.*)$|==+(?P<wiki>[^=].*?)==+\s*$")
_UNDERLINE = re.compile(r"([=\-~^\"'#*+])\1{2,}\s*$")
_BULLET = re.compile(r"\s*(?:[-*•·‣▪]|\d{1,3}[.)])\s+")
_UNWRAPPED = 160  # characters; a document with longer lines has a paragraph on each
_LONGEST_HEADING = 120  # characters; what is longer is a paragraph that lacks its full stop
_WIDTH = 70  # columns that the narrowest wrapping in use fills
_SENTENCE_END = re.compile(r"(?:[.!?:;。！？]|\])[\"'”’)\]\d]{0,8}\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    number: int


class PlainReader:
    """Reads plain text."""

    name = "text"

    def recognises(self, name: str, text: str) -> bool:
        """Always: plain text is what is left when no other reader takes it."""
        return True

    def read(self, text: str, name: str) -> Reading:
        """Take `text` apart.

        Raises:
            claims.errors.InputError: it has no words.
        """
        if not any(character.isalnum() for character in text):
            raise InputError(
                "There are no words in this document.", place=name, mend="Give a document that holds text."
            )
        lines = text.split("\n")
        lists = find_lists(lines, asked_numbers(text))
        citations = _citations(lists)
        known = {citation.id for citation in citations}
        builder = ReadingBuilder()
        title = _write(builder, _body(lines, lists, known), known)
        return builder.finish(self.name, citations, title=title)


def _citations(lists: Sequence[ReferenceList]) -> tuple[Citation, ...]:
    citations: dict[str, Citation] = {}
    for found in lists:
        for position, entry in enumerate(found.entries, 1):
            number = unique = entry.number or str(position)
            repeat = 1
            while unique in citations:
                repeat += 1
                unique = f"{number} ({repeat})"
            citations[unique] = read_reference(unique, entry.text)
    return tuple(citations.values())


def _body(lines: Sequence[str], lists: Sequence[ReferenceList], known: Collection[str]) -> list[_Line]:
    """The lines that are no list of references, up to the last one with a marker if a list comes before the end."""
    inside = {index for found in lists for index in range(found.start, found.end)}
    end = len(lines)
    if lists:
        last = lists[-1].end
        marked = [index for index in range(last, end) if any(find_markers(lines[index], known))]
        end = marked[-1] + 1 if marked else last
    kept = [_Line(text="", number=0)]
    for index in range(end):
        text = "" if index in inside else lines[index]
        if text.strip() or kept[-1].text:  # one blank line says as much as a thousand
            kept.append(_Line(text=text.rstrip(), number=index + 1))
    return kept


def _write(builder: ReadingBuilder, lines: Sequence[_Line], known: Collection[str]) -> str | None:
    """Write the body's blocks; its title."""
    unwrapped = any(len(line.text) > _UNWRAPPED for line in lines)
    title: str | None = None
    before: _Line | None = None
    prose = False  # short lines above the first sentence are captions and labels, as in the seed, and head nothing
    for line, following in zip(lines, [*(line.text for line in lines[1:]), ""], strict=True):
        bullet = _BULLET.match(line.text)
        heading = _heading(line.text, following)
        if not line.text.strip() or (before is None and _UNDERLINE.match(line.text)):
            before = None
        elif heading or (before is None and (prose or builder.blank) and _stands_alone(line.text, following, known)):
            builder.open(BlockKind.TITLE if title is None else BlockKind.HEADING)
            _add(builder, heading or line.text, line.number, known)
            builder.close()
            title = title or heading or line.text.strip()
            before = None
        else:
            if before is None or unwrapped or bullet or _broken_on_purpose(before.text, line.text):
                builder.open(BlockKind.ITEM if bullet else BlockKind.PARAGRAPH)
            _add(builder, line.text[bullet.end() if bullet else 0 :] + "\n", line.number, known)
            before = line
            prose = prose or bool(_SENTENCE_END.search(line.text))
    return title


def _heading(line: str, following: str) -> str | None:
    match = _HEADING.match(line)
    if match:
        return (match["text"] or match["wiki"]).rstrip("#=* \t").strip() or None
    underlined = _UNDERLINE.match(following) and len(following.strip()) >= len(line.strip()) > 0
    return line.strip() if underlined and any(character.isalnum() for character in line) else None


def _stands_alone(line: str, following: str, known: Collection[str]) -> bool:
    """Whether a line behind a blank one is a title or a heading: short, alone, no sentence and without markers."""
    alone = not following.strip()
    short = len(line) <= _LONGEST_HEADING and not _BULLET.match(line)
    return alone and short and not _SENTENCE_END.search(line) and not any(find_markers(line, known))


def _broken_on_purpose(before: str, line: str) -> bool:
    """Whether `line` begins a paragraph: the line before ends a sentence and had room for this one's first word."""
    words = line.split(maxsplit=1)
    room = _WIDTH - len(before.rstrip())
    return bool(words) and bool(_SENTENCE_END.search(before)) and len(words[0]) < room


def _add(builder: ReadingBuilder, text: str, number: int, known: Collection[str]) -> None:
    position = 0
    for start, end, asked in find_markers(text, known):
        builder.add(text[position:start], number)
        for citation in asked:
            builder.mark(citation, number)
        position = end
    builder.add(text[position:], number)
