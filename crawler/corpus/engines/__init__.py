"""What runs the stages of a corpus, and what paces their requests.

`interface` is what an engine does; `serial` runs in this process, `dask_cluster` on the workers of a Dask cluster.
`pacing` has the limits of requests that all of them keep together. Another engine is another file beside these.
"""
