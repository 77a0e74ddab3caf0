"""Where the work is done that takes processor time: reading pages, and judging claims by them.

`interface` says what can be asked; `threads` does it in threads of this process.
"""
