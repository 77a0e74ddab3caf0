"""The names of a claim and of the sentence most like it.

`places` finds who does what, `roles` who has changed places, `speakers` who is quoted, `rivals` who is in whose place.
"""
