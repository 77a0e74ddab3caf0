"""Plain text and reStructuredText.

In order: `reader` reads plain text, for which `own_addresses` finds the text's own address, `reference_lists` the
reference lists among the lines and `entries` decides which entry each marker refers to; `restructuredtext` reads
the blocks of reStructuredText, `rest_inline` its inline markup and `rest_tables` its tables.
"""
