"""The links of an entry: what its addresses are, and what they are of.

`urls` finds and cleans addresses, `archive_urls` takes those of archives apart, `redirectors` those that lead on, and
`identifiers` makes addresses of the identifiers of works (DOI, ISBN, arXiv).
"""
