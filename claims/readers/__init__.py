"""Readers: one document format each, from the text of a file to a `Reading` of running text, markers and references.

In order: `decoding` turns bytes into text and `unread_formats` refuses what is not read; `registry` recognises the
format and calls its reader; `interface` is what every reader does, and `limits` how much it reads. `html`,
`mediawiki_html`, `wikitext`, `markdown`, `text`, `table`, `answers` (of language models, in JSON), `notebook` and
`converted` (by pandoc) are the formats; `assembly` is what they share, `markers` finds markers as they are printed, and
`lines` is what those share whose Markdown is in JSON.
"""
