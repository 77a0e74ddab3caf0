"""Documents: from the inputs that a user names to documents with their claims.

`input_names` expands folders and patterns; `read_documents` reads and links each input, with `pdf_text` for PDFs and
`pandoc` for what it reads; `records` are what they hand on. Inputs on the network come from `remote_documents`: wiki
pages by `wiki_address` and `mediawiki_api` (its answers: `mediawiki_responses`), other web pages as they are.
`find_urls` completes references that print no URL, from the wiki article that the document is a copy of.
"""
