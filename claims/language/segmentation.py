"""Text to sentences, with exact offsets, in any script that ends its sentences with a mark.

One pass over the places where a sentence may end (a stop, a question or exclamation mark, their kin in other scripts,
a blank line), and one decision at each. The kept libraries do not serve here, as `benchmarks/readers_sentences.py`
shows: nupunkt and syntok do not end sentences at Chinese, Japanese, Hindi, Urdu, Arabic or Armenian marks, nupunkt is
quadratic in runs such as `!?!?`, and pysbd is slow and was last released in 2021. None of them takes the
places of reference markers; one behind a stop is the surest sign there is.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from claims.language.loader import code, language, languages

_WESTERN = ".!?…‼⁇⁈⁉"
_UNSPACED = "。！？｡．।॥۔؟։።፧။།៕។"
ENDS = frozenset(_WESTERN + _UNSPACED)
"""The marks that end sentences, in any script."""

# Each begins with one character of a set, which is sought several times faster than an alternative.
_MARKS = (
    rf"(?<=[{_WESTERN}])[{_WESTERN}]*+|(?<=[{_UNSPACED}])(?P<unspaced>[{_UNSPACED}]*+)"
    r"|(?<=[\u0370-\u03ff\u1f00-\u1fff];)|(?<=[\u0530-\u058f]:)"
)
_BLANK = r"(?<=\n)(?P<blank>[^\S\n]*\n\s*)"
_END = re.compile(rf"[\n{_WESTERN}{_UNSPACED};:](?:{_BLANK}|{_MARKS})")
_END_OR_LINE = re.compile(rf"[\n{_WESTERN}{_UNSPACED};:](?:{_BLANK}|(?<=\n)|{_MARKS})")
CLOSERS = "\"'”’“»«›‹)]}）］】」』》〉〕"
"""What may follow the mark that ends a sentence and belongs to it."""

_SPACES_OF_CLOSER = "\u00a0\u202f "  # French puts one before »
_NEXT = re.compile(r"\s*[\"'“”„‘‚«»‹›(\[{¿¡—–\-*•]*\s?(\w{0,24})")
_WORD = re.compile(r"\w")
_LOOK_BACK = 24  # characters; no abbreviation is longer
_JAPANESE_QUOTE_GOES_ON = frozenset("とっなにのはがをもでかやへ、，,")
# Authors with the year of their work, before its title: `Ito et al. (2019). Tides`.
_AUTHORS = re.compile(
    r"\s*(?:(?:[^\W\d_a-z][\w'’-]{0,40}\.?|\((?:1[5-9]|20)\d\d\)\.|et\sal\.?|and|und|et|y|&|van|de|von|der)[,\s]+){1,12}"
    r"\((?:1[5-9]|20)\d\d[a-z]?\)"
)
_DOTTED = re.compile(r"\w{1,3}(?:\.-?\w{1,3})+")
_ORDINAL_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a text is set, as far as its sentences depend on it.

    Attributes:
        lines: whether a line ends a sentence, unless the next one goes on in lower case.
        longest: characters that a sentence has at most; what is longer is cut at a space.
    """

    lines: bool
    longest: int


DOCUMENT = Layout(lines=False, longest=5_000)
"""A document's paragraphs; what is longer has no sentences: a table without markup, a program."""

PAGE = Layout(lines=True, longest=600)
"""The text of a web page, whose headings, tables and menus have a line for each item and go on without a full stop."""


