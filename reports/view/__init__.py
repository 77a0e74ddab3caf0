"""View: judged documents as rows that are ready to render, with all text cut, worded and made safe.

In order: `summary` and `funnel` count, the room `rows` has the rows of a document, `overview` words the result,
`unchecked` groups what could not be checked; `pages` puts them together for HTML, `corpus` those of many documents, and
`explanation` is the plain text of one claim for the other formats.
"""
