"""How many not-found pages, paywalls and bot checks are recognised, and how many real articles are mistaken for them.

`python -m benchmarks.crawler_health`. Prints a confusion matrix by label, recall and false alarms. Pages:
`shared/data/unreadable` (labels from its manifest) and, as articles, `shared/data/extraction` and those pages of the
former that are marked as not free but hold their full text; one of them is a teaser, and counted as such.
"""

import csv
import gzip
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.data import EXTRACTION, UNREADABLE
from claims.records import Source
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.extract import extract
from crawler.lookup.health.page_health import page_problem

ARTICLES = ("paywalled", "normal_page_with_recaptcha")
# It declares itself not free and ends "All... To Read the Full Story", in the benchmark's own `articleBody` too.
TEASER = "042bb7b5fed"


def verdict(body: bytes) -> str:
    """Return `readable`, or the status that the page gets."""
    url = "http://page.example/a/b"
    response = ArchivedResponse(url=url, timestamp="20200101000000", status=200, headers={}, body=body)
    source = extract(body, "text/html", url)
    if not isinstance(source, Source):
        return source.status.value
    doubt = page_problem(response, source, url)
    return doubt.status.value if doubt else "readable"


def _articles() -> list[Path]:
    return [path for path in (EXTRACTION / "html").glob("*.gz") if not path.name.startswith(TEASER)]


def main() -> None:
    matrix: dict[str, Counter[str]] = defaultdict(Counter)
    with (UNREADABLE / "MANIFEST.tsv").open() as table:
        for row in csv.DictReader(table, delimiter="\t"):
            label = row["what"].strip('"').removeprefix("LABEL=").split(";")[0].split(" ")[0]
            label = "teaser" if TEASER in row["file"] else label
            matrix[label][verdict((UNREADABLE / row["file"]).read_bytes())] += 1
    for label, found in sorted(matrix.items()):
        print(f"{label:30} {', '.join(f'{status} {count}' for status, count in found.most_common())}")
    bad = {label: found for label, found in matrix.items() if label not in ARTICLES}
    total = sum(sum(found.values()) for found in bad.values())
    missed = sum(found["readable"] for found in bad.values())
    print(f"unreadable pages recognised: {total - missed} of {total}, recall {(total - missed) / total:.3f}")
    articles = [verdict(gzip.decompress(path.read_bytes())) for path in _articles()]
    articles += [status for label in ARTICLES for status in matrix[label].elements()]
    wrong = [status for status in articles if status != "readable"]
    print(f"articles called unreadable: {len(wrong)} of {len(articles)} ({len(wrong) / len(articles):.1%}) {wrong}")


if __name__ == "__main__":
    main()
