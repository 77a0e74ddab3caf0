"""Archive files on disk: WARC, ARC and WACZ, single or in folders.

`archive.py` is the archive. It finds captures through `index.py`, which `index_builder.py` makes of the files' records
(`containers.py` opens files, `warc_records.py` reads their records and skips broken ones, `record_response.py` is the
response in one) or of CDXJ indexes beside them; `index_rows.py` defines a row of the index.
"""
