"""What a claim states that can be checked by itself, and where a page has it.

`names` and `quotations` find names and quoted words in a claim; `naming` and `spelling` find a name on a page in its
other forms; `details` gathers numbers, dates, names and quotations and finds their occurrences.
"""
