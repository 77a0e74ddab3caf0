"""Partial responses: which part of a file a server sent (RFC 9110, section 14.4). Pure."""

import re
from dataclasses import dataclass

from crawler.net.client import HttpResponse

_CONTENT_RANGE = re.compile(r"\s*bytes\s+(\d{1,19})-(\d{1,19})/(\d{1,19}|\*)\s*", re.IGNORECASE)
_RANGE = re.compile(r"bytes=(\d{1,19})-(\d{1,19})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a file: where it starts, its length, and the size of the file or None if unknown; all in bytes."""

    start: int
    length: int
    total: int | None


def part_of(answer: HttpResponse) -> Part | None:
    """Return the part that a response says it holds, or None if it does not say."""
    found = _CONTENT_RANGE.fullmatch(answer.header("content-range"))
    if answer.status != 206 or found is None:
        return None
    start, last, total = int(found[1]), int(found[2]), found[3]
    return Part(start=start, length=last - start + 1, total=None if total == "*" else int(total))


def is_as_asked(answer: HttpResponse, request_headers: dict[str, str]) -> bool:
    """Return whether a response is what its request asked for: if that was a part of a file, then exactly that part.

    A whole file is its own part if it is no longer than the part asked for.
    """
    asked = _RANGE.fullmatch(request_headers.get("Range", ""))
    if asked is None:
        return "Range" not in request_headers
    if answer.status == 200:
        return int(asked[1]) == 0 and len(answer.body) <= int(asked[2]) + 1
    part = part_of(answer)
    if part is None or part.start != int(asked[1]) or part.length != len(answer.body):
        return False
    last = int(asked[2]) if part.total is None else min(int(asked[2]), part.total - 1)
    return part.start + part.length - 1 == last
