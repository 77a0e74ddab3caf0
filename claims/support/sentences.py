"""The sentences of a source: spans that never cross a passage, none of them too long to read."""

import re
from collections.abc import Iterator

from claims.language.tokens import listed
from claims.records import Source

LONGEST = 600
"""Characters after which a "sentence" is cut at a space: tables and menus without a full stop go on for pages."""

ENDS = '.!?…"”»。！？।؟'
"""What may stand at the end of a sentence; headings, menus and captions mostly end otherwise."""

_UNSPACED_END = "。！？｡"
_BREAK = re.compile(
    rf"[.!?…।॥۔؟][\"'”’»)\]]*(?=\s)|[{_UNSPACED_END}][」』”’）]*|\n+",
)
_DOTTED = re.compile(r"(?:\w\.)+\w")
# A full stop after these ends no sentence. Single letters (initials) are told by their length.
_ABBREVIATIONS = listed(
    "mr mrs ms dr prof rev hon st sr jr gen col lt capt sgt gov sen rep pres vs v no nos vol vols fig figs ed eds "
    "pp approx c ca cf al e.g i.e eg ie inc ltd corp dept univ jan feb mar apr jun jul aug sep sept oct nov dec "
    "bros mt ft lit est op cit"
)


def sentence_spans(source: Source) -> Iterator[tuple[int, int]]:
    """Spans (start, end) of `source.text`, in order, that hold each passage's sentences, without outer blanks."""
    passages = [(passage.start, passage.end) for passage in source.passages] or [(0, len(source.text))]
    for start, end in passages:
        for first, last in _split(source.text, start, end):
            yield from _pieces(source.text, first, last)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _BREAK.finditer(text, start, end):
        if _ends(text, begin, match):
            yield begin, match.end()
            begin = match.end()
    yield begin, end


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a sentence ends at this break."""
    mark = match.group()
    following = text[match.end() : match.end() + 3].lstrip()[:1]
    if mark[0] == "\n":
        # A wrapped line goes on in lower case; an empty line always parts.
        return len(mark) > 1 or not following.islower()
    if mark[0] in _UNSPACED_END:
        return True
    if following.islower():
        return False
    if mark[0] != ".":
        return True
    before = text[max(begin, match.start() - 12) : match.start()].split()
    last = before[-1].lstrip("(\"'“‘[") if before else ""
    initial = len(last) == 1 and last.isupper()
    return not (initial or last.lower() in _ABBREVIATIONS or _DOTTED.fullmatch(last))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without outer blanks, cut at spaces into pieces of at most `LONGEST` characters."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
