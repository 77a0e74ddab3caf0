"""The records that a file of `data/` is read into.

`values.py` has the kinds of list and `tables.py` the kinds of table; `writing.py`, `nouns.py`, `quantities.py`,
`prospects.py` and `judging.py` the sections of a file, each a frozen record whose fields are the section's keys; and
`language.py` the record of them all. A section that a file leaves out has the defaults of its
record.
"""
