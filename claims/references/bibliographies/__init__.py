"""The user's bibliography (`--sources`), which gives URLs to references that print none.

In order: `sources` recognises the format; `bibtex`, `ris`, `csl_json` and `csv_table` each read one format into fields;
`source_entry` turns the fields into a `SourceEntry`; `completion` matches entries with the references of a document.
"""
