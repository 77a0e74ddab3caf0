"""What all readers share: from parsed markup to a `Reading`.

In order: `pieces` is what a format's parser makes of a document; `note_links` takes out links that lead back;
`link_roles`, `addresses` and `entry_openings` recognise citing links, bare addresses and the entries of reference lists
(`claims.readers.markers` the markers); `citation_registry` gives citations their ids; `reference_lists` takes reference
lists out of the blocks; `table_rows` and `tables` make statements of the rows of tables; `assembler` writes the rest;
`block_builder` and `reading_builder` collect the text and the places of markers. `claims.language.headings` knows the
headings of reference lists.
"""
