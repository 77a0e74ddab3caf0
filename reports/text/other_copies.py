"""What another copy of a page says, where it was read before an alarm: the first form of drift."""

from claims.records import Check, Verdict
from reports.text.phrases import day


def other_copy(check: Check) -> str:
    """Return a sentence about the copy on the other side of the day of access, or an empty text if there is none."""
    if check.other is None or check.capture is None:
        return ""
    read, other = day(check.capture.timestamp), day(check.other.capture.timestamp)
    if check.verdict is Verdict.SUPPORTED:
        when = "no longer" if check.other.capture.timestamp > check.capture.timestamp else "not yet"
        return f"Supported by the copy of {read}, {when} by that of {other}."
    if check.verdict is check.other.verdict:
        return f"The copy of {other} says nothing else."
    return f"The copy of {other} says less or otherwise."
