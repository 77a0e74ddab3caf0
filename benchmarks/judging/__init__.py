"""How right the judge is, over many judged sets at once: `python -m benchmarks.judging`.

`sets` reads the judged sets, each row as one record; `families.tsv` says of what kind each set is. `parts` splits them
by group into a fitting, a choosing and a final part. `systems` runs the judge and its peers, `figures` computes what
the verdicts are worth, with bootstrap intervals, and `report` prints the tables and compares two runs. `ablation`
switches off each rule and each group of features in turn; `switches` is the only file that knows how.
"""
