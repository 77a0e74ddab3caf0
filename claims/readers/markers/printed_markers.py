"""Markers as printed in running text: `[1]`, `[1, 3-5]`, `[1, p. 4]`, `[[1]]`, `【1†…】`, `[note 1]`, `(1)`, `@key`."""

import re
from collections.abc import Collection, Container, Iterator

# Where in a work: `, p. 4`, `, S. 14 f.`, `, Table 3`, `: 33-35`.
_IN_WORK = r"(?:[,;:]\s?(?:[^\W\d_]{1,12}\.?|§{1,2})|:)\s?\d[\dA-Za-z\s,.–-]{0,20}"
_MARKER = re.compile(
    r"(?:\[\[|\[)(?P<bracket>\d{1,4}(?:\s{0,2}[,;，、–-]\s{0,2}\d{1,4}){0,30})(?:\]\]|\]_?)(?![(]|:\s*//)"
    rf"|\[(?P<place>\d{{1,4}})\s?{_IN_WORK}\](?!\()"
    r"|【(?P<lenticular>(?:\d{1,4}|[a-z]{2,12}:?\d[\w:]{0,30}|@[\w:.+-]{1,80})"
    r"(?:,(?:\d{1,4}|[a-z]{2,12}:?\d[\w:]{0,30}|@[\w:.+-]{1,80})){0,60})"
    r"(?:[†:][^】\n]{0,80})?】"
    r"|\[(?P<note>(?:note|nb|n|注|註|Anm\.)\s?\d{1,3}|[a-z]{1,2})\]"
)
_PARENS = re.compile(
    r"(?<=[^\s(])\s?\((\d{1,3}(?:\s?[,;]\s?\d{1,3}){0,10})\)(?=\s?\(\d|[\s.,;:!?。，；]|$)", re.MULTILINE
)
_KEYS = re.compile(r"【((?:@[\w:.+-]{1,80},?)+)】")
_BARE_KEY = re.compile(r"(?<![\w@/.【,])@([a-zA-Z][\w:-]{1,60}\w)(?![@\w]|\.\w)")
_KEY_WITH_YEAR = re.compile(r"[a-zA-Z]{2,30}[_:-]?(?:1[5-9]|20)\d\d[a-z]{0,12}")
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
        only_known = match["note"] or match["place"]
        if only_known is not None and only_known not in known:
            continue
        if match["lenticular"] or all(number in known or len(number) <= _LONGEST_NUMBER for number in numbers):
            yield *match.span(), numbers


def find_parens(text: str, known: Collection[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find numbers of entries in round brackets, as far as the list prints its numbers so: `in 1794 (1)(2)`."""
    for match in _PARENS.finditer(text):
        numbers = tuple(_NUMBER.findall(match[1]))
        if all(number in known for number in numbers):
            yield *match.span(), numbers


def paren_numbers(text: str) -> set[str]:
    """Collect the numbers in round brackets in `text`, without those that open it."""
    return {number for match in _PARENS.finditer(text) for number in _NUMBER.findall(match[1])}


def bracketed_keys(text: str) -> set[str]:
    """Collect the keys of a bibliography that `text` cites in brackets, as `model_markers` rewrites them."""
    return {key for match in _KEYS.finditer(text) for key in match[1].replace("@", "").split(",")}


def find_bare_keys(text: str, *known: Container[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find keys in a sentence itself (`@lund2018 calls it …`), whose words stay: the place behind each, and the key.

    Args:
        text: running text.
        *known: the keys that the document cites in brackets, and the ids of its entries.
    """
    if "@" in text:
        for match in _BARE_KEY.finditer(text):
            if any(match[1] in keys for keys in known) or _KEY_WITH_YEAR.fullmatch(match[1]):
                yield match.end(), match.end(), (match[1],)


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
        yield from (match["lenticular"] or match["note"] or match["place"]).replace("@", "").split(",")
        return
    position = 0
    for span in _RANGE.finditer(text):
        yield from _NUMBER.findall(text[position : span.start()])
        first, last = int(span[1]), int(span[2])
        yield from map(str, range(first, last + 1)) if first < last <= first + _LONGEST_RANGE else span.groups()
        position = span.end()
    yield from _NUMBER.findall(text[position:])
