"""The judge: does the text of a source support a claim, and where does it say so.

`checker` runs the stages in this order:

1. Index: a source becomes a `page` once, from its `sentences`, with its numbers (`counts`: `numbers` by
   `number_patterns` and `units`, or number words of other languages) and dates. `usable` recognises sources that cannot
   be compared with a claim.
2. Details: `facts` finds the numbers (with their `bounds`), dates and names (`names`) of a claim, `naming` and
   `spelling` find names on a page. `headline` undoes title case.
3. Retrieval: `match` finds which sentences have which words and details, with `rarity` as weights; `windows` chooses
   neighbouring sentences that cover most of the claim.
4. Comparison: `comparison` aligns the claim with the sentence most like it (`alignment`) and asks the rules for
   contradictions: `turns`, `degrees`, `denials`, `roles`, `attached`, `pairing`, and `foreign` outside English.
   `antonyms` says which words are opposites. `clauses` finds the parts of a claim that no sentence mentions.
5. Decision: `findings` gives each detail its state, `wordwise` and `features` feed the `trees` of `model`, and
   `verdict` alone decides, from plain signals. `choice` and `evidence` quote.

`interface` has the records and the protocol of a checker, `llm_judge` the second judge. `training`, `regression`,
`fit`, `fit_words` and `fit_choice` make the data files anew; nothing else needs them. MODEL_CARD.md describes the
model. What the rules know of a language is in `claims/language/data`.
"""

from claims.support.checker import default_checker

__all__ = ["default_checker"]
