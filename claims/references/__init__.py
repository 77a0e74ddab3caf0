"""References: an entry of a reference list, a citation template or a bibliography to a `Citation`.

In order: the room `links` finds the links of an entry; `claims.language.dates` reads the day, month and year of its
dates, `entry_dates` decides by `date_phrases` which of them is that of publication, access or archiving, and
`entry_styles` which words are title, authors and publisher; `publication_dates` dates a cited page; `citation` builds
the record and merges two; `entry` and `citation_templates` are the ways in, for printed entries and for wiki templates;
`broken_citations` says which entries a document lacks. `matching` finds the same work in two lists, `csv_rows` reads
tables, and `bibliographies` completes references from the user's own list.
"""
