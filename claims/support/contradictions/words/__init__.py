"""Words that a sentence has otherwise than the claim: antonyms, negations, exchanged and missing words.

`negations` finds what a line denies, and `line` reads by it both lines; `converses` finds two lines that say the same
from either side, and `anchors` how firmly they agree around a gap. By these, `turns` finds an antonym in the same
place, `dropped` a negation that one of the two lacks, `crossed` two words in each other's places, and `recombined`
clauses whose words are those of two others. `foreign` is for languages other than English.
"""
