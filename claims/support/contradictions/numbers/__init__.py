"""Numbers and dates that a sentence has elsewhere than the claim.

`pairing` finds two that have changed places, `attached` one that belongs to other words.
"""
