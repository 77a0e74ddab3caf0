"""Quotations of real texts, given to their speaker and to somebody else: `python -m benchmarks.speakers`.

Nobody wrote these pairs to be judged: in the articles of `shared/data/extraction`, and in the longer texts of the
fitting and choosing parts of the judged sets, quotations with a name behind or before "said" are claims, once with
their speaker and once with another one of the same text.
"""

import json
import platform
import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.data import EXTRACTION
from benchmarks.invented_pages import read
from benchmarks.judging.parts import Part, drawn
from claims.support import default_checker
from claims.support.interface import Statement

LONG = 1200
"""Characters from which on a text is likely to have several speakers."""

MOST = 4
"""Quotations of one text and one pattern that are claims."""

_NAME = r"(?P<name>[A-Z][\w.'’-]*\w(?: [A-Z][\w'’-]+)+)"
_SAID = "(?:said|says|added|explained|warned)"
_PATTERNS = [
    re.compile(rf'["“](?P<said>[^"”“]{{25,220}}),["”] {order}') for order in (f"{_SAID} {_NAME}", f"{_NAME} {_SAID}")
]


def texts() -> Iterator[str]:
    """Yield the texts, each once, with a blank line between paragraphs."""
    truth = json.loads((EXTRACTION / "ground-truth.json").read_text("utf-8"))
    found = dict.fromkeys(each["articleBody"] for _, each in sorted(truth.items()))
    for part in (Part.FITTING, Part.CHOOSING):
        found |= dict.fromkeys(row.text for rows in drawn(part, 200).values() for row in rows if len(row.text) > LONG)
    for text in found:
        yield "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def main() -> None:
    checker, counts = default_checker(), Counter[tuple[str, str]]()
    for text in texts():
        told = [(each["said"], each["name"]) for pattern in _PATTERNS for each in [*pattern.finditer(text)][:MOST]]
        if not told:
            continue
        page = checker.index(read(text))
        people = list(dict.fromkeys(name for _, name in told))
        for said, name in told:
            others = [other for other in people if not set(other.split()) & set(name.split())]
            for label, speaker in [("own speaker", name), *(("another", other) for other in others[:1])]:
                found = checker.judge(Statement(text=f"“{said},” {speaker} said."), [page])
                counts[label, found.verdict] += 1
    print(f"{checker.name}; Python {platform.python_version()}, {platform.machine()}")
    for (label, verdict), count in sorted(counts.items()):
        print(f"{label:12} called {verdict:20} {count:4}")


if __name__ == "__main__":
    main()
