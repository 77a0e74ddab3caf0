"""Which sentences of a source to quote for a claim: `choice` weighs them, `quotes` cuts them out."""
