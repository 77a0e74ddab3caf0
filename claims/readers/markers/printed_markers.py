"""Markers as printed in running text: `[1]`, `[1, 3-5]`, `[[1]]`, `【1†…】`, `[note 1]`, superscript digits.

Digits that were superscripts before the text became plain text are markers only where the document has a habit of them.
"""

import re
from collections.abc import Collection, Container, Iterator

_MARKER = re.compile(
    r"(?:\[\[|\[)(?P<bracket>\d{1,4}(?:\s{0,2}[,;，、–-]\s{0,2}\d{1,4}){0,30})(?:\]\]|\]_?)(?![(]|:\s*//)"
    r"|【(?P<lenticular>(?:\d{1,4}|[a-z]{2,12}:?\d[\w:]{0,30}|@[\w:.+-]{1,80})"
    r"(?:,(?:\d{1,4}|[a-z]{2,12}:?\d[\w:]{0,30}|@[\w:.+-]{1,80})){0,60})"
    r"(?:[†:][^】\n]{0,80})?】"
    r"|\[(?P<note>(?:note|nb|n|注|註|Anm\.)\s?\d{1,3}|[a-z]{1,2})\]"
)
# A superscript that became a plain digit on the way to plain text: `of concepts.3 Instead`.
_BARE = re.compile(
    r"(?:(?<=[^\W\d_][.,;:!?)\]”’\"])|(?<=[%)\]”’\"][.,;:!?])|(?<=(?<!\d)(?:1\d|20)\d\d\.)(?=\d{1,3}(?:\s+[A-Z]|\s*$)))"
    r"(?P<bare>\d{1,3}(?:,\s?\d{1,3}(?![\w.%])){0,10})(?=[\s.,;:)]|$)",
    re.MULTILINE,
)
# A digit between words (`VerilogEval 11 serves`), but not that of `Figure 3` or `May 3`.
_SPACED = re.compile(
    r"(?<![^\W\d_]\.\s)(?<=[^\W\d_]\s)(?P<spaced>\d{1,3})(?=\s[^\W\d_]|[.,;]?\s*$|[.,;]\s)", re.MULTILINE
)
_NUMBERED_THING = re.compile(
    r"\b(?:fig(?:ure)?s?|tables?|chapters?|sections?|steps?|levels?|phases?|parts?|types?|versions?|articles?|pages?|no|nr|"
    r"days?|weeks?|grades?|stages?|class|tiers?|options?|appendix|volumes?|rounds?|groups?|the|a|of|in|and|or|to|than|"
    r"about|over|with|by|at|from|are|is|was|were|least|most|only|all|these|those|january|february|march|april|may|june|"
    r"july|august|september|october|november|december)\s$",
    re.IGNORECASE,
)
_SUPERSCRIPT = re.compile(
    r"(?:(?<=[^\s\d⁰¹²³⁴⁵⁶⁷⁸⁹])(?<![\x80-\x9f¡-©¬-±´-¸¿Â-Þ])|(?<=(?<!\d)(?:1\d|20)\d\d))"  # UTF-8 read as Latin-1: `Ð¹`
    r"(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:(?:[,⁻–ʼ·˒]\s?|\s)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,20})(?![^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]|[\x80-\x9f¡-©¬-±´-¸¼-¿])"
)
_KEYS = re.compile(r"【((?:@[\w:.+-]{1,80},?)+)】")
_BARE_KEY = re.compile(r"(?<![\w@/.【,])@([a-zA-Z][\w:-]{1,60}\w)(?![@\w]|\.\w)")
_KEY_WITH_YEAR = re.compile(r"[a-zA-Z]{2,30}[_:-]?(?:1[5-9]|20)\d\d[a-z]{0,12}")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_UNIT = re.compile(r"(?:^|[\s\d/(·*×−-])(?:[ckdmnµμ]?m|ft|yd|mi|in|[a-zA-Z])$")  # `10 km²` has no marker
_BASE = re.compile(r"(?<![\d.,])10$")
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
        if match["lenticular"] or all(number in known or len(number) <= _LONGEST_NUMBER for number in numbers):
            yield *match.span(), numbers


def find_bare_markers(
    text: str, known: Collection[str], spaced: Collection[str] = ()
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find superscript digits, and superscripts that became plain digits, as far as they are numbers of entries.

    Args:
        text: running text.
        known: the numbers of the document's entries.
        spaced: those that may be between words.
    """
    found = [(*match.span(), tuple(_NUMBER.findall(match["bare"]))) for match in _BARE.finditer(text)]
    found += [(start, end, (number,)) for start, end, number in find_spaced(text) if number in spaced]
    for start, end, numbers in sorted([*found, *_superscripts(text)]):
        if all(number in known for number in numbers):
            yield start, end, numbers


def find_superscripts(text: str, known: Collection[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find the superscript digits in `text` that are numbers of entries: start, end and numbers of each."""
    return (found for found in _superscripts(text) if all(number in known for number in found[2]))


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


def find_spaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the numbers between words that may be markers: start, end and number of each."""
    for match in _SPACED.finditer(text):
        if not _NUMBERED_THING.search(text, max(match.start() - 20, 0), match.start()):
            yield *match.span(), match["spaced"]


def superscript(digits: str) -> str:
    """Write digits as superscripts: `6` as `⁶`."""
    return digits.translate(_RAISED)


def superscript_numbers(text: str) -> set[str]:
    """Collect the numbers of the superscript digits in `text` that are not exponents."""
    return {number for _, _, numbers in _superscripts(text) for number in numbers}


def is_exponent(before: str) -> bool:
    """Whether a superscript number behind the text `before` is an exponent: behind a unit, or behind 10."""
    return bool(_UNIT.search(before[-4:]) or _BASE.search(before[-4:]))


def _superscripts(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for match in _SUPERSCRIPT.finditer(text):
        if not _UNIT.search(text[max(match.start() - 4, 0) : match.start()]):
            yield *match.span(), tuple(_NUMBER.findall(match["super"].translate(_DIGITS)))


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
        yield from (match["lenticular"] or match["note"]).replace("@", "").split(",")
        return
    position = 0
    for span in _RANGE.finditer(text):
        yield from _NUMBER.findall(text[position : span.start()])
        first, last = int(span[1]), int(span[2])
        yield from map(str, range(first, last + 1)) if first < last <= first + _LONGEST_RANGE else span.groups()
        position = span.end()
    yield from _NUMBER.findall(text[position:])
