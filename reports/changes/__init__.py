"""Changes between two reports.

`similarity` measures how alike two sentences are, `pairing` finds the earlier wording of an edited claim, and `diff`
lists the changes.
"""
