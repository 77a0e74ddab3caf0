"""Markers as they are printed, whatever the format: what stands for a citation in running text.

In order: `speakers` finds the labels of who speaks in a chat; `model_markers` rewrites the markers of language models
to plain ones, `source_numbers` those with a word (`[Source 1]`), and `broken_markers` joins those that a copy has on
lines of their own, all by `rewriting`; `printed_markers` finds `[1]` and its kin, `superscripts` superscript digits,
`bare_markers` those whose raising a copy lost, `site_labels` the names of sites that chats print, and `author_years`
finds `(Author, Year)`.
"""
