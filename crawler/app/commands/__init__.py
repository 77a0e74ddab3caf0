"""The commands, one file each: `run` takes the parsed arguments and returns the exit status.

`crawler.app.dispatch` imports a command when it runs it, so that a command may import all that it needs.
"""
