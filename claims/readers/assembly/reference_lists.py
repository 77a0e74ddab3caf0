"""Reference lists in plain text: where they stand among the lines, and their entries.

An entry opens with `1. ^ a b c`, `^`, `[1]`, `【1】`, `1.` or superscript digits; wrapped lines go on with it. A run of
such lines is a list of references if back-links say so, a heading does (`References`, `Quellen`, `参考文献`), or if the
document's own markers ask for its numbers.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.language.headings import is_reference_heading

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SHAPES = (
    ("backlink", re.compile(r"\s{0,12}(?:(\d{1,4})[.)]\s{0,4})?[\^↑]\s?(?!\[)")),
    ("bracket", re.compile(r"\s{0,12}\[\^?((?:note |nb |n )?\w{1,4})\](?:[:.]\s|\s{1,4}|$)")),
    ("bracket", re.compile(r"\s{0,12}\.\.\s{1,3}\[#?([\w-]{1,30})\]\s")),
    ("bracket", re.compile(r"\s{0,12}【(\d{1,4})】\s?")),
    ("number", re.compile(r"\s{0,12}(\d{1,4})(?:[.)]\s{1,4}|、)")),
    ("superscript", re.compile(r"\s{0,12}([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s?(?=\S)")),
    ("bullet", re.compile(r"\s{0,12}[-*•]\s{1,4}(?=\S)")),
)
_BACKLINK_NUMBERS = re.compile(r"(?:\d{1,4}\.\d{1,2}[,\s]\s?){1,60}")
_ANY_HEADING = re.compile(r"\s{0,3}(?:#{1,6}|={2,8}|\*{2,8})\s{0,3}\S")
_MOST_LINES = 40  # of one entry
_LATEST_FIRST = 2  # number that a list begins with
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a list: its printed number (or None), its text without that, and the index of its first line.

    Attributes:
        backlinks: how many links back to markers it prints (`^ a b c` has three); 0 where it prints none.
    """

    number: str | None
    text: str
    line: int
    backlinks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceList:
    """A list of references at `lines[start:end]`, its heading included."""

    start: int
    end: int
    shape: str
    entries: tuple[Entry, ...]


def find_lists(lines: Sequence[str], markers: Collection[str]) -> tuple[ReferenceList, ...]:
    """The lists of references among `lines`, in order.

    Args:
        markers: the numbers that the document's markers ask for, those that open a line left out.
    """
    sure, likely = [], []
    for run in _runs(lines):
        start = _heading_above(lines, run.start)
        found = ReferenceList(start=start, end=run.end, shape=run.shape, entries=run.entries)
        if run.shape == "backlink":
            if len(run.entries) > 1 or run.entries[0].number is not None:
                sure.append(found)
        elif start < run.start:
            sure.append(found)
        elif run.shape != "bullet" and _is_dense(run) and _is_asked_for(run, markers):
            likely.append(found)
    if any(found.shape == "backlink" for found in sure):
        return tuple(sure)
    brackets = [found for found in likely if found.shape != "number"]
    lists = sure + brackets if sure or brackets else likely[-1:]
    return tuple(sorted(lists, key=lambda found: found.start))


def plain_number(text: str) -> str:
    """A printed number with superscript digits made plain."""
    return text.translate(_SUPERSCRIPTS)


def _runs(lines: Sequence[str]) -> Iterator[ReferenceList]:
    index = 0
    while index < len(lines):
        opened = open_entry(lines[index])
        if opened is None:
            index += 1
            continue
        run = _run(lines, index, opened[0])
        yield run
        index = max(run.end, index + 1)


def _run(lines: Sequence[str], start: int, shape: str) -> ReferenceList:
    """The longest run of entries of one shape that begins at line `start`."""
    entries: list[Entry] = []
    text: list[str] = []
    index = end = start
    last = -1
    while index < len(lines):
        line = lines[index]
        opened = open_entry(line)
        if opened is not None and _follows(opened, shape, last):
            if entries:
                entries[-1] = replace(entries[-1], text=_joined(text))
            backlinks = _count_backlinks(line) if opened[0] == "backlink" else 0
            entries.append(Entry(number=opened[1], text="", line=index, backlinks=backlinks))
            text = [opened[2]]
            last = int(opened[1]) if opened[1] and opened[1].isdigit() else last
        elif not line.strip():
            if not _goes_on(lines, index, shape, last):
                break
            index += 1
            continue
        elif _breaks_off(line, lines[entries[-1].line], opened) or len(text) > _MOST_LINES:
            break
        else:
            text.append(line)
        index += 1
        end = index
    entries[-1] = replace(entries[-1], text=_joined(text))
    return ReferenceList(start=start, end=end, shape=shape, entries=tuple(entries))


