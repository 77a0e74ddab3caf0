"""What a claim asserts and all the sentences that cover it do not.

`denials` finds what they deny, refuse or reject, `disowned` what somebody in them denies, `unfinished` what they have
in a plan only, as `plans` reads it, and `quantifiers` a superlative or an "all" that none of them has.
"""
