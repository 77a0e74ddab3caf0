"""Which character set a page is in whose bytes are letters: by what its language writes, whatever is declared.

Sets of single bytes decode any text, so that only its language shows which one is right. `chardet` knows how likely
each pair of bytes is in 49 languages and their sets. A text in one language may hold names of another, so a likelier
set counts only if what it changes are letters of that language.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

# What browsers know (WHATWG Encoding Standard, 4.2), by the names of Python's codecs.
_SETS = (
    "cp866", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10",
    "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874",
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
)  # fmt: skip
_CYRILLIC = ("cp866", "iso8859-5", "koi8-r", "koi8-u", "mac-cyrillic", "cp1251")
_WIDE = ("gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "cp949", "utf-8")
_SAMPLE = 16_000  # bytes; 200 show the set of most texts
_SEARCHED = 400_000  # bytes in which they are sought
_BEYOND = re.compile(rb"[\x80-\xff]")
_LIKELY = 0.15
"""Likelihood from which a text is known to be in a set. Albanian, which chardet lacks, has 0.09 in a Baltic one."""
_TIMES = 1.3
"""How many times as likely as the declared set another must be, but in the same language. Of 583 texts in 190
languages, most of which chardet lacks, two are changed, and 15 would be without."""
_FIT, _ODD = 0.8, 0.5
"""Of the characters that two sets show differently, the least share that fits the language in the right set, and the
largest in the wrong one."""
_MOST_PLAIN = 0.5  # share of ASCII among the letters of a text in another script than Latin
_MARKS = frozenset("“”‘’‚„‹›«»…–—•·€™®©°§№\u00a0\u00ad")


def likeliest_set(body: bytes) -> str:
    """Return the most likely set of a page that declares none, of single bytes or more."""
    import chardet  # takes 0.2 s to load; most pages are in UTF-8

    found = chardet.detect(_sample(body), compat_names=False, include_encodings=(*_SETS, *_WIDE))
    return found["encoding"] or "cp1252"


def better_set(body: bytes, declared: str) -> str | None:
    """Return the set of single bytes that a page is in rather than in the `declared` one, or None."""
    import chardet

    sample = _sample(body)
    shown = sample.decode(declared, "replace")
    ranked = chardet.detect_all(sample, ignore_threshold=True, compat_names=False, include_encodings=_SETS)
    name, spoken, likely = ranked[0]["encoding"], ranked[0]["language"], ranked[0]["confidence"]
    if name is None or spoken is None or likely < _LIKELY:
        return None
    right = sample.decode(name, "replace")
    changed = [pair for pair in zip(shown, right, strict=False) if pair[0] != pair[1]]
    if len(shown) != len(right) or not changed:
        return None
    latin = spoken in _letters() and name not in _CYRILLIC  # Serbian is in both
    letters = spoken if latin else None
    before, after = (sum(fits(pair[at], letters) for pair in changed) / len(changed) for at in (0, 1))
    if after < _FIT or (before > _ODD if latin else _plain(sample) > _MOST_PLAIN):
        return None
    own = next((each for each in ranked if sample.decode(each["encoding"] or "", "replace") == shown), None)
    if own is None or (latin and own["language"] == spoken):
        return name
    return name if likely >= _TIMES * own["confidence"] else None


def _plain(sample: bytes) -> float:
    """Return the share of ASCII among the letters of a text, if bytes beyond it are letters."""
    letters = sum(char.isalpha() for char in sample.decode("ascii", "ignore"))
    return letters / (letters + len(_BEYOND.findall(sample)))


def _sample(body: bytes) -> bytes:
    """Return the texts of a page that hold more than ASCII, without markup."""
    texts = [text for each in body[:_SEARCHED].split(b"<") if _BEYOND.search(text := each.rpartition(b">")[2])]
    return b" ".join(texts)[:_SAMPLE] or body[:_SAMPLE]


def fits(char: str, spoken: str | None) -> bool:
    """Return whether a character is a mark, or a letter of a language; of another script if it is not a Latin one."""
    letters = _letters().get(spoken or "")
    if letters is None:
        return char in _MARKS or (unicodedata.category(char)[0] in "LM" and not "\u00c0" <= char < "\u0250")
    return char in _MARKS or char.lower() in letters or char == "İ"


@cache
def _letters() -> dict[str, frozenset[str]]:
    """Return the letters beyond a to z of the languages in Latin script."""
    lines = files(__package__).joinpath("letters.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {name: frozenset(letters) for name, _, letters in pairs}
