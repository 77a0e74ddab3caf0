"""Numbers and dates that a sentence has otherwise than the claim.

`pairing` finds two that have changed places, `attached` one that belongs to other words, `directions` one that goes the
other way, and `rival_numbers` another one in the very place of the claim's, by what `readings` says of the two.
"""
