"""A corpus: the stages of `verify` over many documents, on a cluster, into tables in Parquet.

`run` runs the stages on an engine (`engines`), each on partitions that are independent of each other: `split_stage`
(the `inputs`), `read_stage` (documents to claims and citations), `look_up_stage` (each page once, with what `opened`
opens) and `judge_stage`. A stage is a plain function of a partition: it knows no engine. What it hands to the next is
a file that `exchange` writes, of the `records`; what it keeps are `tables`. `job` says what is to do, `manifest` what
is done, so that a stopped run goes on. `files` writes each file whole. `overview` and `judged_documents` read a corpus.
"""
