"""PDF to a source, by pypdfium2 in a process of its own: PDFium is C++, and its input comes from anywhere."""

import json
import signal
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from claims.records import BlockKind, Source, Status
from crawler.extraction.blocks import TextBlock, tidy, to_source
from crawler.outcome import Failure

# The largest reports take a tenth of these.
MEMORY_BYTES = 1_500_000_000
PROCESSOR_SECONDS = 50
_SECONDS_MORE = 10
# How a process ends that has used up its processor time; Windows has no such limit.
_OUT_OF_TIME = (-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0))
# How PDFium ends if it gets no memory.
_ABORTED = -getattr(signal, "SIGABRT", 0)
_WORKER = Path(__file__).with_name("pdf_worker.py")
# PDFium's character for a hyphen at the end of a line, which it joins to the next line.
_HYPHEN = "\x02"
_SPACE = " \t\u00a0"
_SENTENCE_END = (".", "!", "?", ":", "。", "！", "？", ".”", '."', ".)")
# A line shorter than this share of the median line ends a paragraph, if it ends a sentence.
_SHORT = 0.8
_REASONS = {
    "password": "the PDF is protected by a password",
    "broken": "the PDF is broken",
}


def read_pdf(
    body: bytes, url: str, *, memory: int = MEMORY_BYTES, seconds: int = PROCESSOR_SECONDS
) -> Source | Failure:
    """Return the text of a PDF, with its page numbers.

    Args:
        body: the file.
        url: the address that the source is to name.
        memory: the most bytes of memory that reading it may take.
        seconds: the most seconds of processor time that reading it may take.

    Returns:
        a failure `no_text` for a scan, a broken or a protected file; `too_large` for one that takes more memory or time
        than allowed, or has thousands of pages.
    """
    # -P: a folder `crawler` or `json` in the working directory must not be taken for ours, or Python's
    command = [sys.executable, "-P", str(_WORKER), str(memory), str(seconds)]
    try:
        run = subprocess.run(  # noqa: S603
            command, input=body, capture_output=True, timeout=seconds + _SECONDS_MORE, check=False
        )
    except subprocess.TimeoutExpired:
        return _too_large(f"takes more than {seconds + _SECONDS_MORE} seconds to read")
    if run.returncode in _OUT_OF_TIME:
        return _too_large(f"takes more than {seconds} seconds to read")
    try:
        said = json.loads(run.stdout)
    except ValueError:
        if run.returncode != _ABORTED and b"MemoryError" not in run.stderr:
            return _failure(_REASONS["broken"])  # too broken for PDFium, which crashed
        return _too_large(f"takes more than {memory / 1e6:g} million bytes of memory to read")
    if said.get("error") == "long":
        return _too_large("has too many pages or too much text to be read")
    if "error" in said:
        return _failure(_REASONS[said["error"]])
    pages: list[str] = said["pages"]
    blocks = [block for number, page in enumerate(pages, 1) for block in _paragraphs(page, number)]
    if not blocks:
        return _failure(f"the PDF is a scan: its {len(pages)} pages hold no text")
    return to_source(url, blocks, title=said["title"], published=said["created"])


def _too_large(why: str) -> Failure:
    return Failure(status=Status.TOO_LARGE, reason=f"the PDF {why}")


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
    """Join lines, and words that were hyphenated at line ends; a hyphen before a capital is kept."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith(_HYPHEN):
            text = text[:-1] + ("" if line[:1].islower() else "-") + line
        else:
            text += f" {line}"
    return text
