"""Local entailment models: a published checker, installed by one command, that reads what the judge found.

`published` knows the models that `citewatch model install` offers, from `published.toml`. `download` brings one here
and compares it with the hub's digests, `installed` records its revision and digests and verifies them at each load,
`own_model` takes a folder of the user's. `forms` writes a premise and a claim as each kind of model was trained to read
them, `runner` runs the model (PyTorch and transformers, the extra `model`; `extra` says whether it is installed),
`worker` does so in a thread of its own, `open_model` ties them together for a run, and `calibrating` fits a calibration
to a user's judged pairs. `claims.support.entailment` has the judge's side.
"""
