"""Reference lists in plain text: where among the lines they are, and their entries.

A run of entries (`entry_runs`) is a reference list if it has links back to markers, if a heading says so (`References`,
`Quellen`, `参考文献`), or if the document's own markers refer to its numbers.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from claims.language.headings import is_reference_heading
from claims.readers.assembly.references.entry_openings import introduces_entries
from claims.readers.text.entry_runs import ANY_HEADING, Entry, ReferenceList, entry_runs, joined
from claims.references.links.urls import find_urls

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_YEAR_BESIDE_NAME = re.compile(r"[^\W\d_][\w'’-]{1,40},.{1,200}(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_PAREN = re.compile(r"\s{0,12}\(\d{1,3}\)\s")
_SENTENCE_END = re.compile(r"[.!?…。！？]\W*\d{0,3}\W*$")
_LONGEST_HEADING = 60  # characters
_FEWEST_PLAIN = 2  # entries with a year or an address
_HIGHEST_FIRST = 2  # number that a list may begin with


def find_lists(lines: Sequence[str], markers: Collection[str]) -> tuple[ReferenceList, ...]:
    """Find the reference lists among `lines`, in order.

    Args:
        lines: the lines of the document.
        markers: the numbers in the markers of the document, except markers that open a line.
    """
    sure, likely = [], []
    for run in entry_runs(lines):
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


def last_list(lines: Sequence[str], numbers: Collection[str]) -> tuple[ReferenceList, ...]:
    """Find the numbered list of addresses in which a document ends, whatever its heading; empty if it has none.

    Args:
        lines: the lines of the document.
        numbers: numbers that may be markers of it; half of the entries or more, and two of them, have one.
    """
    runs = list(entry_runs(lines))
    last = runs[-1] if runs else None
    if last is None or last.shape != "number" or any(map(str.strip, lines[last.end :])) or not _is_dense(last):
        return ()
    referred = sum(entry.number in numbers for entry in last.entries)
    listed = all(find_urls(entry.text) for entry in last.entries)
    if not listed or referred < _FEWEST_PLAIN or referred * 2 < len(last.entries):
        return ()
    above = last.start - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    headed = above >= 0 and len(lines[above]) <= _LONGEST_HEADING and not _SENTENCE_END.search(lines[above])
    return (replace(last, start=above if headed else last.start),)


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
    while end < len(lines) and not (lines[end].strip() and ANY_HEADING.match(lines[end])):
        line = lines[end]
        if line.strip():
            outdented = not line[:1].isspace() and (blank or wrapped)
            if not found or outdented or (not wrapped and _YEAR_BESIDE_NAME.match(line)):
                found.append((end, []))
            found[-1][1].append(line)
        blank = not line.strip()
        end += 1
    entries = tuple(Entry(number=None, text=joined(text), line=index) for index, text in found)
    dated = sum(bool(_YEAR.search(entry.text) or find_urls(entry.text)) for entry in entries)
    if dated < _FEWEST_PLAIN or dated * 2 < len(entries):
        return None
    return ReferenceList(start=start, end=end, shape="plain", entries=entries)


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
