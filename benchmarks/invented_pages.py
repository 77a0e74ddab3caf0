"""Claims about invented pages, as careful and careless writers make them: `python -m benchmarks.invented_pages`.

    python -m benchmarks.invented_pages [--set sixty|natural|fresh|abroad] [--rows] [--entailment-model NAME_OR_DIR]

Pages and claims were written, and judged by reading, by writers who had not seen the judge or any rule of it. `sixty`
are 60 claims about three pages; `natural` are 1,024 about 64 pages in five languages, `fresh` 120 about six more, half
of them right, each judged the same by its writer and by a second reader who did not know the first one's judgement.
The wrong ones have what a hurried writer or a language model gets wrong: somebody else's deed, a plan told as done, a
cause, a figure of another thing. Rules were made with most of `natural` in view, with `fresh` none. `abroad` are 200
claims about 20 pages in ten languages other than those, judged twice by their writer. `--rows` prints each claim.
"""

import argparse
import json
import platform
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from claims.records import BlockKind, Passage, Source
from claims.support import default_checker
from claims.support.interface import Statement
from crawler.entailment.open_model import NONE, open_model
from crawler.settings import Settings

FOLDER = Path(__file__).with_name("invented")
BLANK = "\n\n"

Row = dict[str, Any]


def read(text: str, title: str = "", language: str = "en") -> Source:
    """Return a page whose passages are the paragraphs of a text, its title, if it has one, as a heading above them."""
    whole = f"{title}{BLANK}{text}" if title else text
    passages, start = [], 0
    for number, paragraph in enumerate(whole.split(BLANK)):
        kind = BlockKind.HEADING if title and not number else BlockKind.PARAGRAPH
        passages.append(Passage(start=start, end=start + len(paragraph), kind=kind))
        start += len(paragraph) + len(BLANK)
    return Source(
        url="http://invented.example/", text=whole, passages=tuple(passages), language=language, title=title or None
    )


def rows_of(name: str) -> Iterator[tuple[Row, list[Row]]]:
    """Yield each page of a set with its claims."""
    rows = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    for page in (row for row in rows if "text" in row):
        yield page, [row for row in rows if "claim" in row and row["page"] == page["page"]]


def main() -> None:
    """Judge the claims that the command line asks for, and count the verdicts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.invented_pages", description=__doc__)
    parser.add_argument("--set", choices=("sixty", "natural", "fresh", "abroad"), default="sixty")
    parser.add_argument("--rows", action="store_true", help="print each claim with its verdict")
    parser.add_argument("--entailment-model", default=NONE, metavar="NAME_OR_DIR", help="as in `citewatch verify`")
    parser.add_argument("--store", type=Path, help="where installed models are")
    asked = parser.parse_args()
    settings = Settings(entailment_model=asked.entailment_model, **({"store": asked.store} if asked.store else {}))
    counts = Counter[tuple[str, str, str]]()
    with nullcontext() if asked.entailment_model == NONE else open_model(settings) as model:
        checker = default_checker(entailment=model)
        print(f"{checker.name}; Python {platform.python_version()}, {platform.machine()}")
        for page, claims in rows_of(asked.set):
            language = page.get("language", "en")
            source = checker.index(read(page["text"], page.get("title", ""), language))
            for row in claims:
                found = checker.judge(Statement(text=row["claim"]), [source])
                counts[language, row["want"], found.verdict] += 1
                if asked.rows:
                    reason = found.reason_code or ""
                    print(f"{row['id']:13} {row['want']:9} {found.verdict:20} {found.score:.2f} {reason}")
    for (language, want, verdict), count in sorted(counts.items()):
        print(f"{language} {want:9} called {verdict:20} {count:4}")


if __name__ == "__main__":
    main()
