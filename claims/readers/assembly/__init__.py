"""What all readers share: from parsed markup to a `Reading`.

In order: `pieces` is what a format's parser makes of a document, `plain_pieces` with plain markers; `turns` takes
labels of who speaks out of chats; `links` recognises what links and bare addresses are for; `references` takes
reference lists out of the blocks and gives citations their ids; `marker_systems` finds the markers that
`claims.readers.markers` knows; `broken_lines` and `tables` make items of lines and statements of rows; `assembler`
writes the rest; `block_builder` and `reading_builder` collect the text and the places of markers, without the `gaps`
that vanished templates leave in brackets.
"""
