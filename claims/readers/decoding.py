"""The bytes of a file to text, or a message that says what the file is instead."""

import codecs
import re
from typing import NamedTuple

from claims.errors import InputError
from claims.readers.unread_formats import UnreadFormat, not_read, refuse_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000  # bytes from which the encoding is guessed; more are slow and improve nothing
_BAD = re.compile("[\udc80-\udcff]")  # a byte that is not UTF-8, by `surrogateescape`
_MOST_NULS = 20  # bytes to each NUL in a text that contains some by mistake
_UNLIKELY = re.compile(r"[^\W\d_][þðýÞÐÝ³¿¹¼½¾¦¨´¸]|[³¿¼¾][^\W\d_]")  # letters of other encodings, as cp1252 has them
_MOST_FOREIGN = 0.1  # share of the letters of a text in cp1252 that are not ASCII


class Decoded(NamedTuple):
    """The text of a file, and messages for the user about its decoding."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> str:
    """Decode a file; see `decoded`."""
    return decoded(data, name).text


def decoded(data: bytes, name: str) -> Decoded:
    """Decode a file: by its byte order mark, as UTF-8, or in the most likely encoding.

    Args:
        data: the bytes of the file.
        name: its name, for messages.

    Raises:
        claims.errors.InputError: the file is empty or not text.
    """
    if not data.strip():
        raise InputError("The file is empty.", place=name, mend="Give a document with text.")
    refuse_bytes(data, name)
    notes = []
    text, encoding = _decoded(data, name)
    if encoding:
        notes.append(f"The file is not UTF-8; it is read as {encoding}.")
    if "\0" in text:
        if text.count("\0") * _MOST_NULS > len(text):
            raise _not_text(name)
        text = text.replace("\0", " ")
        notes.append("The file contains NUL characters, which are left out.")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), tuple(notes))


def _decoded(data: bytes, name: str) -> tuple[str, str | None]:
    """Decode a file: its text, and its encoding unless it is UTF-8 or says what it is."""
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data.decode(encoding), None
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _mended(data) or _western(data) or _guessed(data, name)


def _mended(data: bytes) -> tuple[str, str] | None:
    """Decode UTF-8 with a few bytes of Windows-1252 in it; None if it is not mostly UTF-8."""
    text = data.decode("utf-8", errors="surrogateescape")
    bad = len(_BAD.findall(text))
    good = sum(not character.isascii() for character in text) - bad
    if good <= bad:
        return None
    mended = _BAD.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", errors="replace"), text)
    count = "1 byte" if bad == 1 else f"{bad} bytes"
    return mended, f"UTF-8 with {count} of Windows-1252"


def _western(data: bytes) -> tuple[str, str] | None:
    """Decode a mostly ASCII text in Windows-1252; None if that gives letters that no Western language has."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = sum(character.isalpha() and not character.isascii() for character in text)
    letters = sum(map(str.isalpha, text))
    if foreign > _MOST_FOREIGN * letters or _UNLIKELY.search(text) or any("\x80" <= mark < "\xa0" for mark in text):
        return None
    return text, "Windows-1252"


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    if b"\0" in data:
        raise _not_text(name)
    import chardet  # takes 0.2 s to load; most files are in UTF-8

    found = chardet.detect(data[:_SAMPLE], compat_names=False)["encoding"]
    if found is None:
        raise _not_text(name)
    return data.decode(found, errors="replace"), found


def _not_text(name: str) -> InputError:
    mend = "citewatch reads text, Markdown, HTML and wikitext; convert it first."
    return not_read(name, UnreadFormat("not text", mend))
