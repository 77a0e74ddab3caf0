"""Markers as printed in running text: `[1]`, `[1, 3-5]`, `[[1]]`, `【1†…】`, `[note 1]`, superscript digits."""

import re
from collections.abc import Collection, Iterator

_MARKER = re.compile(
    r"(?:\[\[|\[)(?P<bracket>\d{1,4}(?:\s{0,2}[,;，、–-]\s{0,2}\d{1,4}){0,30})(?:\]\]|\]_?)(?![(]|:\s*//)"
    r"|【(?P<lenticular>\d{1,4})(?:[†:][^】\n]{0,80})?】"
    r"|\[(?P<note>(?:note|nb|n|注|註|Anm\.)\s?\d{1,3}|[a-z]{1,2})\]"
)
# A superscript that became a plain digit on the way to plain text: `of concepts.3 Instead`.
_BARE = re.compile(r"(?<=[^\W\d_][.,;:!?)\]”’\"])(?P<bare>\d{1,3})(?=[\s.,;:)]|$)")
_SUPERSCRIPT = re.compile(r"(?<=[^\s\d⁰¹²³⁴⁵⁶⁷⁸⁹])(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–ʼ·˒]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,20})")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT = re.compile(r"(?:^|[\s\d/(·*×])[a-zµA-Z]{1,2}$")  # `10 km²` has no marker
_RANGE = re.compile(r"(\d{1,4})\s{0,2}[–-]\s{0,2}(\d{1,4})")
_NUMBER = re.compile(r"\d{1,4}")
_LONGEST_INDENT = 12  # spaces before an entry
_LONGEST_RANGE = 60
_LONGEST_NUMBER = 3  # digits of a marker without an entry; `[1984]` without such an entry is a year


def find_markers(text: str, known: Collection[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find the markers in `text`: start, end and numbers of each.

    Args:
        text: running text.
        known: the numbers of the document's entries; letters are markers only if there is such an entry.
    """
    if "[" not in text and "【" not in text:
        return
    for match in _MARKER.finditer(text):
        single = match["bracket"]
        if single is not None and single.isdecimal():  # as most are
            if single in known or len(single) <= _LONGEST_NUMBER:
                yield match.start(), match.end(), (single,)
            continue
        numbers = tuple(_numbers(match))
        if match["note"] is not None and match["note"] not in known:
            continue
        if all(number in known or len(number) <= _LONGEST_NUMBER for number in numbers):
            yield *match.span(), numbers


def find_bare_markers(text: str, known: Collection[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find superscript digits, and superscripts that became plain digits, as far as they are numbers of entries.

    Args:
        text: running text.
        known: the numbers of the document's entries.
    """
    found = [(*match.span(), (match["bare"],)) for match in _BARE.finditer(text)]
    for match in _SUPERSCRIPT.finditer(text):
        numbers = tuple(_NUMBER.findall(match["super"].translate(_DIGITS)))
        if not _UNIT.search(text[max(match.start() - 4, 0) : match.start()]):
            found.append((*match.span(), numbers))
    for start, end, numbers in sorted(found):
        if all(number in known for number in numbers):
            yield start, end, numbers


def marker_numbers(text: str) -> set[str]:
    """Collect the numbers in the markers of `text`, without letters and without markers that open a line."""
    return set(all_marker_numbers(text))


def all_marker_numbers(text: str) -> Iterator[str]:
    """Like `marker_numbers`, but each number as often as it occurs."""
    for start, _, numbers in find_markers(text, ()):
        close = start and not text[start - 1].isspace()
        if close or text[max(start - _LONGEST_INDENT, 0) : start].rpartition("\n")[2].strip():
            yield from numbers


def _numbers(match: re.Match[str]) -> Iterator[str]:
    """List the numbers of a marker: `3-5, 7` is 3, 4, 5 and 7."""
    text = match["bracket"]
    if text is None:
        yield match["lenticular"] or match["note"]
        return
    position = 0
    for span in _RANGE.finditer(text):
        yield from _NUMBER.findall(text[position : span.start()])
        first, last = int(span[1]), int(span[2])
        yield from map(str, range(first, last + 1)) if first < last <= first + _LONGEST_RANGE else span.groups()
        position = span.end()
    yield from _NUMBER.findall(text[position:])
