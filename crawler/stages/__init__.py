"""The stages of a verification as plain functions of records, which one machine and a cluster run alike.

For each citation, `crawler.lookup.capture_lookup.look_up` finds and reads a page; the result is the copy (`copies`) by
which `judging` judges claims, of which `statements` makes what to judge; before an alarm, `second_pass` has them judged
again by other copies. `pages` reads and indexes equal pages once; `excerpts` cuts what a report keeps of them, and
`time_limit` ends what takes too long.
"""
