"""Which sentences of a source have which words and details of a claim.

`headline` undoes title case; `matching` finds words, word pairs and details by sentence, weighed by `rarity`, which
make a `match`, to which `deriving` adds the numbers and years that follow from those of its sentences; `kinship` finds
words of one family; `windows` takes neighbouring sentences together; `clauses` splits a claim into what it states and
measures each part.
"""
