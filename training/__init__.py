"""Trains a compact entailment model of our own, from the judged sets; not in the wheel, and no weights are shipped.

`python -m training --base FOLDER --out FOLDER` does all of it: `examples` turns judged rows into premises and claims
and makes near misses of right claims (`swaps`), `base` takes a small BERT out of a quantised ONNX file, `windows`
batches premises of like length, `loss` says what is asked of an example, `train` finds the premise that answers and
learns from it alone, within a time that is given and on a GPU where there is one, `export` writes int8 ONNX and
compares it with the model, `provenance` keeps what it was trained on. `python -m training.measure --model FOLDER`
measures what the model adds to the judge (`stacking`), kinds of sets fitted on and left out apart. It needs the extras
`model` and `train`. The result is also a folder for `--entailment-model`.

A model that training kept is also a base: with `--base` as `--out` it is trained on. The first layers alone
(`--layers 6`) cost half the time, in training and in judging.
"""
