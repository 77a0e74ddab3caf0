"""Policy: which findings count, and make the exit status 1.

In order: `fail_on` parses the conditions, `ignore_rules` and `ignore_comments` hold the user's exemptions, `baseline`
the known findings until their last day, `evaluation` applies them all to a report, `stale_entries` names exemptions
that no longer do anything, and `claim_outcomes` gives each claim's outcome (passed, finding, exempt …) to the formats.
"""
