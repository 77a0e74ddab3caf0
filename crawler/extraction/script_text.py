"""The prose in a page's scripts: JSON-LD, and the data of which scripts make the page. Pure.

Such data come in many forms (`__NEXT_DATA__`, `__NUXT__`, streamed chunks, JSON in a string of JavaScript). All of them
keep text in string literals, so every literal that reads like prose is taken, whatever its key.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape

from claims.language.tokens import UNSPACED

_FEW_WORDS, _FEW_CHARACTERS = 5, 12
# The mean length of words in prose, and the signs of code in it, each at most.
_LONG_WORDS = 14
_CODE = "{}=|<>[]\\"
_RARE = 40
_UNSPACED = re.compile(f"[{UNSPACED}]")
_LITERAL = re.compile(r'"([^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"' + r"|'([^'\\\n]*+(?:\\.[^'\\\n]*+)*+)'")
_PACKED = re.compile(r"[<\\]")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|cite|code|em|i|mark|q|small|span|strong|sub|sup|time|u)\b[^<>]{0,2000}>", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MOST_TEXT = 300_000
_DEPTH = 2


def prose(scripts: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs of prose in the literals of scripts, up to a total of 300,000 characters."""
    left = _MOST_TEXT
    for script in scripts:
        for paragraph in _paragraphs(script, _DEPTH):
            left -= len(paragraph)
            if left < 0:
                return
            yield paragraph


def _paragraphs(code: str, depth: int) -> Iterator[str]:
    for double, single in _LITERAL.findall(code):
        literal = double or single
        if len(literal) < _FEW_CHARACTERS or not (_PACKED.search(literal) or _is_prose(literal)):
            continue
        text = _decoded(literal)
        found = [line for line in _without_markup(text).splitlines() if _is_prose(line)]
        yield from found
        if depth and not found and ('"' in text or "'" in text):  # data in a literal of their own
            yield from _paragraphs(text, depth - 1)


def _without_markup(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("\n", _INLINE_TAG.sub("", text))
    return unescape(text) if "&" in text else text


def _is_prose(text: str) -> bool:
    """Return whether a text has several words, or characters of a script without spaces, and few signs of code."""
    blanks = text.count(" ")
    worded = blanks >= _FEW_WORDS - 1 and len(text) <= _LONG_WORDS * blanks
    if not worded and (text.isascii() or len(_UNSPACED.findall(text)) < _FEW_CHARACTERS):
        return False
    return sum(map(text.count, _CODE)) * _RARE <= len(text)


def _decoded(literal: str) -> str:
    if "\\" not in literal:
        return literal
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:  # JavaScript knows more escapes than JSON does
        return literal.replace("\\n", "\n").replace('\\"', '"').replace("\\'", "'").replace("\\/", "/")
