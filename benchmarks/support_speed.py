"""How fast claims are judged, with how much memory, also on hostile texts: `python -m benchmarks.support_speed`.

The pages are those of WiCE's dev claims in `shared/data/support`. The last part runs 10,000 claims that cite 1,000
archived pages through the whole pipeline and counts how often a page is indexed. Times are processor time; compare
ratios, as machines are shared.
"""

import dataclasses
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import anyio

from benchmarks.crawler_throughput import document, make_warc, memory
from benchmarks.data import SUPPORT
from claims.records import Document, Source
from claims.support import default_checker
from claims.support.interface import Checker, Judgement, Statement
from claims.support.training import judged_pairs as training
from claims.support.training.judged_pairs import Example, source_of
from crawler.app.open_archives import open_archives
from crawler.app.pipeline import verify
from crawler.app.progress import NoProgress
from crawler.settings import Settings
from crawler.workers.threads import Threads

CHECKER = default_checker()
CLAIM = Statement(
    text="On 5 May 1931 Alma Reyes opened the bridge over the Tane, 412 metres long, at a cost of $2 million."
)
PLAIN = Statement(text="The mayor of the town opened the bridge over the river, which carries a road to the valley.")
HARD = {
    "empty": "",
    "another language": "Рыбаки приезжают сюда за форелью и в дождь, и в снег. " * 200,
    "menus": "\n\n".join(["Home", "About", "News", "Contact", "We use cookies."] * 20),
    "5 MB of prose": "Anglers come to the valley for the trout, and in May 1931 the bridge was opened. " * 62_000,
    "one word of a million letters": "a" * 1_000_000,
    "numbers": "1 " * 1_000_000,
    "names": "Aaa Bbb " * 300_000,
    "dates": "May 5 " * 300_000,
    "full stops": "." * 2_000_000,
    "open brackets": "(" * 1_000_000,
    "the claim, over and over": f"{CLAIM.text} " * 15_000,
}


def pages(examples: list[Example], sentences: int) -> Iterator[Source]:
    """Yield each example's page, filled up to the number of sentences with paragraphs of the others."""
    every = [example.source.text.split("\n\n") for example in examples]
    for place, own in enumerate(every):
        paragraphs, following = list(own), place
        while len(paragraphs) < sentences:
            following = (following + 1) % len(every)
            paragraphs += every[following]
        yield source_of(paragraphs[:sentences])


def typical(examples: list[Example], sentences: int = 120) -> None:
    """Print milliseconds a page and a claim on pages of 120 sentences."""
    sources = list(pages(examples, sentences))
    began = time.process_time()
    indexes = [CHECKER.index(source) for source in sources]
    indexed = time.process_time()
    for example, index in zip(examples, indexes, strict=True):
        CHECKER.judge(example.statement, [index])
    judged = time.process_time()
    for example, index in zip(examples, indexes, strict=True):
        CHECKER.judge(example.statement, [index])
    again = time.process_time()
    each = [1000 * span / len(examples) for span in (indexed - began, judged - indexed, again - judged)]
    print(
        f"{len(sources)} pages of {sentences} sentences: index {each[0]:.1f} ms a page, first claim {each[1]:.1f} ms, ",
        end="",
    )
    print(f"a further claim {each[2]:.1f} ms; together {each[0] + each[1]:.1f} ms", flush=True)


def large(examples: list[Example], size: int = 650_000, rounds: int = 5) -> None:
    """Print milliseconds for a page of 650 kB and its first claims: prose, a list, a table mostly of numbers."""
    rows = [
        f"{number} | Alder Mill {number % 97} | {number % 28 + 1} May {1850 + number % 170} | {number * 37 % 9000:,} m"
        for number in range(20_000)
    ]
    items = [f"Alder Mill beside the Ose, built in {1850 + number % 170}" for number in range(20_000)]
    for name, paragraphs in (("prose", [each.source.text for each in examples]), ("list", items), ("table", rows)):
        text = "\n\n".join(paragraphs)[:size]
        source = source_of([paragraph for paragraph in text.split("\n\n") if paragraph])
        for kind, claim in (("numbers", CLAIM), ("no numbers", PLAIN)):
            times = min(_first(source, claim) for _ in range(rounds))
            print(f"{name} of {len(source.text) / 1000:.0f} kB, a claim with {kind}: {times[0]:.0f} ms, ", end="")
            print(
                f"of which index {times[1]:.0f} and the first claim {times[2]:.0f}; a further claim {times[3]:.0f} ms",
                flush=True,
            )


