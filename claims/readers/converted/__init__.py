"""Documents that pandoc reads (Word, OpenDocument, EPUB, LaTeX, Org …), from its tree in JSON.

In order: `source_forms` rewrites what pandoc would lose before it reads a source; `places` finds the lines of
paragraphs again; `inlines` and `reader` convert the tree to pieces, blocks and notes. The caller runs pandoc.
"""
