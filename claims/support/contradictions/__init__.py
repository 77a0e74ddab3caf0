"""What a claim says otherwise than the sentences that speak of the same.

`comparison` aligns the claim with the sentence most like it (`alignment`). The `rules` find turns (`turn`) in the
two; they are in the rooms `words`, `assertions`, `numbers` and `names`. `fact_findings` gives every detail its state,
by its rivals in `numbers` and `names`; `rows` finds values of a table told of the thing of another row;
`clause_findings` does all this for each clause of a claim by its own sentence.
"""
