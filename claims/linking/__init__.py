"""Linking: the running text of a reading, its markers and its references to claims.

In order: `marker_groups` attaches markers to sentences; `quotations` finds what runs over several of them, `leads` the
words that make statements of clauses and items, `pointers` those that state nothing, `statements` what is one;
`joining` joins what is too short with its neighbours; `claim_spans` cuts sentences into claims, each with its
citations, sentence and context; `claim_ids` gives claims their stable ids and their lines; `mismatches` finds markers
without a reference and references without a marker; `linker` runs them all.
"""
