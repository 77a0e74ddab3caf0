"""View: judged documents as rows that are ready to render, with all text cut, worded and made safe.

In order: `summary` and `funnel` count, the room `rows` has the rows of a document, `overview` words the result,
`unchecked` groups what could not be checked; `document_page` puts them together for HTML, `index_page` and `corpus` do
so for several and for very many documents, and `explanation` is the plain text of one claim for the other formats.
"""
