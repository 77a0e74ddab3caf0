"""The bytes of a file to text, or a message that says what the file is instead."""

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
_SAMPLE = 200_000  # bytes from which the encoding is guessed; more are slow and improve nothing
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as Word, OpenDocument and EPUB files are"),
    (b"\xd0\xcf\x11\xe0", "a document of an old version of Word"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)


def decode(data: bytes, name: str) -> str:
    """Decode a file: by its byte order mark, as UTF-8, or in the most likely encoding.

    Args:
        data: the bytes of the file.
        name: its name, for messages.

    Raises:
        claims.errors.InputError: the file is empty or not text.
    """
    if not data.strip():
        raise InputError("The file is empty.", place=name, mend="Give a document with text.")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _not_text(name, kind)
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise _not_text(name)
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
        raise _not_text(name)
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _not_text(name)
    return data.decode(best.encoding, errors="replace")


def _not_text(name: str, kind: str = "not text") -> InputError:
    return InputError(
        f"This is {kind}.",
        place=name,
        mend="citewatch reads text, Markdown, HTML and wikitext; convert it first.",
    )
