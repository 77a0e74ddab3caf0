"""The probability that the sources fully support a claim: features, and the fitted model that weighs them.

`features` and `statement_features` compute, `wordwise` rates single words by a regression (`linear`), `trees` computes
the fitted trees, and `model` reads the data files. MODEL_CARD.md, one folder up, describes the model.
"""
