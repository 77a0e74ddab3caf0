"""Where the work is done that takes processor time: reading pages, and judging claims by them.

`interface` says what can be asked; `threads` do it in this process, `processes` on every core: each `process` does
`tasks`, one after another, within the `memory` that it may use.
"""
