"""The rows of a document: what a report shows of each claim, check, block and reference.

In order: `quotes` chooses and `passages` surrounds what is quoted of a source; `reference_rows` has the references;
`check_rows` shows a claim beside one source, `claim_rows` the claim with all of them, `block_rows` the text with its
claims, `source_rows` the references with their results.
"""
