"""Text of every report: wording, and text from outside made safe to show.

`labels` names verdicts, statuses and changes, `remedies` says how to fix a finding, `phrases` puts dates, numbers and
lists in words, `sanitising` removes harmful characters, and `links` keeps addresses safe and jumps to quoted words.
`source_parts` words from which part of a page a quote is, `other_copies` what another copy says, and `exemptions`
writes the comment that exempts a finding.
"""
