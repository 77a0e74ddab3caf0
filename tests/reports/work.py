"""Work counted in lines of Python executed, which no other process and no slow machine changes."""

import sys


def lines_executed(function):
    """How many lines a call of `function` executes."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()  # that of a coverage measurement
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count
