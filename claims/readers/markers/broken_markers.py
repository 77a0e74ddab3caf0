"""Markers that a copy of a page has on lines of their own, or glued to a sentence, written as `【…】` behind its words.

In the interfaces they are buttons: the name of a site and `+1` (ChatGPT), a number (NotebookLM), a name (Perplexity).
The lines stay as many as they were.
"""

import re

LABEL_OPENING = "【‡"
"""What opens a label that was on a line of its own."""
_MORE_LINE = re.compile(r"(?m)^[ \t]{0,8}\+\d{1,2}[ \t]*$")
_NAME_LINE = re.compile(r"[ \t]{0,8}([^\W_](?:[^\s]{0,30}[^\W_])?(?:[ \xa0][\w&'’./-]{1,30}){0,4})[ \t]*")
_ENDED = re.compile(r"[.!?…。！？؟।)\]”\"’»】\u2060][ \t]*$")
_GLUED_MORE = re.compile(r"(?<=\w[.!?])[a-z][\w-]{2,30}\+\d{1,2}(?!\d)")
_GLUED = re.compile(r"(?m)(?<=[^\W\d_]{2}[.!?])([a-z][\w-]{2,30})(?=[ \t]*$)")
_NUMBER_LINE = re.compile(r"\n[ \t]{0,8}\d{1,3}[ \t]*\n[ \t]*[.,;:!?。，；：]")
_NUMBER_LINES = re.compile(
    r"(?<=[^\s.,:;])[ \t]*((?:\n[ \t]{0,8}\d{1,3}[ \t]*){1,20})\n[ \t]*(?=[.,;:!?。，；：]\s|[.。]$)"
)
_NEWLINE, _BREAK = "\n", "\ufdd0"  # a line break that is to go behind its line (Unicode: for internal use)
_NUMBER = re.compile(r"\d{1,3}")


def with_joined_markers(text: str) -> str:
    """Join markers with the words before them."""
    if _NUMBER_LINE.search(text):
        text = "\n".join(map(_padded, _NUMBER_LINES.sub(_joined, text).split("\n")))
    if "+" not in text:
        return text
    if _GLUED_MORE.search(text):
        text = _GLUED.sub(lambda match: f"{LABEL_OPENING}{match[1]}】", text)
    return _with_names(text) if _MORE_LINE.search(text) else text


def _joined(match: re.Match[str]) -> str:
    """Write numbers on lines of their own as one marker if the line before has words; the next goes on behind it."""
    before = match.string[match.string.rfind(_NEWLINE, 0, match.start()) + 1 : match.start()]
    if not any(map(str.isalpha, before)):
        return match[0]
    return f"【{','.join(_NUMBER.findall(match[1]))}】{_BREAK * match[0].count(_NEWLINE)}"


def _padded(line: str) -> str:
    """Put the line breaks that a line has lost behind it."""
    return line.replace(_BREAK, "") + _NEWLINE * line.count(_BREAK) if _BREAK in line else line


def _with_names(text: str) -> str:
    """Move names on lines of their own to the line above: with a number below, or right behind a sentence."""
    lines = text.split("\n")
    above = last = -1  # the line that labels follow, and the last line of these
    for index, line in enumerate(lines):
        name = _NAME_LINE.fullmatch(line) if not _ENDED.search(line) else None
        numbered = index + 1 < len(lines) and _MORE_LINE.fullmatch(lines[index + 1]) is not None
        if name and above >= 0 and (numbered or (last == index - 1 and _ENDED.search(lines[above]))):
            lines[above] += f"{LABEL_OPENING}{name[1]}】"
            last = index + numbered
            lines[index : last + 1] = [""] * (1 + numbered)
        elif line.strip():
            above = last = index
    return "\n".join(lines)
