"""Numbers and years of a claim that a page gives in another way.

`shared_units` reads a unit that is given once for two numbers, and `spans` how long something lasted between two dates.
`derivations` finds numbers and years that follow from those of a page, by `amounts`, the arithmetic of a sentence.
"""
