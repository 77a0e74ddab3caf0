"""View: judged documents as rows that are ready to render, with all text cut, worded and made safe.

In order: `summary` and `funnel` count, `overview` words the result, `check_rows` and `claim_rows` show each claim with
its evidence, `block_rows` the document, `unchecked` what could not be checked, `source_rows` the references; `pages`
puts them together for HTML, and `explanation` is the plain text of one claim for the other formats.
"""
