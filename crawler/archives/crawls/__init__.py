"""Crawls and collections of WARC files that are too large to copy, read by ranges of bytes.

An address is looked up in an index of sorted lines (`capture_index.py`, which `index_blocks.py` unpacks), and the
record that a line names is read (`ranged_records.py`). `common_crawl.py` chooses among the crawls of Common Crawl
(`crawl_list.py`), `collection.py` searches WARC files with CDXJ beside them and WACZ files. For many addresses at once,
`crawl_tables.py` lists the Parquet files of Common Crawl's columnar index and joins each with the addresses
(`columnar_index.py`); what was found (`located_captures.py`) is read in the order of the WARC files, neighbours in one
request (`prefetched_files.py`, `coalescing.py`).
"""
