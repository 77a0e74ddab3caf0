"""The index of a source, made once for any number of claims.

`page` is the index: words, and when asked numbers and dates. `sentences` splits the source, `indexing` makes its page,
and `usable` recognises sources that cannot be compared with a claim: menus, notices, another language.
"""
