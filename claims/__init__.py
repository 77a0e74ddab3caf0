"""What a document claims and how a source supports it: pure code, without network, clock or environment.

`records` is the vocabulary and `errors` the tree of exceptions. Over them, in order: `language` knows languages,
`references` reads entries, `readers` read documents, `linking` makes claims of them, and `support` judges claims.
"""

__version__ = "0.1.0"
