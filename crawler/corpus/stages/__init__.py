"""The stages of a corpus, each a plain function of a partition that knows no engine.

`split` (the inputs), `read` (documents to claims and citations), `locate` (pages in the columnar index of crawls, where
it is wanted), `look_up` (each page once, with what `opened` opens, located ones in `file_order`) and `judge`. What one
hands to the next is a file that `exchange` writes, of the `records`.
"""
