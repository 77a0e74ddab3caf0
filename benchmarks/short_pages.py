"""How often right and wrong claims about short pages of our own are called supported.

`python -m benchmarks.short_pages`; the pages need nothing beside the checkout. `short_pages.txt` has a page of seven or
eight sentences after each "#", and below it claims, S for supported and N for not. The wrong ones use the page's own
words: another number, another agent, another order, a stronger word. Pages and claims were written before the rules
against such claims. While rules were written, all errors of the first half were in view, and of the second half only
the right claims that were not called supported.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claims.records import Verdict
from claims.support import default_checker
from claims.support.interface import Statement
from claims.support.training.judged_pairs import source_of


def pages() -> Iterator[tuple[str, list[tuple[bool, str]]]]:
    """Yield each page with its claims, and whether they are right."""
    text = Path(__file__).with_suffix(".txt").read_text("utf-8")
    for block in text.removeprefix("# ").split("\n# "):
        page, *claims = block.strip().split("\n")
        yield page, [(claim.startswith("S "), claim[2:]) for claim in claims]


def main() -> None:
    checker = default_checker()
    read = list(pages())
    for name, part in (("first half", read[: len(read) // 2]), ("second half", read[len(read) // 2 :])):
        counts: Counter[tuple[bool, bool]] = Counter()
        for page, claims in part:
            index = checker.index(source_of([page]))
            for right, claim in claims:
                verdict = checker.judge(Statement(text=claim), [index]).verdict
                counts[right, verdict is Verdict.SUPPORTED] += 1
        print(f"{name}: of {counts.total()} claims, right ones called supported ", end="")
        print(f"{counts[True, True]} of {counts[True, True] + counts[True, False]}, ", end="")
        print(f"wrong ones {counts[False, True]} of {counts[False, True] + counts[False, False]}")


if __name__ == "__main__":
    main()
