"""A corpus: the stages of `verify` over many documents, on a cluster, into tables in Parquet.

`run` runs the `stages` on an engine (`engines`), each on partitions that are independent of each other. What they keep
are `tables`. `inputs` finds and reads the documents of a corpus. `job` says what is to do, `manifest` what is done, so
that a stopped run goes on. `files` writes each file whole. `overview` and `judged_documents` read a corpus.
"""
