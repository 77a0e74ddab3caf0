"""The index of a source, made once for any number of claims.

`sentences` splits the source, `page` indexes its words, numbers and dates, and `usable` recognises sources that cannot
be compared with a claim: menus, notices, another language.
"""
