"""The judge: does the text of a source support a claim, and where does it say so.

`checker` runs the stages in this order, a room each:

1. `index`: a source becomes a page once, with its sentences, numbers and dates.
2. `facts`: the numbers, dates, names and quotations that a claim states, and where a page has them.
3. `retrieval`: which sentences have which words and facts.
4. `contradictions`: what the sentences most like the claim and its clauses say otherwise; `antonyms` says which words
   are opposites, in the words of `claims/language/data`.
5. `scoring`: features and the fitted model; `entailment` adds the answer of a local entailment model, if there is one.
6. `verdict`: the only place that decides, from plain `signals`. `evidence` quotes.

`interface` has the records and the protocol of a checker, `llm_judge` the second judge and `second_opinion` what comes
of its answer; `odds` turns probabilities into log-odds and back. `training` makes the data files anew. MODEL_CARD.md
describes the model.
"""

from claims.support.checker import default_checker

__all__ = ["default_checker"]
