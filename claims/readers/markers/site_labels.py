"""Labels of sources without addresses, as copies of chats keep them: `… in 1968. Harbour Gazette+1`, `en.wikipedia+2`.

The interfaces of ChatGPT and Perplexity print the name of a site, and how many more say the same. Copied from a page,
name and number are each on a line of their own; ChatGPT's applications leave an object replacement character.
"""

import re
from collections.abc import Iterator

_NAME = r"(?!UTC|GMT)[^\W_][\w&'’./-]{1,30}(?:[ \xa0][\w&'’./-]{1,30}){0,4}?"
_MORE = r"[ \xa0]?\+\d{1,2}(?!\d)"
_GAP = r"[\s\u200b\u2060]{0,3}"
_LABEL = re.compile(rf"({_NAME}){_MORE}")
_FOUND = re.compile(
    rf"[.!?…。！？؟।)\]”\"’»]{_GAP}(?P<chain>(?:{_NAME}{_MORE}{_GAP}){{1,8}})(?!{_GAP}[a-z])"
    rf"|(?<![\w/@.-])(?P<host>(?:[\w-]{{1,40}}\.){{1,3}}[a-z][\w-]{{1,20}}){_MORE}"
    r"|【‡(?P<line>[^】\n]{1,60})】"
    r"|(?<=\S)(?P<object>(?:[^\S\n]{0,2}\ufffc)+)"
)
_OBJECT = "embedded object"  # the id of a source of which only the place is left
_MORE_LINE = re.compile(r"(?m)^[ \t]{0,8}\+\d{1,2}[ \t]*$")
_NAME_LINE = re.compile(r"[ \t]{0,8}([^\W_](?:[^\s]{0,30}[^\W_])?(?:[ \xa0][\w&'’./-]{1,30}){0,4})[ \t]*")
_ENDED = re.compile(r"[.!?…。！？؟।)\]”\"’»】\u2060][ \t]*$")


def find_site_labels(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find the labels in `text`: start, end and names of each."""
    if "+" not in text and "‡" not in text and "\ufffc" not in text:
        return
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or "chain"
        start, end = match.span() if kind in ("host", "line") else match.span(kind)
        if kind == "chain":
            end = start + len(match[kind].rstrip())
            yield start, end, tuple(dict.fromkeys(_LABEL.findall(match[kind])))
        else:
            yield start, end, (_OBJECT if kind == "object" else match[kind],)


def with_labels_in_line(text: str) -> str:
    """Move labels from lines of their own to the line above, as `【‡…】`: a name and a number, or the name alone."""
    if not _MORE_LINE.search(text):
        return text
    lines = text.split("\n")
    above = last = -1  # the line that labels follow, and the last line of these
    for index, line in enumerate(lines):
        name = _NAME_LINE.fullmatch(line) if not _ENDED.search(line) else None
        numbered = index + 1 < len(lines) and _MORE_LINE.fullmatch(lines[index + 1]) is not None
        if name and above >= 0 and (numbered or (last == index - 1 and _ENDED.search(lines[above]))):
            lines[above] += f"【‡{name[1]}】"
            last = index + numbered
            lines[index : last + 1] = [""] * (1 + numbered)
        elif line.strip():
            above = last = index
    return "\n".join(lines)
