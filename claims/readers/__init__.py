"""Readers: one document format each, from the text of a file to a `Reading` of running text, markers and references.

In order: `decoding` turns bytes into text; `registry` recognises the format and calls its reader; `interface` is what
every reader does. `html`, `mediawiki_html`, `wikitext`, `markdown`, `text`, `table` and `answers` (of language models,
in JSON) are the formats; `assembly` is
what they share.
"""
