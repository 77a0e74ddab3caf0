"""Requests to the network: how they are sent, how often, and when they are given up.

A request passes these files in order: `fetcher.py` is the interface that archives call, `retrying.py` repeats what may
succeed later and obeys `Retry-After` (`retry_after.py`), `rate_limits.py` spaces requests, `run_budget.py` and
`citation_budget.py` limit what a run and a citation may use, `client.py` sends over HTTP, `address_guard.py` refuses
private addresses, `decoding.py` undoes gzip and its kin, and `byte_ranges.py` reads which part of a file came.
`retrieval_times.py` records when responses were retrieved.
"""
