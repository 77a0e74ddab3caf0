"""Measurements that anyone can repeat: each script says how, prints its environment and runs its peers beside it.

A name begins with the room that it measures (`readers_`, `crawler_`, `support_`), or names the claims that it judges.
`data.py` says where the shared data are. Machines differ and are shared: compare figures of one run, not of two.
"""
