"""Markers as they are printed, whatever the format: what stands for a citation in running text.

In order: `speakers` finds the labels of who speaks in a chat, `model_markers` rewrites the markers of language models
to plain ones, `printed_markers` finds `[1]` and its kin, and `author_years` finds `(Author, Year)`.
"""
