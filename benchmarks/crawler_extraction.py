"""Text of real pages: recall of all that is visible, F1 of what is marked as main text, and pages a second on one core
beside trafilatura, in one run. Pages: `shared/data/extraction` (article extraction benchmark); needs `trafilatura`
and `lxml_html_clean`. Scored as that benchmark does: 4-gram shingles of `\\w+` tokens, mean precision and recall."""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from crawler.extraction.charset import to_text
from crawler.extraction.html import read_html

DATA = Path(__file__).parents[1].parent / "shared/data/extraction"
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


def main_of(text: str) -> str:
    source = read_html(text, "")
    return "\n\n".join(source.text[p.start : p.end] for p in source.passages if p.main)


def rate(work: Callable[[str], object], pages: list[str]) -> float:
    """Pages a second of processor time, the best of a few rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for page in pages:
            work(page)
        best = min(best, time.process_time() - started)
    return len(pages) / best


def main() -> None:
    gold = json.loads((DATA / "ground-truth.json").read_text())
    names = sorted(gold)
    names = [name for name in names if (DATA / f"html/{name}.html.gz").exists()]
    pages = [to_text(gzip.decompress((DATA / f"html/{name}.html.gz").read_bytes())) for name in names]
    wanted = [gold[name]["articleBody"] for name in names]
    report("citewatch, all visible", wanted, [read_html(page, "").text for page in pages])
    report("citewatch, main text", wanted, [main_of(page) for page in pages])
    ours = rate(lambda page: read_html(page, ""), pages)
    print(f"{'citewatch':28} {ours:7.0f} pages/s")
    try:
        import trafilatura
    except ImportError:
        sys.exit("trafilatura is not installed: no comparison")
    for fast in (False, True):
        name = "trafilatura, fast" if fast else "trafilatura"
        report(name, wanted, [trafilatura.extract(page, fast=fast) or "" for page in pages])
        theirs = rate(lambda page, fast=fast: trafilatura.extract(page, fast=fast), pages)  # type: ignore[misc]
        print(f"{name:28} {theirs:7.0f} pages/s; citewatch is {ours / theirs:.1f} times as fast")


def report(name: str, wanted: list[str], found: list[str]) -> None:
    precision, recall, f1 = score(wanted, found)
    print(f"{name:28} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
