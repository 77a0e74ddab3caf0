"""Numbers, their units and the words that set bounds to them, as running text writes them.

`number` is the record, `number_patterns` has the expressions, `units` converts (the table is in `data/_common.toml`),
`numbers` reads a text's numbers in digits and English words, `spelled_numbers` and `numerals` (scripts without spaces)
those in words of other languages, `times_of_day` their times, `counts` all of them, and `bounds` the words before a
number that make it a limit.
"""
