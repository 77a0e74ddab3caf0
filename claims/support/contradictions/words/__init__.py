"""Words that a sentence has otherwise than the claim: antonyms, negations, exchanged and missing words.

`negations` finds what a line denies, `converses` two comparisons that say the same from either side. By these, `turns`
finds an antonym or a negation in the same place, `crossed` two words in each other's places, and `recombined` clauses
whose words are those of two others. `denials` and `quantifiers` read all sentences that cover the claim; `foreign` is
for languages other than English.
"""
