"""What a claim states that can be checked by itself, and where a page has it.

`names` finds names in a claim, `naming` and `spelling` find them on a page in their other forms; `quotations` does both
for quoted words; `details` gathers numbers, dates, names and quotations and asks for their occurrences.
"""
