"""Whether a copy's text is garbled: decoded from the wrong character set before it was archived, or after. Pure.

Garbled text may support a claim by its figures; what it lacks proves nothing.
"""

import re
from collections import Counter

from claims.language.detection import language_of
from claims.records import Source
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.single_byte import better_set, fits

_READ = 50_000
_BEYOND = re.compile("[^\x00-\x7f\u2010-\u2027\ufffd]+")
_LOST = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff]")
# Sets in which text of UTF-8 is shown by mistake.
_SHOWN_IN = ("cp1252", "cp1251", "cp1250", "cp1254", "koi8-r", "latin-1")
# East Asian or Cyrillic text shown in a Latin set: no word has so many letters with accents in a row.
_ACCENTED = re.compile("[\u00a1-\u00ff]{4,}")
# Mac Roman and sets of DOS shown in another: signs that no word has between its letters.
_WITHIN_WORDS = re.compile(
    "(?<=[^\\W\\d_])[\u00a1-\u00a9\u00ab-\u00b1\u00b6\u00bb\u00bf\u201d\u201e\u2116\u2219\u221a\u2500-\u25a0](?=[^\\W\\d_])"
    "|(?<=[a-z\u00df-\u00ff])[\u0160\u0178](?=[a-z\u00df-\u00ff])|[\u2500-\u259f](?=[^\\W\\d_])"
)
_SHARE_WITHIN = 0.005
_SHOWN_AS = ("cp1252", "cp1251", "cp1250")
_SHARE_MISREAD = 0.005  # of all characters; names in another language are fewer
_MOST_OWN = 0.97  # of the letters with marks, the share by which they are those of the language that the text shows
# Of all characters, the least share that is odd, so that a few lost apostrophes do no harm; German has two in a
# hundred letters with marks, and each of them becomes two characters.
_SHARE = 0.02
_FEW = 6
# Of the characters beyond ASCII, the same: a capital pair such as “ÓŁ” happens to be one of UTF-8.
_SHARE_BEYOND = 0.3
# The bytes that no text has: controls, but not those of lines and of ISO 2022. In UTF-16 any byte may be one.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\0"))
_MOST_CONTROLS = 0.01
# Of the bytes of a page in UTF-16, the share that are zero: half of its markup.
_WIDE = 0.1


def is_garbled(response: ArchivedResponse, source: Source) -> bool:
    """Return whether a considerable part of the text, or of its bytes, makes no sense."""
    body = response.body[:_READ]
    controls = len(body) - len(body.translate(None, _CONTROLS))
    wide = body.count(0) > _WIDE * len(body)
    if controls > _MOST_CONTROLS * len(body) and not wide and not body.startswith(b"%PDF"):
        return True
    text = source.text[:_READ]
    if text.isascii():
        return False
    runs = _BEYOND.findall(text)
    odd = len(_LOST.findall(text)) + sum(map(len, _ACCENTED.findall(text)))
    odd += max(sum(len(run) for run in runs if _is_utf8_in(run, name)) for name in _SHOWN_IN)
    if odd >= _FEW and odd > _SHARE * len(text) and odd > _SHARE_BEYOND * len("".join(runs)):
        return True
    within = len(_WITHIN_WORDS.findall(text))
    return (within >= _FEW and within > _SHARE_WITHIN * len(text)) or _is_misread(text, runs)


def _is_misread(text: str, runs: list[str]) -> bool:
    """Return whether letters of a set of single bytes are shown in another, of which all of them are.

    Args:
        text: the text.
        runs: its characters beyond ASCII, in runs.
    """
    letters = Counter({char: count for char, count in Counter("".join(runs)).items() if char.isalpha()})
    if letters.total() < max(_FEW, _SHARE_MISREAD * len(text)):
        return False
    spoken = language_of(text)
    own = sum(count for char, count in letters.items() if fits(char, spoken)) if spoken else 0
    if own > _MOST_OWN * letters.total():
        return False
    kept = ((name, text.encode(name, "ignore")) for name in _SHOWN_AS)
    name, body = max(kept, key=lambda pair: len(pair[1]))
    lost = len(text) - len(body)
    return lost < _SHARE_BEYOND * letters.total() and better_set(body, name) is not None


def _is_utf8_in(run: str, name: str) -> bool:
    """Return whether characters are those of UTF-8 shown in another set: its bytes, decoded, make fewer characters."""
    try:
        return len(run) > 1 and len(run.encode(name).decode()) < len(run)
    except UnicodeError:
        return False
