"""What a corpus costs, and whether its verdicts are those of `verify`: `python -m benchmarks.corpus [DOCUMENTS...]`.

Makes a corpus of varied documents and a local crawl (`corpus_data`), checks the first 500, 1,000 and 2,000 of them (or
the numbers given) on a local Dask cluster of two workers, and the largest number with `verify` as well: processor
seconds of all processes (engine included), claims that differ, and the size of the tables. Its last lines project the
figures to ten million claims; `docs/scale.md` quotes them. Processor time is compared, as machines are shared.
"""

import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus_data import make_corpus
from claims.records import JudgedDocument
from crawler.app.commands import corpus, verify
from crawler.app.options.parser import command_parser
from crawler.corpus.job import Stage
from crawler.corpus.judged_documents import judged_documents
from crawler.corpus.manifest import done_parts
from crawler.corpus.tables import TABLES, VERDICTS
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings
from reports.report_json import read_report

PAGES = 1_500
WORKERS = 2
PART_BYTES = 100_000
PROJECTED = 10_000_000


def main() -> None:
    sizes = [int(each) for each in sys.argv[1:]] or [500, 1_000, 2_000]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents, archive, pages = make_corpus(folder, max(sizes), PAGES)
        say(f"{max(sizes):,} documents; {pages:,} pages, {archive.stat().st_size / 1e6:.1f} MB; {WORKERS} workers")
        settings = Settings(
            archive=(str(archive),), offline=True, quiet=True, entailment_model="none", format=("json",),
            store=folder / "store", out=folder / "report",
        )  # fmt: skip
        for size in sizes:
            chosen = first(documents, size, folder / f"first-{size}")
            out = folder / f"corpus-{size}"
            seconds, wall = spent(lambda chosen=chosen, out=out: on_cluster(chosen, out, settings))  # type: ignore[misc]
            claims = counted(out, "claims")
            stages = sum(done.seconds for stage in Stage for done in done_parts(str(out), stage).values())
            say(
                f"corpus of {size:5,}: {claims:7,} claims, {seconds:7.1f} s of processor ({stages:.1f} s in the "
                f"stages, {wall:.0f} s on the clock), {1000 * seconds / claims:.1f} ms a claim, {size_of(out):.1f} MB"
            )
        plain, _ = spent(lambda: verify.run(read_documents([str(chosen)], settings), settings))
        say(
            f"verify of {max(sizes):5,}: {plain:7.1f} s of processor; the corpus takes {seconds / plain:.2f} times that"
        )
        judged, different = compared(out, settings.out / "report.json")
        say(f"{judged:,} claims compared with verify: {different} differ")
        project(claims, seconds, size_of(out))


def first(documents: Path, size: int, folder: Path) -> Path:
    folder.mkdir()
    for path in sorted(documents.iterdir())[:size]:
        shutil.copy(path, folder)
    return folder


def on_cluster(documents: Path, out: Path, settings: Settings) -> None:
    options = command_parser().parse_args(
        ["corpus", "run", str(documents), "--to", str(out), "--workers", str(WORKERS), "--part-bytes", str(PART_BYTES)]
    )
    corpus.run(options, replace(settings, store=out.with_suffix(".store")))


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of processor of this process and its children, and those on the clock."""
    began, clock = processor(), time.monotonic()
    work()
    return processor() - began, time.monotonic() - clock


def processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def counted(out: Path, name: str) -> int:
    return sum(done.counts[name] for done in done_parts(str(out), Stage.READ).values())


def size_of(out: Path) -> float:
    """Return the size of the tables in MB."""
    return sum(path.stat().st_size for table in TABLES for path in (out / table.name).iterdir()) / 1e6


def compared(out: Path, report: Path) -> tuple[int, int]:
    """Return the number of claims, and of those that differ between the corpus and a report of `verify`."""
    rows = {row.source: row for part in VERDICTS.parts(str(out)) for row in judged_documents(str(out), part)}
    claims = different = 0
    for document in read_report(report.read_bytes()).documents:
        own: JudgedDocument = rows.pop(document.source)
        claims += len(document.claims)
        different += sum(one != other for one, other in zip(document.claims, own.claims, strict=True))
    assert not rows
    return claims, different


def project(claims: int, seconds: float, megabytes: float) -> None:
    hours = PROJECTED / claims * seconds / 3600
    gigabytes = PROJECTED / claims * megabytes / 1000
    say(f"projected to {PROJECTED:,} claims: {hours:,.0f} hours of processor, {gigabytes:,.0f} GB")
    say(f"  {hours / 96:,.1f} hours on 12 machines of 8 processors")


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
