"""Trains a compact entailment model of our own, from the judged sets; not in the wheel, and no weights are shipped.

`python -m training --base FOLDER --out FOLDER` does all of it: `examples` turns judged rows into premises and claims
and makes near misses of right claims (`swaps`), `base` takes a small BERT out of a quantised ONNX file, `loss` has the
maximum over premises, `train` runs within a time that is given, on a GPU where there is one, `export` writes int8
ONNX. It needs the extras `model` and `train`. The result is also a folder for `--entailment-model`.
"""
