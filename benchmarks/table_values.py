"""How often values of real tables, told of the things of their own rows and of others, are called supported.

    python -m benchmarks.table_values

A claim names the first cell of a row of a table of `shared/data/documents/wikihtml`, the head of a column, and a value
of that column: that of the row, or that of another row that differs. Rows and columns are drawn at random.
"""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from benchmarks.data import DOCUMENTS, folder
from claims.records import BlockKind, Source
from claims.support import default_checker
from claims.support.interface import Statement
from crawler.extraction.extract import extract

SEED = 3
TABLES, PAIRS = 6, 4  # of a page; of a table
FEWEST_ROWS = 3
LONGEST = 60  # characters of a cell
LARGEST = 900_000  # octets of a page


def tables(source: Source) -> Iterator[list[list[str]]]:
    """Yield the rows of the tables of a page, each as its cells, where they have as many as the first row."""
    for is_table, passages in groupby(source.passages, key=lambda passage: passage.kind is BlockKind.TABLE):
        if is_table:
            rows = [source.text[passage.start : passage.end].split(" | ") for passage in passages]
            yield [row for row in rows if len(row) == len(rows[0]) > 1]


def claims(table: list[list[str]], chance: random.Random) -> Iterator[tuple[bool, str]]:
    """Yield right and wrong claims about a table, one of each about a thing."""
    head, rows = table[0], table[1:]
    for _ in range(PAIRS):
        row, other = chance.sample(rows, 2)
        column = chance.randrange(1, len(head))
        cells = (row[0], head[column], row[column], other[column])
        if all(0 < len(cell) <= LONGEST for cell in cells) and row[column] != other[column] and not row[0].isdigit():
            form = chance.choice([f"{head[0]}: {row[0]}; {head[column]}: %s", f"The {head[column]} of {row[0]} is %s."])
            yield from ((value is row[column], form.replace("%s", value)) for value in (row[column], other[column]))


def main() -> None:
    checker, chance, counts = default_checker(), random.Random(SEED), Counter[tuple[bool, str]]()
    for path in sorted(folder(DOCUMENTS / "wikihtml").rglob("*.html")):
        source = extract(path.read_bytes(), "text/html", "") if path.stat().st_size <= LARGEST else None
        if not isinstance(source, Source):
            continue
        page = checker.index(source)
        for table in [each for each in tables(source) if len(each) > FEWEST_ROWS][:TABLES]:
            for right, claim in claims(table, chance):
                counts[right, checker.judge(Statement(text=claim), [page]).verdict.value] += 1
    print(f"{checker.name}; {sum(counts.values())} claims")
    for (right, verdict), count in sorted(counts.items(), reverse=True):
        print(f"  {'right' if right else 'wrong'} called {verdict:20s} {count}")


if __name__ == "__main__":
    main()
