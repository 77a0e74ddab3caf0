"""PDF to text, by pypdfium2 in a process of its own: PDFium is C++ and its input comes from anywhere."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence

from claims.records import BlockKind, Source, Status
from crawler.archives.interface import Failure
from crawler.extraction.blocks import TextBlock, tidy, to_source

_SECONDS = 60
# PDFium's sign for a hyphen at the end of a line, which it joins to the next.
_HYPHEN = "\x02"
_SPACE = " \t\u00a0"
_SENTENCE_END = (".", "!", "?", ":", "。", "！", "？", ".”", '."', ".)")
# A line this much shorter than most ends a paragraph, if a sentence ends with it.
_SHORT = 0.8
_REASONS = {
    "password": "the PDF is protected by a password",
    "broken": "the PDF is broken",
    "memory": "the PDF takes more memory to read than it may",
}


def read_pdf(body: bytes, url: str) -> Source | Failure:
    """The text of a PDF, its pages known; `no_text` for a scan, a broken or a protected file."""
    command = [sys.executable, "-m", "crawler.extraction.pdf_worker"]
    try:
        run = subprocess.run(command, input=body, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return _failure(f"the PDF takes more than {_SECONDS} seconds to read")
    try:
        said = json.loads(run.stdout)
    except ValueError:
        return _failure(_REASONS["memory" if run.returncode < 0 else "broken"])
    if "error" in said:
        return _failure(_REASONS[said["error"]])
    pages: list[str] = said["pages"]
    blocks = [block for number, page in enumerate(pages, 1) for block in _paragraphs(page, number)]
    if not blocks:
        return _failure(f"the PDF is a scan: its {len(pages)} pages hold no text")
    return to_source(url, blocks, title=said["title"], published=said["created"])


def _failure(reason: str) -> Failure:
    return Failure(status=Status.NO_TEXT, reason=reason)


def _paragraphs(page: str, number: int) -> Iterable[TextBlock]:
    lines = [line.strip(_SPACE) for line in page.replace(_HYPHEN, f"{_HYPHEN}\n").splitlines()]
    usual = statistics.median([len(line) for line in lines if line] or [0])
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line:
            paragraph.append(line)
        if paragraph and (not line or (len(line) < _SHORT * usual and line.endswith(_SENTENCE_END))):
            yield tidy(_joined(paragraph)), BlockKind.PARAGRAPH, True, number
            paragraph = []


def _joined(lines: Sequence[str]) -> str:
    """Lines as one, words that were broken at line ends made whole; before a capital the hyphen was meant."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith(_HYPHEN):
            text = text[:-1] + ("" if line[:1].islower() else "-") + line
        else:
            text += f" {line}"
    return text
