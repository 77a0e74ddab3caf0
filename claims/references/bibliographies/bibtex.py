"""BibTeX: resolves braces, quotes, `#` and `@string`, and turns TeX's accents into letters."""

import re
import unicodedata

from claims.references.bibliographies.source_entry import SourceEntry, entry_from_fields, rename_fields

_ENTRY = re.compile(r"@\s{0,9}([A-Za-z]{1,30})\s{0,9}[{(]")
_KEY = re.compile(r"\s{0,99}([^\s,{}()=\"]{1,200})\s{0,99},")
_FIELD = re.compile(r"[\s,]{0,999}([A-Za-z][\w:-]{0,60})\s{0,99}=\s{0,99}")
_WORD = re.compile(r"[^\s,{}()#\"]{1,200}")
_JOIN = re.compile(r"\s{0,99}#\s{0,99}")
_ACCENT = re.compile(r"\\([\"'`^~=.cvuHr])\s?\{?\\?([A-Za-z])\}?")
_ACCENTS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307"} | {
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a",
}  # fmt: skip
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "i": "i"}
_LETTER = re.compile(r"\\(ss|ae|AE|aa|AA|o|O|l|L|i)(?![A-Za-z])\s?(?:\{\})?")
_COMMAND = re.compile(r"\\[A-Za-z]{1,30}\*?\s?")
_NO_ENTRIES = frozenset(("comment", "preamble"))
_FIELDS = {
    "key": ("id",), "title": ("title",), "doi": ("doi",), "url": ("url", "howpublished", "link", "note"),
    "access_date": ("urldate", "accessed", "lastchecked"), "archive_url": ("archiveurl", "archive-url"),
}  # fmt: skip


def read_bibtex(text: str) -> tuple[SourceEntry, ...]:
    """Read the entries of `text`; skip what cannot be read."""
    return tuple(entry_from_fields(rename_fields(fields, _FIELDS)) for fields in _entries(text))


def _entries(text: str) -> list[dict[str, str]]:
    """Read the fields of each entry, names in lower case, the key under `id`."""
    strings: dict[str, str] = {}
    entries = []
    position = 0
    while (match := _ENTRY.search(text, position)) is not None:
        kind = match[1].lower()
        position = match.end()
        if kind in _NO_ENTRIES:
            continue
        key = _KEY.match(text, position) if kind != "string" else None
        if key:
            position = key.end()
        fields, position = _fields(text, position, strings)
        if kind == "string":
            strings |= fields
        elif fields:
            entries.append({**fields, "id": key[1] if key else ""})
    return entries


def _fields(text: str, position: int, strings: dict[str, str]) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while (match := _FIELD.match(text, position)) is not None:
        value, position = _value(text, match.end(), strings)
        fields.setdefault(match[1].lower(), _plain(value))
    return fields, position


def _value(text: str, position: int, strings: dict[str, str]) -> tuple[str, int]:
    """Read the value of a field, parts joined with `#` concatenated, and the offset behind it."""
    parts = []
    while position < len(text):
        if text[position] in '{"':
            end = _closing(text, position)
            parts.append(text[position + 1 : end])
            position = end + 1
        elif word := _WORD.match(text, position):
            parts.append(strings.get(word[0].lower(), word[0]))
            position = word.end()
        joined = _JOIN.match(text, position)
        if not joined:
            break
        position = joined.end()
    return "".join(parts), position


def _closing(text: str, start: int) -> int:
    """Find the end of the value that opens at `start`: the matching brace, or a quote outside braces."""
    depth = 0
    quoted = text[start] == '"'
    for index in range(start + quoted, len(text)):
        character = text[index]
        if text[index - 1] == "\\" and character in '{}"' and index > start:
            continue
        depth += (character == "{") - (character == "}")
        if (quoted and character == '"' and depth == 0) or (not quoted and depth == 0) or depth < 0:
            return index
    return len(text)


def _plain(value: str) -> str:
    value = _ACCENT.sub(lambda match: unicodedata.normalize("NFC", match[2] + _ACCENTS[match[1]]), value)
    value = _LETTER.sub(lambda match: _LETTERS[match[1]], value)
    value = re.sub(r"\\([&%$#_{}])", r"\1", value)
    value = _COMMAND.sub(" ", value).replace("{", "").replace("}", "").replace("~", " ")
    return " ".join(value.replace("---", "—").replace("--", "–").split())
