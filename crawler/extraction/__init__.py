"""From the bytes of a captured page to its text and passages.

`extract.py` decides what the bytes are and calls `html.py` or the room `pdf`; plain text needs only `blocks.py`, which
makes the source of them all. HTML passes `charset.py` (decoding; `single_byte.py` knows sets by their languages),
`html_walk.py` (one walk over the tree, which separates lines, cells and superscripts; `html_elements.py` knows what
each element means, `data_rows.py` which rows are data, and `unclosed.py` finds elements that hold the rest of the
page), `metadata.py` and `main_text.py`. Hidden text is read only where it is asked for: that of elements, images and
metadata, and of scripts by `script_text.py`. `corrections.py` finds what an article takes back.
"""
