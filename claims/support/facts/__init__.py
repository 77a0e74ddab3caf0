"""What a claim states that can be checked by itself, and where a page has it.

`detail` is the record. `details` gathers all that a claim states and asks for its occurrences: the rooms `names` and
`numbers` have what is found in other forms, and `quotations` what is quoted.
"""
