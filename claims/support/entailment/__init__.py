"""What the judge needs of a local entailment model; the model itself is run by `crawler.entailment`.

`premises` chooses the passages of the pages that a model reads for a claim, `interface` is how the judge asks it, and
`calibration` turns the answers of one model, with the judge's own score, into a probability.
"""
