"""Time, memory and size of each report format for 500 and for 20,000 claims.

`python -m benchmarks.reports` prints a table. Time is that of rendering alone, the best of three. Memory is the peak
that rendering adds to the report itself, with every piece dropped once it is made, as a writer to a file does.
"""

import sys
import time
import tracemalloc
from collections.abc import Iterable
from dataclasses import replace

from claims.records import Report
from reports.formats.interface import Format
from reports.formats.registry import FORMATS
from reports.policy.ignore_comments import comment_rules
from tests.reports.hostile import long_word, many_citations, many_comments
from tests.reports.large import large
from tests.reports.lighthouse import CLAIMS

ROUNDS = {500: 3, 20_000: 1}


def consume(form: Format, report: Report) -> int:
    """Return the characters that `form` makes of `report`."""
    return sum(len(piece) for pieces in form.render(report).values() for piece in pieces)


def seconds(form: Format, report: Report, rounds: int) -> float:
    """Return the best time of `rounds`."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        consume(form, report)
        times.append(time.perf_counter() - began)
    return min(times)


def peak(form: Format, report: Report) -> float:
    """Return the megabytes that rendering adds at its peak."""
    tracemalloc.start()
    consume(form, report)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def main(sizes: Iterable[int]) -> None:
    """Print both tables."""
    print(f"{'claims':>7} {'format':10} {'seconds':>8} {'peak MB':>8} {'MB out':>7}")
    for size in sizes:
        report = large(size)
        for name, form in FORMATS.items():
            consume(form, large(1))  # templates are compiled once, not for each report
            row = seconds(form, report, ROUNDS.get(size, 1)), peak(form, report), consume(form, report) / 1e6
            print(f"{size:>7} {name:10} {row[0]:8.3f} {row[1]:8.1f} {row[2]:7.2f}", flush=True)
    hostile()


def hostile() -> None:
    """Print the seconds for documents that cost the most for their size, each at two sizes: four times is linear."""
    print(f"\n{'hostile':14} {'format':10} {'quarter':>8} {'whole':>8}")
    for label, make, size in (("long word", long_word, 100_000), ("citations", many_citations, 10_000)):
        for name, form in FORMATS.items():
            times = [seconds(form, make(length), rounds=1) for length in (size // 4, size)]
            print(f"{label:14} {name:10} {times[0]:8.3f} {times[1]:8.3f}", flush=True)
    claims = [replace(claim, line=1) for claim in CLAIMS]
    times = []
    for number in (2_500, 10_000):
        began = time.perf_counter()
        comment_rules("a", many_comments(number), claims)
        times.append(time.perf_counter() - began)
    print(f"{'comments':14} {'':10} {times[0]:8.3f} {times[1]:8.3f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or ROUNDS)
