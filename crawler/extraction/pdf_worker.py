"""The process that reads one PDF: bytes on standard input, JSON on standard output, memory and time limited.

`pdf_worker.py BYTES SECONDS` prints `{"pages": [text, …], "title": …, "created": "2019-05-06" or null}`, or
`{"error": "password" | "broken" | "long"}`. It runs as a script and imports nothing of citewatch.
"""

import json
import sys

import pypdfium2
import pypdfium2.raw as pdfium

_MAX_PAGES = 2_000
_MAX_CHARACTERS = 20_000_000


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
    pages: list[str] = []
    if len(document) > _MAX_PAGES:
        return {"error": "long"}
    for number in range(len(document)):
        if sum(map(len, pages)) > _MAX_CHARACTERS:
            return {"error": "long"}
        try:
            pages.append(document[number].get_textpage().get_text_bounded())
        except pypdfium2.PdfiumError:
            pages.append("")  # a broken page does not cost the others
    about = document.get_metadata_dict(skip_empty=True)
    digits = about.get("CreationDate", "").removeprefix("D:")[:8]
    created = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdigit() else None
    return {"pages": pages, "title": about.get("Title"), "created": created}


if __name__ == "__main__":
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)
