"""Digits that were superscripts before a text became plain text; markers only where the document has a habit of them.

Behind a stop (`of concepts.3 Instead`, `by 3.5%.4, 1`), between words (`VerilogEval 11 serves`), or glued to a unit
(`40 GWh2`), which no exponent (`12 km2`) and no formula (`CO2`) is.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from claims.readers.markers.superscripts import find_superscripts, is_exponent

Found = tuple[int, int, tuple[str, ...]]

_LIST = r"\d{1,3}(?:,\s?\d{1,3}(?!\w|%|\.\w)){0,10}"
_NEXT = r"(?:\s+[^\W\d_a-zß-ÿа-я]|\s*$)"  # what follows a sentence: another that begins with a capital, or nothing
_BARE = re.compile(
    rf"(?:(?<=[^\W\d_][.,;:!?)\]”’\"])|(?<=[%)\]”’\"][.,;:!?])|(?<=[.!?][”’\"»])|(?<=(?<!\d)(?:1\d|20)\d\d\.)(?={_LIST}{_NEXT})"
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
_SHORTEST_WORD = 4  # characters of a cell's last word
_END = re.compile(r"\s*\Z")
# Behind a word or a year, before or without a stop: `at its peak2, 3.`
_WORDS = re.compile(
    rf"(?:(?<=[^\W\d_][^\W\d_A-Z][^\W\d_A-Z])|(?<=(?<!\d)(?:1[5-9]|20)\d\d))(?P<bare>{_LIST})(?=[.,;:!?)]|\s|$)"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:figs?|nos?|nr|vols?|arts?|secs?|eqs?|tabs?|chs?|pp?|abb|kap|v|ver|approx|bd|ca)\.$", re.I
)
_WHOLE = re.compile(r"[^\W\d_]{4,}[.!?]$|(?:1[5-9]|20)\d\d\.$")  # the end of a sentence before its only marker
_REACH = 40  # characters before a glued number
_FEWEST = 2  # bare markers that show a habit; one is enough for a list of as few entries
_NUMBER = re.compile(r"\d{1,4}")


class BareMarkers:
    """Finds the bare markers of one document.

    Args:
        text: its running text.
        known: the numbers of its entries.
        spaced: whether numbers between words may be markers: those of entries to which no other marker refers.
        alone: whether no other markers lead to the entries, so that one marker or glued ones show a habit.

    Attributes:
        used: whether it has a habit of them.
    """

    def __init__(self, text: str, known: Collection[str], *, spaced: bool = False, alone: bool = True) -> None:
        self._known = known
        found = list(find_bare_markers(text, known))
        behind_stops = len(found) >= _FEWEST or (alone and bool(found) and _is_only(text, known, found[0]))
        self._glued = alone and not behind_stops and self._counts_on(text)
        self.used = behind_stops or self._glued
        used = {number for _, _, numbers in found for number in numbers}
        counted = Counter(number for _, _, number in _find_spaced(text) if spaced and behind_stops)
        self._spaced = {number for number in known if counted[number] == 1 and number not in used}

    def find(self, text: str) -> list[Found]:
        """Find the markers in `text`: start, end and numbers of each; none without a habit."""
        if not self.used:
            return []
        found = [*find_bare_markers(text, self._known), *_known(_find_measured(text), self._known)]
        found += [(start, end, (number,)) for start, end, number in _find_spaced(text) if number in self._spaced]
        found += _known(_find_behind_words(text), self._known) if self._glued else ()
        return sorted(set(found))

    def _counts_on(self, text: str) -> bool:
        """Whether numbers glued to words and measures are markers: they count on from 1, unlike `ipv4` and `http2`.

        There are two or more of them, with half of the numbers of entries or more.
        """
        glued = sorted({*_known(_find_behind_words(text), self._known), *_known(_find_measured(text), self._known)})
        found = [number for _, _, numbers in glued for number in numbers]
        order = list(map(int, dict.fromkeys(found)))
        enough = len(found) >= _FEWEST and len(order) * 2 >= sum(map(str.isdecimal, self._known))
        return enough and order == sorted(order) and order[0] == 1


def find_bare_markers(text: str, known: Collection[str]) -> list[Found]:
    """Find superscript digits and digits behind a stop that are numbers of entries: start, end and numbers of each."""
    return sorted([*_known(_find_behind_stops(text), known), *find_superscripts(text, known)])


def bare_numbers(text: str) -> set[str]:
    """Collect the numbers behind stops in `text`."""
    return {number for _, _, numbers in _find_behind_stops(text) for number in numbers}


def _known(found: Iterable[Found], known: Collection[str]) -> Iterator[Found]:
    return (each for each in found if all(number in known for number in each[2]))


def _find_behind_stops(text: str) -> Iterator[Found]:
    for match in _BARE.finditer(text):
        if not _ABBREVIATED.search(text, max(match.start() - _REACH, 0), match.start()):
            yield *match.span(), tuple(_NUMBER.findall(match["bare"]))


def _is_only(text: str, known: Collection[str], found: Found) -> bool:
    """Whether a document with hardly any entries has only one marker: behind a sentence, the first number."""
    few = sum(map(str.isdecimal, known)) <= _FEWEST
    return few and found[2][0] == "1" and _WHOLE.search(text[max(found[0] - _REACH, 0) : found[0]]) is not None


def _find_spaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the numbers between words that may be markers: start, end and number of each."""
    for match in _SPACED.finditer(text):
        if not _NUMBERED_THING.search(text, max(match.start() - 20, 0), match.start()):
            yield *match.span(), match["spaced"]


def _find_measured(text: str) -> Iterator[Found]:
    """Find the numbers that are glued to a measure, or to the last word of `text`."""
    for match in _GLUED.finditer(text):
        if _takes_marker(text, match):
            yield *match.span(), tuple(_NUMBER.findall(match["bare"]))


def _find_behind_words(text: str) -> Iterator[Found]:
    return ((*match.span(), tuple(_NUMBER.findall(match["bare"]))) for match in _WORDS.finditer(text))


def _takes_marker(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - _REACH, 0) : match.start()]
    measured = _MEASURED.search(before)
    if measured is None:
        word = before.rsplit(None, 1)[-1]
        return (
            len(word) >= _SHORTEST_WORD
            and word.isalpha()
            and word.islower()
            and _END.match(text, match.end()) is not None
        )
    unit = measured["unit"]
    return unit is None or not (_RAISED_UNIT.fullmatch(unit) or _FORMULA.fullmatch(unit) or is_exponent(before))
