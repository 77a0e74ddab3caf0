"""What a claim says otherwise than the sentences that speak of the same.

`comparison` aligns the claim with the sentence most like it (`alignment`) and asks the `rules` in order: `turns` (an
antonym or a negation in the same place, unless `converses` finds the sides exchanged too), `pairing` and `crossed`
(things and words exchanged), `attached` (a number of another thing), `names`, `denials`, `quantifiers`, and `foreign`
outside English. `fact_findings` gives every detail its state, by `rival_numbers` and the rivals in `names`;
`clause_findings` does all this for each clause of a claim by its own sentence.
"""
