"""Reference lists in plain text: where among the lines they are, and their entries.

Lines that open an entry, and the wrapped lines behind them, form a run. A run is a reference list if it has links back
to markers, if a heading says so (`References`, `Quellen`, `参考文献`), or if the document's own markers refer to its
numbers.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.language.headings import is_reference_heading
from claims.readers.assembly.references.entry_openings import EntryOpening, introduces_entries, open_entry
from claims.references.urls import find_urls

_ANY_HEADING = re.compile(r"\s{0,3}(?:#{1,6}|={2,8}|\*{2,8})\s{0,3}\S")
# An address or a DOI continues on the next line behind a mark that ends none, or behind a stop before `2018.77`.
_WRAPPED = re.compile(r"https?:/(?:/\S{0,2000})?[/_=&?%#-]$")
_REST = re.compile(r"[\w%~#-]{0,80}[./?=&#_~%-][\w./?=&#%~-]")
# A DOI that a line break cuts, with its rest: behind a stop, behind another mark, before the volume of a serial.
_WRAPPED_DOIS = (
    (re.compile(r"\b10\.\d{4,9}/\S{1,300}\.$"), re.compile(r"\d+\.\d")),
    (re.compile(r"\b10\.\d{4,9}/(?:\S{0,300}[-/_(])?$"), re.compile(r"[a-z.]{0,12}[\w.()-]{0,20}\d")),
    (re.compile(r"\b10\.\d{4,9}/\S{1,300}\w$"), re.compile(r"\(\d{2}\)\d")),
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_YEAR_BESIDE_NAME = re.compile(r"[^\W\d_][\w'’-]{1,40},.{1,200}(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_PAREN = re.compile(r"\s{0,12}\(\d{1,3}\)\s")
_FEWEST_PLAIN = 2  # entries with a year or an address
_MOST_LINES = 40  # of one entry
_MOST_SKIPPED = 100  # numbers, by a list that goes on with one that looks like a year
_HIGHEST_FIRST = 2  # number that a list may begin with


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


def find_lists(lines: Sequence[str], markers: Collection[str]) -> tuple[ReferenceList, ...]:
    """Find the reference lists among `lines`, in order.

    Args:
        lines: the lines of the document.
        markers: the numbers in the markers of the document, except markers that open a line.
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
        elif run.shape == "paren" and not all(find_urls(entry.text) for entry in run.entries):
            continue
        elif run.shape != "bullet" and _is_dense(run) and _is_referred_to(run, markers):
            likely.append(found)
    if not sure and (plain := _plain_list(lines)) is not None:
        sure.append(plain)
    if any(found.shape == "backlink" for found in sure):
        return tuple(sure)
    brackets = [found for found in likely if found.shape != "number"]
    lists = sure + brackets if sure or brackets else likely[-1:]
    return tuple(sorted(lists, key=lambda found: found.start))


def _plain_list(lines: Sequence[str]) -> ReferenceList | None:
    """Find the last list of works without numbers under a heading: an entry a paragraph, or a line and those indented.

    Half of the entries or more have a year or an address, as prose under such a heading does not.
    """
    headings = [index for index, line in enumerate(lines) if is_reference_heading(line)]
    if not headings:
        return None
    start, end = headings[-1], headings[-1] + 1
    found: list[tuple[int, list[str]]] = []
    wrapped = any(line[:1].isspace() and line.strip() for line in lines[start + 1 :])
    blank = True
    while end < len(lines) and not (lines[end].strip() and _ANY_HEADING.match(lines[end])):
        line = lines[end]
        if line.strip():
            outdented = not line[:1].isspace() and (blank or wrapped)
            if not found or outdented or (not wrapped and _YEAR_BESIDE_NAME.match(line)):
                found.append((end, []))
            found[-1][1].append(line)
        blank = not line.strip()
        end += 1
    entries = tuple(Entry(number=None, text=_joined(text), line=index) for index, text in found)
    dated = sum(bool(_YEAR.search(entry.text) or find_urls(entry.text)) for entry in entries)
    if dated < _FEWEST_PLAIN or dated * 2 < len(entries):
        return None
    return ReferenceList(start=start, end=end, shape="plain", entries=entries)


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
                entries[-1] = replace(entries[-1], text=_joined(text))
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
    entries[-1] = replace(entries[-1], text=_joined(text))
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
    if is_reference_heading(line) or _ANY_HEADING.match(line):
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


def _joined(text: Sequence[str]) -> str:
    """Join the lines of an entry, without the style sheet that some programs print in it."""
    parts = [""]
    for line in map(str.strip, text):
        last = parts[-1].rpartition(" ")[2]
        wrapped = (_WRAPPED.search(last) and _REST.match(line)) or any(
            doi.search(last) and rest.match(line) for doi, rest in _WRAPPED_DOIS
        )
        parts.append(parts.pop() + line) if wrapped else parts.append(line)
    joined = " ".join(" ".join(parts).split())
    return joined[joined.rfind("}") + 1 :].strip() if ".mw-parser-output" in joined else joined


def _heading_above(lines: Sequence[str], start: int) -> int:
    """Find the heading above the list, blank lines and an underline skipped; `start` if there is none."""
    for index in range(start - 1, max(start - 5, -1), -1):
        line = lines[index]
        if is_reference_heading(line) or (introduces_entries(line) and _PAREN.match(lines[start])):
            return index
        if any(character.isalnum() for character in line):
            break
    return start


def _is_dense(run: ReferenceList) -> bool:
    """Whether the numbers of a run begin at 1 or 2 and skip few; a line of prose that begins with `[31]` does not."""
    numbers = [int(entry.number) for entry in run.entries if entry.number and entry.number.isdigit()]
    return not numbers or (numbers[0] <= _HIGHEST_FIRST and numbers[-1] - numbers[0] < 2 * len(numbers) + 2)


def _is_referred_to(run: ReferenceList, markers: Collection[str]) -> bool:
    """Whether enough markers refer to the numbers of a run."""
    referred = sum(entry.number in markers for entry in run.entries)
    return referred * 2 > len(run.entries) or (referred > 0 and run.shape == "bracket")
