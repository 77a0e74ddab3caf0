"""Tags of HTML around paragraphs of Markdown, taken out before it is parsed, without a change of length or of lines.

The parser leaves out what follows such a tag up to a blank line. Tables and raw text in HTML are left as they are.
"""

import re

from claims.readers.markers.rewriting import FILL

_KEPT = "table|thead|tbody|tr|td|th|pre|script|style|textarea|svg|math|iframe|a|img|sup|sub|br"
_BLOCKS = "p|div|center|details|summary|section|article|blockquote|figure|figcaption|aside|main|ul|ol|li|dl|dt|dd"
_TAGS = rf"(?:</?(?!(?:{_KEPT})\b)[a-zA-Z][\w.-]{{0,40}}(?:\s[^<>]{{0,400}})?>\s*)"  # components of MDX as well
_BLOCK = rf"(?:</?(?:{_BLOCKS})\b[^<>]{{0,400}}>\s*)"
_ALONE = re.compile(rf"\s{{0,40}}{_TAGS}{{1,6}}$")
_BEFORE = re.compile(rf"\s{{0,40}}{_BLOCK}{{1,6}}(?=\S)", re.IGNORECASE)
_BEHIND = re.compile(rf"\s?{_BLOCK}{{1,6}}$", re.IGNORECASE)
_RAW = re.compile(r"\s{0,40}<(table|pre|script|style|textarea|svg|math|iframe)\b", re.IGNORECASE)
_FENCE = re.compile(r"\s{0,3}(?:>\s?){0,3}(`{3,}|~{3,})")


def without_block_tags(text: str) -> str:
    """Replace such tags by blanks on lines of their own, and by invisible characters beside words."""
    if "<" not in text:
        return text
    found: list[str] = []
    fence = raw = ""
    for line in text.split("\n"):
        opened = _FENCE.match(line)
        if raw:
            raw = "" if f"</{raw}" in line.lower() else raw
        elif fence:
            fence = "" if opened and opened[1].startswith(fence) else fence
        elif opened:
            fence = opened[1]
        elif match := _RAW.match(line):
            raw = "" if f"</{match[1].lower()}" in line.lower() else match[1].lower()
        elif "<" in line:
            line = _without_tags(line)
        found.append(line)
    return "\n".join(found)


def _without_tags(line: str) -> str:
    if _ALONE.match(line):
        return " " * len(line)
    line = _BEFORE.sub(lambda match: _opening(match[0]), line, count=1) if _BEFORE.match(line) else line
    return _BEHIND.sub(lambda match: FILL * len(match[0]), line) if line.endswith(">") else line


def _opening(tags: str) -> str:
    """Write what stands for the tags before words: the mark of an item, or nothing that is seen."""
    mark = "- " if "<li" in tags.lower() else ""
    return mark + FILL * (len(tags) - len(mark))
