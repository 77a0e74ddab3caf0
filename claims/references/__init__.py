"""References: an entry of a reference list, a citation template or a bibliography to a `Citation`.

In order: `urls`, `archive_urls` and `identifiers` find the links of an entry; `entry_dates` (published, accessed,
archived) and `entry_styles` (title, authors, publisher) read its words; `citation` builds the record and merges two;
`entry` and `citation_templates` are the ways in, for printed entries and for wiki templates. `matching` finds the same
work in two lists, and `bibliographies` completes references from the user's own list.

Dates themselves are read by `claims.language.dates`.
"""
