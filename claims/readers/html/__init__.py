"""Documents in HTML of any kind: finds footnotes, however they are marked up, or takes links as citations.

The pages that a document cites are read by `crawler.extraction` instead.

In order: `recognition` recognises HTML; `tokenizer` finds the tags of the source and `positions` their lines;
`note_signs` and `superscripts` read single elements; `note_markers` finds the roles of all elements, `quotations` the
sources of quotations; `blocks` walks the tree; `notes` separates notes from running text and decides which superscripts
are markers and which are exponents; `reader` runs them all.
"""
