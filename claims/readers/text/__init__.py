"""Plain text and reStructuredText.

In order: `reader` reads plain text, for which `reference_lists` finds the reference lists among the lines and `entries`
decides which entry each marker refers to; `restructuredtext` reads reStructuredText.
"""
