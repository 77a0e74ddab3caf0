"""The bytes of a file to the text that readers take."""

import codecs

from charset_normalizer import from_bytes

from claims.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000  # bytes that the guess of a character set looks at; more makes it no better and slow


def decode(data: bytes, name: str) -> str:
    """The text of `data`, a file called `name`: UTF-8, or by its byte order mark, or else by its likeliest set.

    Raises:
        claims.errors.InputError: nothing is in it, or it is no text.
    """
    if not data.strip():
        raise InputError("The file is empty.", place=name, mend="Give a document that holds text.")
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise _binary(name)
    return text


def _decoded(data: bytes, name: str) -> str:
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data.decode(encoding)
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, name)


def _guessed(data: bytes, name: str) -> str:
    if b"\0" in data:
        raise _binary(name)
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _binary(name)
    return data.decode(best.encoding, errors="replace")


def _binary(name: str) -> InputError:
    return InputError(
        "This is no text, as far as can be told.",
        place=name,
        mend="Save the document as text, Markdown, HTML or wikitext in UTF-8.",
    )
