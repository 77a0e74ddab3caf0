"""How markers are rewritten in a text before it is parsed: as `【…】`, without a change of its length and its lines."""

import re

FILL = "\u2060"  # word joiner, which readings omit
_RANGES = re.compile(r"(?<![\w-])(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?(?![\w-])")
_ID = re.compile(r"turn\d{1,3}[a-z]{2,12}\d{1,3}|\d{1,4}")
_LONGEST_RANGE = 60


def marker_of(text: str) -> str:
    """Write the ids in `text` as one marker; empty if there are none."""
    found = [number for first, last in _RANGES.findall(text) for number in _numbers(first, last)] or _ID.findall(text)
    return f"【{','.join(found)}】" if found else ""


def filled(before: str, after: str) -> str:
    """Fill `after` up to the length of `before`, with its line breaks."""
    breaks = before.count("\n")
    return after + FILL * (len(before) - len(after) - breaks) + "\n" * breaks


def _numbers(first: str, last: str) -> list[str]:
    if last and int(first) < int(last) <= int(first) + _LONGEST_RANGE:
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last] if last else [first]
