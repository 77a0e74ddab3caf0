"""Plain text and reStructuredText.

In order: `reader` reads plain text, for which `signatures` takes out those of e-mail, `own_addresses` finds the text's
own address, `entry_runs` runs of lines that open entries, `reference_lists` those that are reference lists, and
`entries` decides which entry each marker refers to; `restructuredtext` reads the blocks of reStructuredText,
`rest_inline` its inline markup and `rest_tables` its tables.
"""
