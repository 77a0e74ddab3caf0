"""The tags of a page's source, found as the HTML standard's tokenizer finds them, and a source without too deep a tree.

Tags within comments, scripts and attributes (Parsoid's `data-mw` holds whole elements) are none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

# Every repetition is possessive: what it has read it never tries again.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s"'>][^\s>]*)?+)?+"""
_ATTRIBUTES = rf"((?:[\s/]++|{_ATTRIBUTE})*+)(?:>|\Z)"
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes"
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<({_RAW})(?=[\s/>]){_ATTRIBUTES}.*?(?=</\1[\s/>]|\Z)|<(/?)([a-z][^\s/>]*+){_ATTRIBUTES}",
    re.IGNORECASE | re.DOTALL,
)
# What has no end tag, or need not have one: a start tag of its kind, or of what holds it, ends it; and what holds no
# elements, whose text would be read if its tags were left out.
_UNCLOSED = frozenset(_RAW.split("|")) | frozenset(
    """
    area base br col embed hr img input link meta param source track wbr a button nobr p li dd dt rb rp rt rtc option
    optgroup colgroup caption thead tbody tfoot tr td th html head body
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
# As in Chromium (`maximumHTMLParserDOMTreeDepth`). Lexbor looks through all open elements at each start tag of a block:
# half a megabyte of `<div>` took it 16 s.
_DEEPEST = 512
TOO_DEEP = "Elements more than 512 deep in others are read as if their words stood in those around them."


class Tag(NamedTuple):
    """A tag at `html[start:end]`, its name in small letters."""

    start: int
    end: int
    name: str
    closing: bool
    attributes: str


def tags(html: str) -> Iterator[Tag]:
    """The tags of a source, in order."""
    for match in _TAG.finditer(html):
        raw, inside, slash, name, attributes = match.groups()
        if name is not None:
            yield Tag(match.start(), match.end(), name.lower(), slash == "/", attributes)
        elif raw is not None:
            end = min(match.end(2) + 1, len(html))
            yield Tag(match.start(), end, raw.lower(), closing=False, attributes=inside)


def flattened(html: str) -> tuple[str, list[Tag], bool]:
    """The source with spaces for the tags of elements more than 512 deep in others, its tags, and whether any were."""
    kept, left_out = _by_depth(html)
    parts: list[str] = []
    position = 0
    for tag in left_out:
        parts += [html[position : tag.start], " " * (tag.end - tag.start)]
        position = tag.end
    return "".join((*parts, html[position:])), kept, bool(left_out)


def _by_depth(html: str) -> tuple[list[Tag], list[Tag]]:
    """The tags, and those of elements that are too deep in others."""
    kept: list[Tag] = []
    left_out: list[Tag] = []
    stack: list[str] = []
    open_of: Counter[str] = Counter()
    too_deep: Counter[str] = Counter()
    for tag in tags(html):
        name = tag.name
        if name not in _UNCLOSED and not tag.closing and len(stack) == _DEEPEST:
            too_deep[name] += 1
            left_out.append(tag)
            continue
        if tag.closing and too_deep[name]:
            too_deep[name] -= 1
            left_out.append(tag)
            continue
        kept.append(tag)
        if name in _UNCLOSED:
            continue
        if not tag.closing:
            stack.append(name)
            open_of[name] += 1
        elif open_of[name]:
            closed = ""
            while closed != name:
                closed = stack.pop()
                open_of[closed] -= 1
    return kept, left_out
