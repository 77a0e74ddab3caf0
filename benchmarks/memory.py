"""Memory of `citewatch verify` by the number of documents: `python -m benchmarks.memory [NUMBER...]`.

The documents are notes of three claims, each of which cites one of 300 pages of `shared/data/extraction`; the program
itself runs, and writes report.json, an HTML page for each note, and their index. There are 300 different notes, so that
most judgements come from the cache: what is measured is what a run keeps, not how fast it judges. Printed is the
largest resident memory of the program's main process; each of its workers holds a bounded number of pages beside.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.cores import address, make_warc

NUMBERS, PAGES, CLAIMS = (100, 1_000, 10_000), 300, 3


def main() -> None:
    numbers = [int(each) for each in sys.argv[1:]] or list(NUMBERS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sentences = make_warc(folder / "pages.warc", PAGES)
        print(f"{'documents':>9} {'claims':>7} {'seconds':>8} {'MB':>5} {'MB of report.json':>18}", flush=True)
        for number in numbers:
            row = run(folder, sentences, number)
            print(f"{number:>9,} {number * CLAIMS:>7,} {row[0]:>8.1f} {row[1]:>5.0f} {row[2]:>18.1f}", flush=True)


def run(folder: Path, sentences: list[list[str]], number: int) -> tuple[float, float, float]:
    """Verify so many notes; return the seconds, the memory, and the size of the report, both in MB."""
    notes = folder / f"notes-{number}"
    notes.mkdir(exist_ok=True)
    for note in range(number):
        (notes / f"{note:05}.txt").write_text(written(note, sentences))
    command = [
        sys.executable, "-m", "benchmarks.memory", "--run", str(notes), "--archive", str(folder / "pages.warc"),
        "--store", str(folder / "store"), "--out", str(folder / "report"), "--offline", "--quiet", "--fail-on", "none",
    ]  # fmt: skip
    began = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    written_report = folder / "report/report.json"
    found = json.loads(written_report.read_bytes())["summary"]["claims"]
    assert found > 0.99 * number * CLAIMS, found  # the pages' text cut at 160 characters is not always a claim
    return seconds, float(done.stdout.splitlines()[-1]), written_report.stat().st_size / 1e6


def written(note: int, sentences: list[list[str]]) -> str:
    """Return a note that cites three pages, each for a sentence of it; after 300 notes they are the same again."""
    note %= PAGES
    pages = [(note * CLAIMS + each * 7) % len(sentences) for each in range(CLAIMS)]
    claims = [f"{sentences[page][note % len(sentences[page])]}.[{each}]" for each, page in enumerate(pages, 1)]
    entries = [f"{each}. ^ A page. {address(page)} Retrieved 2 December 2019." for each, page in enumerate(pages, 1)]
    return "\n\n".join([f"Note {note}", *claims, "References", "\n".join(entries)]) + "\n"


def measured(arguments: list[str]) -> None:
    """Run `citewatch verify` in this process, and print its memory at the most."""
    from crawler.app.cli import main as citewatch

    status = citewatch(["verify", *arguments])
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    sys.exit(status)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        measured(sys.argv[2:])
    main()
