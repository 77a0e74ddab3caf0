"""Markdown, parsed by markdown-it-py.

In order: `note_syntax` takes out what Markdown does not know, `block_tags` the tags around paragraphs; `reader`
recognises Markdown and sets up the parser with `block_rules` and `inline_rules`, which are faster than its own and keep
the places of tokens; `token_pieces` converts the tokens to pieces.
"""
