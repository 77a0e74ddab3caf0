"""The options that choose the rows, shared by the measurement and the ablation."""

import argparse
import sys
from pathlib import Path

from benchmarks.judging.parts import Part, drawn
from benchmarks.judging.sets import FOLDER, Record

REMINDER = "The final part is looked at once, at the end: change nothing because of what it says."


def parser_of(module: str, description: str | None) -> argparse.ArgumentParser:
    """A parser for `python -m MODULE` with these options."""
    parser = argparse.ArgumentParser(
        prog=f"python -m {module}", description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", choices=[Part.FITTING.value, Part.CHOOSING.value], default=Part.CHOOSING.value)
    parser.add_argument("--final", action="store_true", help="the final part instead; for one look, at the end")
    parser.add_argument("--most", type=int, default=150, help="rows of a set (%(default)s)")
    parser.add_argument("--sets", type=_listed, default=(), metavar="SET,…", help="these sets alone")
    parser.add_argument("--without", type=_listed, default=(), metavar="FAMILY,…", help="leave families or sets out")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the judged sets")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the outcome as JSON, too")
    return parser


def chosen(options: argparse.Namespace) -> tuple[str, dict[str, list[Record]]]:
    """What the options choose: in words, and as records by set. Says on standard error that the final part is final."""
    part = Part.FINAL if options.final else Part(options.part)
    if options.final:
        print(REMINDER, file=sys.stderr)
    records = drawn(part, options.most, options.sets, options.without, options.folder)
    count = sum(map(len, records.values()))
    return f"the {part.value} part, {count} rows of {len(records)} sets, at most {options.most} of a set", records


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))
