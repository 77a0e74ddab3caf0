r"""How much of a page's text extraction finds, and how fast, beside trafilatura and resiliparse.

`python -m benchmarks.crawler_extraction` prints the recall of all visible text, the F1 of what is marked as main text,
and pages a second on one core, from bytes to text. Pages and scoring are those of the article extraction benchmark
(`shared/data/extraction`): 4-gram shingles of `\w+` tokens, mean precision and recall. Needs `trafilatura`,
`lxml_html_clean` and `resiliparse`.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable

from benchmarks.data import EXTRACTION
from claims.records import Source
from crawler.extraction.extract import extract

ROUNDS = 3


def shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(len(tokens) - 3, 1)))


def score(gold: list[str], found: list[str]) -> tuple[float, float, float]:
    precisions, recalls = [], []
    for wanted, got in zip(map(shingles, gold), map(shingles, found), strict=True):
        both = sum((wanted & got).values())
        precisions.append(both / max(sum(got.values()), 1))
        recalls.append(both / max(sum(wanted.values()), 1))
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return precision, recall, 2 * precision * recall / (precision + recall)


def source_of(body: bytes) -> Source:
    """Return what the pipeline makes of a captured page."""
    source = extract(body, "text/html", "")
    assert isinstance(source, Source)
    return source


def main_of(body: bytes) -> str:
    source = source_of(body)
    return "\n\n".join(source.text[p.start : p.end] for p in source.passages if p.main)


def rates(works: dict[str, Callable[[bytes], object]], pages: list[bytes]) -> dict[str, float]:
    """Return pages a second of processor time: the best of a few rounds of each page.

    The contenders take turns on each page, so that the load of the machine is the same for all.
    """
    seconds = dict.fromkeys(works, 0.0)
    for page in pages:
        for name, work in works.items():
            seconds[name] += min(timed(work, page) for _ in range(ROUNDS))
    return {name: len(pages) / spent for name, spent in seconds.items()}


def timed(work: Callable[[bytes], object], page: bytes) -> float:
    started = time.process_time()
    work(page)
    return time.process_time() - started


def peers() -> dict[str, Callable[[bytes], object]]:
    """Return what other extractors make of a page; raises ImportError if one is not installed."""
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def decoded(page: bytes) -> str:
        return str(bytes_to_str(page, detect_encoding(page)))

    return {
        "trafilatura": trafilatura.extract,
        "trafilatura, fast": lambda page: trafilatura.extract(page, fast=True),
        "resiliparse": lambda page: extract_plain_text(decoded(page)),
        "resiliparse, main": lambda page: extract_plain_text(decoded(page), main_content=True),
    }


def main() -> None:
    gold = json.loads((EXTRACTION / "ground-truth.json").read_text())
    names = sorted(gold)
    names = [name for name in names if (EXTRACTION / f"html/{name}.html.gz").exists()]
    pages = [gzip.decompress((EXTRACTION / f"html/{name}.html.gz").read_bytes()) for name in names]
    wanted = [gold[name]["articleBody"] for name in names]
    report("citewatch, all visible", wanted, [source_of(page).text for page in pages])
    report("citewatch, main text", wanted, [main_of(page) for page in pages])
    try:
        works = peers()
    except ImportError as error:
        sys.exit(f"{error.name} is not installed: no comparison")
    for name, work in works.items():
        report(name, wanted, [str(work(page) or "") for page in pages])
    found = rates({"citewatch": source_of, **works}, pages)
    for name, rate in found.items():
        print(f"{name:28} {rate:7.0f} pages/s; citewatch is {found['citewatch'] / rate:.1f} times as fast")


def report(name: str, wanted: list[str], found: list[str]) -> None:
    precision, recall, f1 = score(wanted, found)
    print(f"{name:28} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
