"""What a claim states that can be checked by itself, and where a page has it.

`detail` is the record. `names` finds names in a claim, and `nouns` which capitals show none; `naming`, `surnames` and
`spelling` find names on a page in their other forms; `quotations` does both for quoted words, `spans` for how long
something lasted, and `in_text_citations` knows names that are only references; `shared_units` reads a unit that is
given once for two numbers; `details` gathers all that a claim states and asks for its occurrences. `amounts` and
`derivations` find numbers and years that follow from those of a page.
"""
