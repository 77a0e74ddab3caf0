"""From which capture a quote is, where a page was read together with its frames, further parts or print version."""

from claims.records import Capture, Check, Evidence
from reports.text.labels import copy_name
from reports.text.phrases import day, listed
from reports.text.sanitising import one_line, shorten

_LONGEST_ADDRESS = 120


def quoted_capture(check: Check, evidence: Evidence) -> Capture | None:
    """Return the capture that a quote is from."""
    found = (part.capture for part in check.parts if part.start <= evidence.start < part.end)
    return next(found, check.capture)


def where_quoted(check: Check, evidence: Evidence) -> str:
    """Return the part, the page's number or that a quote is not visible there; empty if there is nothing to say."""
    if evidence.hidden:
        return "not visible on the page"
    capture = quoted_capture(check, evidence)
    part = one_line(capture.rule or "") if capture and capture != check.capture else ""
    return ", ".join(filter(None, [part, f"page {evidence.page}" if evidence.page else ""]))


def read_with(check: Check) -> str:
    """Return a sentence that names the other captures that were read with the page, or an empty text."""
    others = [part.capture for part in check.parts if part.capture != check.capture]
    if not others:
        return ""
    return f"Read with {listed(map(_named, others))}."


def _named(capture: Capture) -> str:
    address = shorten(one_line(capture.url), _LONGEST_ADDRESS)
    return f"{one_line(capture.rule or copy_name(capture))} ({address}, {day(capture.timestamp)})"
