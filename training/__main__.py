"""`python -m training`: examples, base, training and export, within a bounded time; `training.measure` measures it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.judging.parts import Part, drawn
from benchmarks.judging.sets import Record
from training.examples import examples
from training.provenance import Provenance

COMPARED = 200
"""Pairs on which the int8 file is compared with the model and timed."""


def main() -> None:
    """Train a model as the arguments say and write it to its folder."""
    options = _options()
    rows = list(_rows(options))
    fitting = list(examples(rows))
    made = sum(example.made for example in fitting)
    print(f"{len(fitting)} examples, {made} of them near misses that were made", flush=True)
    Provenance(
        base=options.base.name,
        sets=tuple(sorted({row.set for row in rows})),
        languages=tuple(options.languages),
        examples=len(fitting),
    ).write(options.out)
    from training.base import load_base  # PyTorch takes seconds to import
    from training.export import compare, export, save
    from training.train import train

    model, tokenizer = load_base(options.base, options.layers)

    def keep(steps: int) -> None:
        save(model, tokenizer, options.out)
        print(f"{steps} steps", flush=True)

    steps = train(model, tokenizer, fitting, minutes=options.minutes, epochs=options.epochs, keep=keep)
    keep(steps)
    small = export(model, tokenizer, options.out)
    pairs = [(premise, example.claim) for example in fitting for premise in example.premises][:COMPARED]
    beside = compare(model, tokenizer, small, pairs)
    print(
        f"{small}: {small.stat().st_size / 1e6:.1f} MB, {beside.milliseconds:.0f} processor ms a premise,"
        f" probabilities at most {beside.difference:.3f} from the model's"
    )


def _rows(options: argparse.Namespace) -> Iterator[Record]:
    """Yield the rows to fit on: those whose licence permits it, in the languages asked for."""
    for rows in drawn(Part.FITTING, options.rows, without=options.without).values():
        yield from (row for row in rows if row.use == "fit" and row.lang in options.languages)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with model.onnx (int8) and tokenizer of a BERT"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--layers", type=int, help="first layers of the base to keep (default: all)")
    parser.add_argument("--rows", type=int, default=2_000, help="most rows of a set (default: 2000)")
    parser.add_argument("--minutes", type=float, default=10, help="time to train (default: 10)")
    parser.add_argument("--epochs", type=int, default=3, help="most times that each example is seen (default: 3)")
    parser.add_argument("--without", action="append", default=[], metavar="FAMILY", help="leave a family or set out")
    parser.add_argument(
        "--languages", type=lambda text: text.split(","), default=["en"], metavar="CODE,…",
        help="languages that the base reads (default: en)",
    )  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    main()
