"""Signatures of e-mail: `-- ` on a line of its own (RFC 3676, 4.3) and the lines below it, up to a blank one.

They say who wrote, and nothing to check; their addresses are no sources.
"""

import re
from collections.abc import Sequence

_SEPARATOR = re.compile(r"((?:>[> ]{0,9})?)-- ")  # in a quoted message behind the marks of that


def without_signatures(lines: Sequence[str]) -> list[str]:
    """Blank the signatures among `lines`."""
    found: list[str] = []
    quoted: str | None = None  # the marks before the lines of the open signature
    for line in lines:
        opened = _SEPARATOR.fullmatch(line)
        if opened is not None:
            quoted = opened[1].rstrip()
        elif quoted is not None and not _goes_on(line, quoted):
            quoted = None
        found.append(line if quoted is None else "")
    return found


def _goes_on(line: str, quoted: str) -> bool:
    """Whether a signature behind the marks `quoted` goes on in a line, which is not blank or of another message."""
    words = line.removeprefix(quoted).strip()
    return line.startswith(quoted) and words != "" and not words.startswith(">")
