"""References: an entry of a reference list, a citation template or a bibliography to a `Citation`.

In order: `urls`, `archive_urls` and `identifiers` find the links of an entry; `entry_dates` decides which date of an
entry is that of publication, access or archiving, and `entry_styles` which words are title, authors and publisher;
`citation` builds the record and merges two; `entry` and `citation_templates` are the ways in, for printed entries and
for wiki templates. `matching` finds the same work in two lists, and `bibliographies` completes references from the
user's own list.

The day, month and year of a date are read by `claims.language.dates`, for references and running text alike.
"""
