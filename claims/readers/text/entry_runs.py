"""Runs of entries in plain text: lines that open an entry, and the wrapped lines behind them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.language.headings import is_reference_heading
from claims.readers.assembly.references.entry_openings import EntryOpening, open_entry

ANY_HEADING = re.compile(r"\s{0,3}(?:#{1,6}|={2,8}|\*{2,8})\s{0,3}\S")
# An address or a DOI continues on the next line behind a mark that ends none, or behind a stop before `2018.77`.
_WRAPPED = re.compile(r"https?:/(?:/\S{0,2000})?[/_=&?%#-]$")
_REST = re.compile(r"[\w%~#-]{0,80}[./?=&#_~%-][\w./?=&#%~-]")
# What a line break cuts, with its rest: a DOI behind a stop, another mark, before the volume of a serial; a date.
_CUT = (
    (re.compile(r"\b10\.\d{4,9}/\S{1,300}\.$"), re.compile(r"\d+\.\d")),
    (re.compile(r"\b10\.\d{4,9}/(?:\S{0,300}[-/_(])?$"), re.compile(r"[a-z.]{0,12}[\w.()-]{0,20}\d")),
    (re.compile(r"\b10\.\d{4,9}/\S{1,300}\w$"), re.compile(r"\(\d{2}\)\d")),
    (re.compile(r"(?<!\S)(?:1[5-9]|20)\d\d-$"), re.compile(r"[01]\d-[0-3]\d(?!\d)")),
    (re.compile(r"(?<!\S)(?:1[5-9]|20)\d\d-[01]\d-$"), re.compile(r"[0-3]\d(?!\d)")),
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_MOST_LINES = 40  # of one entry
_MOST_SKIPPED = 100  # numbers, by a list that goes on with one that looks like a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a reference list.

    Attributes:
        number: its printed number, or None.
        text: its text without the number.
        line: the index of its first line.
        backlinks: the number of links back to markers that it prints (`^ a b c` has three).
    """

    number: str | None
    text: str
    line: int
    backlinks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceList:
    """A reference list at `lines[start:end]`, its heading included, and the shape of its entries."""

    start: int
    end: int
    shape: str
    entries: tuple[Entry, ...]


def entry_runs(lines: Sequence[str]) -> Iterator[ReferenceList]:
    """Find the runs of entries of one shape among `lines`, in order."""
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
    """Read the longest run of entries of one shape that begins at line `start`."""
    entries: list[Entry] = []
    text: list[str] = []
    index = end = start
    last = -1
    while index < len(lines):
        line = lines[index]
        opened = open_entry(line)
        if opened and entries and _is_wrapped(opened, _indent(line) - _indent(lines[entries[-1].line]), last):
            opened = None
        if opened is not None and _follows(opened, shape, last):
            if entries:
                entries[-1] = replace(entries[-1], text=joined(text))
            entries.append(Entry(number=opened.number, text="", line=index, backlinks=opened.backlinks))
            text = [opened.text]
            last = int(opened.number) if opened.number and opened.number.isdigit() else last
        elif not line.strip():
            if not _continues(lines, index, shape, last):
                break
            index += 1
            continue
        elif _interrupts(line, lines[entries[-1].line], opened) or len(text) > _MOST_LINES:
            break
        else:
            text.append(line)
        index += 1
        end = index
    entries[-1] = replace(entries[-1], text=joined(text))
    return ReferenceList(start=start, end=end, shape=shape, entries=tuple(entries))


def _follows(opened: EntryOpening, shape: str, last: int) -> bool:
    """Whether an entry continues a list of `shape` whose last number was `last`."""
    number = int(opened.number) if opened.number and opened.number.isdigit() else None
    if opened.shape == shape:
        return number is None or number > last
    # An entry may lack its back-link, and some programs print their style sheet under a number of its own.
    return shape == "backlink" and opened.shape == "number" and number == last + 1 and last > 0


def _is_wrapped(opened: EntryOpening, indent: int, last: int) -> bool:
    """Whether a number only begins a wrapped line: a year, or the day of a date on a line that is indented further.

    Args:
        opened: what the line would open.
        indent: how many columns further than the entry's first line the line is indented.
        last: the number of the entry.
    """
    if opened.shape != "number" or opened.number is None or int(opened.number) == last + 1:
        return False
    return (last > 0 and indent > 0) or (
        bool(_YEAR.fullmatch(opened.number)) and int(opened.number) - last > _MOST_SKIPPED
    )


def _interrupts(line: str, first: str, opened: EntryOpening | None) -> bool:
    """Whether a line cannot belong to the entry that begins with the line `first`."""
    if is_reference_heading(line) or ANY_HEADING.match(line):
        return True
    indent, needed = _indent(line), _indent(first)
    if opened is not None:
        return opened.shape != "bullet" or indent <= needed
    return indent < needed


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _continues(lines: Sequence[str], blank: int, shape: str, last: int) -> bool:
    """Whether the list continues within two lines behind the blank line at `blank`."""
    for line in lines[blank + 1 : blank + 3]:
        if line.strip():
            opened = open_entry(line)
            return opened is not None and _follows(opened, shape, last)
    return False


def joined(text: Sequence[str]) -> str:
    """Join the lines of an entry, without the style sheet that some programs print in it."""
    parts = [""]
    for line in map(str.strip, text):
        last = parts[-1].rpartition(" ")[2]
        wrapped = (_WRAPPED.search(last) and _REST.match(line)) or any(
            cut.search(last) and rest.match(line) for cut, rest in _CUT
        )
        parts.append(parts.pop() + line) if wrapped else parts.append(line)
    joined = " ".join(" ".join(parts).split())
    return joined[joined.rfind("}") + 1 :].strip() if ".mw-parser-output" in joined else joined
