"""What was fetched and judged, kept from run to run: cache, resumption point and evidence in one.

`network.py` opens one run's way to the network. Its fetchers (`caching_fetcher.py`) look first into the store
(`store.py`): WARC files that `warc_writer.py` writes, with an SQLite index (`store_index.py`) that `recovery.py` brings
up to date, or makes anew, from the files. `judgement_cache.py` keeps judgements.
"""