def sentences(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    language: str | None = None,
    markers: Set[int] = frozenset(),
    layout: Layout = DOCUMENT,
) -> list[tuple[int, int]]:
    """Split `text[start:end]` into sentences: their spans (start, end), in order, without the white space between them.

    Args:
        text: the whole text.
        start: offset of the first character to split.
        end: offset behind the last one; None: the end of the text.
        language: BCP 47 tag; decides whether `3.` may be an ordinal number. None: unknown.
        markers: offsets at which reference markers were taken out of the text; one behind a stop ends the sentence.
        layout: how the text is set.
    """
    end = len(text) if end is None else end
    spans = []
    begin = start
    seen: int | None = start  # `seen`: how far it is known that no word follows `begin`
    for match in (_END_OR_LINE if layout.lines else _END).finditer(text, start, end):
        if match.start() < begin:
            continue
        if seen is not None and not _WORD.search(text, seen, match.start()):
            seen = match.end()
            continue
        seen = None
        stop = match.start() if match[0][0] == "\n" else _past_closers(text, match.end(), end)
        if match.lastgroup == "blank" or (
            _ends(text, match, begin, stop, end, language, markers)
            and not (match[0] == "." and _AUTHORS.fullmatch(text, begin, match.start()))
        ):
            spans.append(_trimmed(text, begin, stop))
            begin = seen = stop
    spans.append(_trimmed(text, begin, end))
    longest = layout.longest
    if all(last - first <= longest for first, last in spans):
        return [span for span in spans if span[0] < span[1]]
    return [part for span in spans for part in _bounded(text, *span, longest)]


def _bounded(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """The span in parts that are no longer than a sentence can be."""
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = cut if cut > 0 else start + longest
        yield _trimmed(text, start, cut)
        start = _trimmed(text, cut, end)[0]
    if start < end:
        yield start, end


def _past_closers(text: str, position: int, end: int) -> int:
    while position < end and text[position] in CLOSERS:
        position += 1
    spaced = text[position + 1 : position + 2] == "»" and text[position] in _SPACES_OF_CLOSER and position + 1 < end
    return position + 2 if spaced else position


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(
    text: str, match: re.Match[str], begin: int, stop: int, end: int, language: str | None, markers: Set[int]
) -> bool:
    if stop >= end:
        return True
    if match.lastgroup == "unspaced":
        return stop == match.end() or text[stop] not in _JAPANESE_QUOTE_GOES_ON
    marked = bool(markers) and (stop in markers or match.end() in markers)
    if not (marked or text[stop].isspace() or _is_cjk(text[stop])):
        return False  # `3.5`, `example.com`, `a.k.a.`; but `gas.[1]It`, and a western mark between Chinese characters
    following = _NEXT.match(text, stop, end)
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    if marked or match[0] != "." or stop != match.end() or not text[stop].isspace():
        return True
    if following and following.end() < end and len(word) == 1 and text[following.end()] == ".":
        word = ""  # an initial opens nothing: `A. S. Pushkin`
    return _full_stop_ends(text, max(begin, match.start() - _LOOK_BACK), match.start(), word, language)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The words of `record.writing.Sentences`, of all languages: a reference may be in any."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    after_ordinals: frozenset[str]


@cache
def _lists() -> _Lists:
    known = [each.sentences for each in languages()]
    return _Lists(*(frozenset(word for each in known for word in getattr(each, name)) for name in _Lists.__slots__))


def _full_stop_ends(text: str, begin: int, stop: int, following: str, language: str | None) -> bool:
    """Whether the stop at `stop`, behind the word that starts after `begin` and before `following`, ends a sentence."""
    words = text[begin:stop].rsplit(None, 1)
    word = words[-1].lstrip("\"'“”„‘«»([{—–-") if words else ""
    if word.isdigit():
        return not _is_ordinal(word, following, language)
    lists, lower = _lists(), word.lower()
    if lower in lists.before_numbers and following[:1].isdigit():
        return False
    if (len(word) == 1 and word.isalpha()) or (
        lower not in lists.before_names and (lower in lists.may_end or _DOTTED.fullmatch(word))
    ):
        return following.lower() in lists.openers
    return lower not in lists.before_names


def _is_ordinal(number: str, following: str, tag: str | None) -> bool:
    if len(number) > _ORDINAL_DIGITS:
        return False
    if following.lower() in _lists().after_ordinals:
        return True
    return following[:1].isalpha() and language(code(tag)).sentences.ordinal_stop


def _is_cjk(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af" or "\uf900" <= character <= "\ufaff"
