"""PDF to a source, by pypdfium2 in a process of its own: PDFium is C++, and its input comes from anywhere."""

import json
import signal
import subprocess
import sys
from pathlib import Path

from claims.records import Source, Status
from crawler.extraction.blocks import to_source
from crawler.extraction.pdf.layout import Line, blocks
from crawler.outcome import Failure

# The largest reports take a tenth of these.
MEMORY_BYTES = 1_500_000_000
PROCESSOR_SECONDS = 50
_SECONDS_MORE = 10
# How a process ends that has used up its processor time; Windows has no such limit.
_OUT_OF_TIME = (-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0))
# How PDFium ends if it gets no memory.
_ABORTED = -getattr(signal, "SIGABRT", 0)
_WORKER = Path(__file__).with_name("worker.py")
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
    pages = [
        [Line(tuple(map(tuple, parts)), bottom, top, number) for bottom, top, parts in page]
        for number, page in enumerate(said["pages"], 1)
    ]
    found = [block for block in blocks(pages) if block[0]]
    if not found:
        return _failure(f"the PDF is a scan: its {len(pages)} pages hold no text")
    return to_source(url, found, title=said["title"], published=said["created"])


def _too_large(why: str) -> Failure:
    return Failure(status=Status.TOO_LARGE, reason=f"the PDF {why}")


def _failure(reason: str) -> Failure:
    return Failure(status=Status.NO_TEXT, reason=reason)
