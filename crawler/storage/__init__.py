"""What was fetched and judged, kept from run to run: cache, resumption point and evidence in one.

`network.py` opens one run's way to the network. Its fetchers (`caching_fetcher.py`) look first into the store
(`store.py`): WARC files that `warc_writer.py` writes, with an SQLite index (`store_index.py`). `opening.py` opens both,
with `recovery.py`, which brings the index up to date, or makes it anew, from the files; `disk_errors.py` words what the
disk refuses. `evidence.py` finds the records of a report's pages, and `wacz.py` writes them as one web archive.
`judgement_cache.py` keeps judgements.
"""
