"""The reference lists of a document.

`entry_openings` recognises where entries begin, `citation_registry` gives citations their ids, and `reference_lists`
takes the lists out of the blocks. `claims.language.headings` knows their headings.
"""
