"""Names in a claim, and where a page has them.

`recognition` finds the names in a claim; `nouns` says which capitals show none, and `in_text_citations` which names are
only references. `mentions` finds a name on a page: in its other forms, in another spelling (`spelling`), or by the last
word alone, if it means the same person (`surnames`).
"""
