"""The stages of a verification as plain functions of records, which one machine and a cluster run alike.

For each citation, `crawler.lookup.capture_lookup.look_up` finds and reads a page; the result is the copy (`copies`) by
which `judging` judges claims, and again, before an alarm, with those that `crawler.lookup.other_side` finds. `pages`
reads and indexes equal pages once; `excerpts` cuts what a report keeps of them.
"""
