"""`python -m training`: examples, base, training, measurement, export, within a bounded time."""

import argparse
from pathlib import Path

from benchmarks.judging.parts import Part, drawn
from benchmarks.judging.sets import families
from training.examples import Example, examples


def main() -> None:
    """Train a model as the arguments say, and print its AUROC by set beside the family of the set."""
    options = _options()
    print("examples of the fitting part …", flush=True)
    rows = [row for rows in drawn(Part.FITTING, options.rows, without=options.without).values() for row in rows]
    fitting = list(examples(row for row in rows if row.use == "fit"))
    made = sum(example.made for example in fitting)
    print(f"{len(rows)} rows, {len(fitting)} examples, {made} of them near misses that were made", flush=True)
    chosen: dict[str, list[Example]] = {
        name: [example for example in examples(rows) if not example.made]
        for name, rows in drawn(Part.CHOOSING, options.rows // 4).items()
    }
    from training.base import load_base  # PyTorch takes seconds to import
    from training.train import measured, train

    model, tokenizer = load_base(options.base)
    steps = train(model, tokenizer, fitting, minutes=options.minutes, epochs=options.epochs)
    print(f"{steps} steps", flush=True)
    for name, value in measured(model, tokenizer, chosen).items():
        family = families()[name]
        left_out = "left out" if {name, family} & set(options.without) else "fitted on"
        print(f"{name}\t{family}\t{left_out}\t{value:.3f}")
    if options.out:
        from training.export import export

        small = export(model, tokenizer, options.out)
        print(f"{small}: {small.stat().st_size / 1e6:.1f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with model.onnx (int8) and tokenizer of a BERT"
    )
    parser.add_argument("--out", type=Path, help="folder for the model (default: it is not kept)")
    parser.add_argument("--rows", type=int, default=2_000, help="most rows of a set (default: 2000)")
    parser.add_argument("--minutes", type=float, default=10, help="time to train (default: 10)")
    parser.add_argument("--epochs", type=int, default=3, help="most times that each example is seen (default: 3)")
    parser.add_argument("--without", action="append", default=[], metavar="FAMILY", help="leave a family or set out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
