"""The process that reads one PDF: octets on standard input, JSON on standard output, memory and time limited.

Prints `{"pages": [text, …], "title": …, "created": "2019-05-06" or null}`, or `{"error": "password" | "broken"}`.
"""

import json
import sys

import pypdfium2
import pypdfium2.raw as pdfium

_MEMORY_BYTES = 1_500_000_000
_PROCESSOR_SECONDS = 50
_MOST_PAGES = 2_000


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the parent's time limit must do
        return
    for what, most in ((resource.RLIMIT_AS, _MEMORY_BYTES), (resource.RLIMIT_CPU, _PROCESSOR_SECONDS)):
        resource.setrlimit(what, (most, most))


def _read(body: bytes) -> dict[str, object]:
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if error.err_code == pdfium.FPDF_ERR_PASSWORD else "broken"}
    pages = []
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            pages.append(document[number].get_textpage().get_text_bounded())
        except pypdfium2.PdfiumError:
            pages.append("")  # one broken page does not lose the others
    about = document.get_metadata_dict(skip_empty=True)
    digits = about.get("CreationDate", "").removeprefix("D:")[:8]
    created = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdigit() else None
    return {"pages": pages, "title": about.get("Title"), "created": created}


if __name__ == "__main__":
    _limit()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)