def _first(source: Source, claim: Statement) -> list[float]:
    """Return milliseconds of index and first claim together, of the index, of the first claim, of the next one."""
    marks = [time.process_time()]
    index = CHECKER.index(source)
    for _ in range(2):
        marks.append(time.process_time())
        CHECKER.judge(claim, [index])
    marks.append(time.process_time())
    spans = [1000 * (after - before) for before, after in pairwise(marks)]
    return [spans[0] + spans[1], *spans]


def steady(examples: list[Example], rounds: int = 4) -> None:
    """Print megabytes in use after each round over all pages, none of which is kept."""
    used = []
    for _ in range(rounds):
        for example in examples:
            CHECKER.judge(example.statement, [CHECKER.index(example.source)])
        used.append(f"{memory('VmRSS'):.0f}")
    print(f"memory after each {len(examples)} claims, every page indexed anew: {', '.join(used)} MB", flush=True)


def hard() -> None:
    """Print seconds and verdict for texts that are no page, or made to be slow."""
    for name, text in HARD.items():
        began = time.process_time()
        judged = CHECKER.judge(CLAIM, [CHECKER.index(source_of([text]) if text else source_of([]))])
        print(
            f"  {name:30s} {len(text) / 1e6:4.1f} MB  {time.process_time() - began:5.2f} s  {judged.verdict}",
            flush=True,
        )


@dataclass
class Counting:
    """The shipped checker, counting the pages that it indexes and the claims that it judges."""

    checker: Checker[Any]
    indexed: int = 0
    judged: int = 0

    @property
    def name(self) -> str:
        """The checker's name."""
        return self.checker.name

    def index(self, source: Source) -> Any:
        """Count and index."""
        self.indexed += 1
        return self.checker.index(source)

    def judge(self, statement: Statement, sources: Any) -> Judgement:
        """Count and judge."""
        self.judged += 1
        return self.checker.judge(statement, sources)

    def supports(self, statement: Statement, sources: Any) -> Judgement | None:
        """Count and judge."""
        self.judged += 1
        return self.checker.supports(statement, sources)


def pipeline(count: int, each: int = 10) -> None:
    """Run claims through the whole pipeline, `each` of them citing one page of `count`."""
    checker = Counting(CHECKER)
    with tempfile.TemporaryDirectory() as name:
        warc, sentences = make_warc(Path(name) / "pages.warc", count)
        settings = Settings(archive=(str(warc),), store=Path(name) / "store", quiet=True)
        began = time.process_time()
        anyio.run(_verify, settings, _often(document(sentences), each), checker)
    print(f"{count * each} claims over {count} pages, whole pipeline: {checker.indexed} indexes made, ", end="")
    print(
        f"{checker.judged} judgements, {1000 * (time.process_time() - began) / count / each:.1f} ms a claim, ", end=""
    )
    print(f"{memory('VmRSS'):.0f} MB, at most {memory('VmHWM'):.0f} MB")


def _often(once: Document, each: int) -> Document:
    """Return the document with each of its claims several times, all different."""
    claims = (
        dataclasses.replace(claim, id=f"{claim.id}-{turn}", text=f"{claim.text} {turn}")
        for turn in range(each)
        for claim in once.claims
    )
    return dataclasses.replace(once, claims=tuple(claims))


async def _verify(settings: Settings, wanted: Document, checker: Checker[Any]) -> None:
    async with open_archives(settings) as archives:
        await verify([wanted], archives, Threads(checker), NoProgress(), 8, lambda _: None)


def main() -> None:
    examples = list(training.wice(SUPPORT))
    print(f"{CHECKER.name}; Python {platform.python_version()}, {platform.machine()}")
    typical(examples)
    large(examples)
    steady(examples)
    hard()
    pipeline(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


if __name__ == "__main__":
    main()
