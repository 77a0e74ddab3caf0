"""Digits that were superscripts before a text became plain text; markers only where the document has a habit of them.

Behind a stop (`of concepts.3 Instead`, `by 3.5%.4, 1`), between words (`VerilogEval 11 serves`), or glued to a unit
(`40 GWh2`), which no exponent (`12 km2`) and no formula (`CO2`) is.
"""

import re
from collections.abc import Collection, Iterator

from claims.readers.markers.superscripts import find_superscripts, is_exponent

Found = tuple[int, int, tuple[str, ...]]

_LIST = r"\d{1,3}(?:,\s?\d{1,3}(?!\w|%|\.\w)){0,10}"
_NEXT = r"(?:\s+[^\W\d_a-zß-ÿа-я]|\s*$)"  # what follows a sentence: another that begins with a capital, or nothing
_BARE = re.compile(
    rf"(?:(?<=[^\W\d_][.,;:!?)\]”’\"])|(?<=[%)\]”’\"][.,;:!?])|(?<=(?<!\d)(?:1\d|20)\d\d\.)(?={_LIST}{_NEXT})"
    rf"|(?<=\d\.)(?=\d{{1,3}},\s?\d{{1,3}}{_NEXT}))(?P<bare>{_LIST})(?=[\s.,;:)]|$)",
    re.MULTILINE,
)
# A digit between words, but not that of `Figure 3` or `May 3`.
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
_GLUED = re.compile(rf"(?<=[^\W\d_]|[%‰²³€])(?P<bare>{_LIST})(?=\s|[.,;:)]|$)")
# What a number is glued to: `40 GWh`, `12 km²`, `16 %`; the exponents of the rest of physics.
_MEASURED = re.compile(r"\d\s?(?:(?P<unit>[^\W\d_]{2,30})|[^\W\d_]{0,3}[²³]|[%‰€])$")
_RAISED_UNIT = re.compile(r"\w{0,2}(?:eV|pc|[hdcmk]?m)|deg|arcsec|arcmin|rad|ft|in|mi|yd")
_FORMULA = re.compile(r"(?:A[lsu]|B[are]?|C[adelorsu]?|F[e]?|H[eg]?|K|Li|M[gn]|N[ai]?|O|Pb?|S[in]?|Ti|Zn)+|PM")
_WORD = re.compile(r"(?:^|\s)[^\W\d_]{4,30}$")  # a cell's last word
# Behind a word or a year, before or without a stop: `at its peak2, 3.`
_WORDS = re.compile(
    rf"(?:(?<=[^\W\d_A-Z][^\W\d_A-Z][^\W\d_A-Z])|(?<=(?<!\d)(?:1[5-9]|20)\d\d))(?P<bare>{_LIST})(?=[.,;:!?)]|\s|$)"
)
_REACH = 40  # characters before a glued number
_FEWEST_GLUED = 2
_NUMBER = re.compile(r"\d{1,4}")


def find_bare_markers(text: str, known: Collection[str], spaced: Collection[str] = ()) -> Iterator[Found]:
    """Find superscript digits, and superscripts that became plain digits, as far as they are numbers of entries.

    Args:
        text: running text.
        known: the numbers of the document's entries.
        spaced: those that may be between words.
    """
    found = [(*match.span(), tuple(_NUMBER.findall(match["bare"]))) for match in _BARE.finditer(text)]
    found += [(start, end, (number,)) for start, end, number in find_spaced(text) if number in spaced]
    yield from sorted(
        [*(each for each in found if all(map(known.__contains__, each[2]))), *find_superscripts(text, known)]
    )


def find_spaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the numbers between words that may be markers: start, end and number of each."""
    for match in _SPACED.finditer(text):
        if not _NUMBERED_THING.search(text, max(match.start() - 20, 0), match.start()):
            yield *match.span(), match["spaced"]


def find_glued(text: str, known: Collection[str]) -> Iterator[Found]:
    """Find the numbers of entries that are glued to a measure, or to the last word of `text`."""
    for match in _GLUED.finditer(text):
        numbers = tuple(_NUMBER.findall(match["bare"]))
        if all(number in known for number in numbers) and _takes_marker(text, match):
            yield *match.span(), numbers


def find_behind_words(text: str, known: Collection[str]) -> Iterator[Found]:
    """Find the numbers of entries that are glued to words, as far as the document has a habit of them."""
    for match in _WORDS.finditer(text):
        numbers = tuple(_NUMBER.findall(match["bare"]))
        if all(number in known for number in numbers):
            yield *match.span(), numbers


def has_habit_of_words(text: str, known: Collection[str]) -> bool:
    """Whether numbers glued to words are markers of a document: they begin at 1 and count on, unlike `ipv4`, `http2`.

    There are two or more of them, with half of the numbers of entries or more.
    """
    found = [number for _, _, numbers in find_behind_words(text, known) for number in numbers]
    order = list(map(int, dict.fromkeys(found)))
    enough = len(found) >= _FEWEST_GLUED and len(order) * 2 >= sum(map(str.isdecimal, known))
    return enough and order == sorted(order) and order[0] == 1


def _takes_marker(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - _REACH, 0) : match.start()]
    measured = _MEASURED.search(before)
    if measured is None:
        word = _WORD.search(before)
        return word is not None and word[0].islower() and not text[match.end() :].strip()
    unit = measured["unit"]
    return unit is None or not (_RAISED_UNIT.fullmatch(unit) or _FORMULA.fullmatch(unit) or is_exponent(before))
