"""The process that reads one PDF: bytes on standard input, JSON on standard output, memory and time limited.

`worker.py BYTES SECONDS` prints `{"pages": [[line, …], …], "title": …, "created": "2019-05-06" or null}`, or
`{"error": "password" | "broken" | "long"}`. A line is `[bottom, top, [[text, left, right], …]]`, with parts that are
apart from each other. It runs as a script and imports nothing of citewatch.
"""

import ctypes
import json
import math
import re
import sys
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

_MAX_PAGES = 2_000
_MAX_CHARACTERS = 20_000_000
# Space between words that is wider than the line's height by this factor is none between words of a sentence.
_APART = 1.2
# PDFium writes U+FFFE for a hyphen at the end of a line, and no line break.
_LINES = re.compile("[^\r\n\ufffe]+\ufffe?")
_WORDS = re.compile(r"[^ \t\u00a0]+")

Part = tuple[str, float, float]
Line = tuple[float, float, list[Part]]


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # absent on Windows, where only the parent's time limit holds
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        resource.setrlimit(what, (most, most))


def _read(body: bytes) -> dict[str, object]:
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if error.err_code == pdfium.FPDF_ERR_PASSWORD else "broken"}
    pages: list[list[Line]] = []
    characters = 0
    if len(document) > _MAX_PAGES:
        return {"error": "long"}
    for number in range(len(document)):
        try:
            page = document[number].get_textpage()
            characters += page.count_chars()
            if characters > _MAX_CHARACTERS:
                return {"error": "long"}
            pages.append(list(_lines(page)))
        except pypdfium2.PdfiumError:
            pages.append([])  # a broken page does not cost the others
    about = document.get_metadata_dict(skip_empty=True)
    digits = about.get("CreationDate", "").removeprefix("D:")[:8]
    created = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdigit() else None
    return {"pages": pages, "title": about.get("Title"), "created": created}


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[Line]:
    text = page.get_text_range()
    if len(text) != page.count_chars():  # PDFium counts characters beyond the first plane twice
        yield from ((0.0, 0.0, [(line, 0.0, 0.0)]) for line in _LINES.findall(text))
        return
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = tuple(map(ctypes.pointer, (left, right, bottom, top)))
    box = partial(pdfium.FPDFText_GetCharBox, page.raw)
    for line in _LINES.finditer(text):
        words: list[tuple[int, int, float, float]] = []
        low, high = math.inf, -math.inf
        for word in _WORDS.finditer(text, *line.span()):
            start, end = word.span()
            box(start, *edges)
            before, low, high = left.value, min(low, bottom.value), max(high, top.value)
            box(end - 1, *edges)
            words.append((start, end, before, right.value))
            low, high = min(low, bottom.value), max(high, top.value)
        if words:
            yield low, high, _parts(text, words, _APART * (high - low))


def _parts(text: str, words: list[tuple[int, int, float, float]], gap: float) -> list[Part]:
    """Return the stretches of a line that are apart from each other by more than `gap`."""
    cuts = [place for place, (one, two) in enumerate(pairwise(words), 1) if two[2] - one[3] > gap]
    return [
        (text[words[start][0] : words[end - 1][1]], words[start][2], words[end - 1][3])
        for start, end in pairwise([0, *cuts, len(words)])
    ]


if __name__ == "__main__":
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)
