"""Wikitext: the source of wiki pages, with `<ref>` notes and citation templates.

In order: `reader` recognises wikitext; `tree` parses it, `skeleton` and `plain_text` turn parts of it into text; the
room `notes` reads and numbers the notes; `page` writes the blocks, with `tables`, `inline` the inside of lines, with
the words of `templates` and the numbers of `quantity_templates`.
"""