def _follows(opened: tuple[str, str | None, str], shape: str, last: int) -> bool:
    """Whether a line that opens an entry goes on with a list of `shape` whose last number was `last`."""
    number = int(opened[1]) if opened[1] and opened[1].isdigit() else None
    if opened[0] == shape:
        return number is None or number > last
    # Where an entry lost its back-link, or a program left its style sheet behind under a number of its own
    return shape == "backlink" and opened[0] == "number" and number == last + 1 and last > 0


def _breaks_off(line: str, first: str, opened: tuple[str, str | None, str] | None) -> bool:
    """Whether a line cannot go on with the entry that `first` begins."""
    if is_reference_heading(line) or _ANY_HEADING.match(line):
        return True
    indent, needed = _indent(line), _indent(first)
    if opened is not None:
        return opened[0] != "bullet" or indent <= needed
    return indent < needed


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _goes_on(lines: Sequence[str], blank: int, shape: str, last: int) -> bool:
    """Whether the list goes on behind the blank line at `blank`, at most two lines further."""
    for line in lines[blank + 1 : blank + 3]:
        if line.strip():
            opened = open_entry(line)
            return opened is not None and _follows(opened, shape, last)
    return False


def _joined(text: Sequence[str]) -> str:
    """The text of an entry, without the style sheet that some programs leave in its place."""
    joined = " ".join(" ".join(text).split())
    return joined[joined.rfind("}") + 1 :].strip() if ".mw-parser-output" in joined else joined


def open_entry(line: str) -> tuple[str, str | None, str] | None:
    """Shape, number and text of the entry that a line opens, or None."""
    if not line or line.isspace():
        return None
    for shape, pattern in _SHAPES:
        if match := pattern.match(line):
            number = plain_number(match[1]) if pattern.groups and match[1] else None
            rest = line[match.end() :]
            return shape, number, _without_backlinks(rest) if shape == "backlink" else rest
    return None


def _without_backlinks(text: str) -> str:
    """`a b c Text` or `1.0 1.1 Text` to `Text`; the last letter may be glued to it (`a b cText`)."""
    return text.lstrip()[_backlinks(text.lstrip())[0] :]


def _count_backlinks(line: str) -> int:
    rest = re.split(r"[\^↑]", line, maxsplit=1)[-1].lstrip()
    return _backlinks(rest)[1] or 1


def _backlinks(text: str) -> tuple[int, int]:
    """Where the text behind the letters or numbers of back-links begins, and how many of them there are."""
    if match := _BACKLINK_NUMBERS.match(text):
        return match.end(), len(match[0].split())
    position = count = 0
    while count < len(_LETTERS) and text.startswith(_LETTERS[count], position):
        behind = text[position + 1 : position + 2]
        if behind and not behind.isspace() and (behind.islower() or count == 0):
            break
        position += 1
        count += 1
        while position < len(text) and text[position].isspace():
            position += 1
    return (position, count) if count > 1 else (0, 0)


def _heading_above(lines: Sequence[str], start: int) -> int:
    """The index of the list's heading, right above it or with blank lines or an underline between, or `start`."""
    for index in range(start - 1, max(start - 5, -1), -1):
        line = lines[index]
        if is_reference_heading(line):
            return index
        if any(character.isalnum() for character in line):
            break
    return start


def _is_dense(run: ReferenceList) -> bool:
    """Whether a run's numbers begin at the beginning and leave few out; prose wrapped before `[31]` does not."""
    numbers = [int(entry.number) for entry in run.entries if entry.number and entry.number.isdigit()]
    return not numbers or (numbers[0] <= _LATEST_FIRST and numbers[-1] - numbers[0] < 2 * len(numbers) + 2)


def _is_asked_for(run: ReferenceList, markers: Collection[str]) -> bool:
    asked = sum(entry.number in markers for entry in run.entries)
    return asked * 2 > len(run.entries) or (asked > 0 and run.shape == "bracket")
