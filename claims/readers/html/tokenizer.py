"""The tags in the source of a page, as the tokenizer of the HTML standard finds them; flattens trees that are too deep.

Tags within comments, scripts and attributes (Parsoid's `data-mw` contains whole elements) do not count.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

# Every repetition is possessive, so that none backtracks.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s"'>][^\s>]*)?+)?+"""
_ATTRIBUTES = rf"((?:[\s/]++|{_ATTRIBUTE})*+)(?:>|\Z)"
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes"
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<({_RAW})(?=[\s/>]){_ATTRIBUTES}.*?(?=</\1[\s/>]|\Z)|<(/?)([a-z][^\s/>]*+){_ATTRIBUTES}",
    re.IGNORECASE | re.DOTALL,
)
# Elements without an end tag, or whose end tag may be omitted, since another start tag ends them; and elements that
# contain no elements, whose text would become running text without their tags.
_UNCLOSED = frozenset(_RAW.split("|")) | frozenset(
    """
    area base br col embed hr img input link meta param source track wbr a button nobr p li dd dt rb rp rt rtc option
    optgroup colgroup caption thead tbody tfoot tr td th html head body
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
# As in Chromium (`maximumHTMLParserDOMTreeDepth`). Lexbor searches all open elements at each start tag of a block: half
# a megabyte of `<div>` took 16 s.
_DEEPEST = 512
TOO_DEEP = "Elements nested more than 512 deep are read as part of the elements around them."


class Tag(NamedTuple):
    """A tag at `html[start:end]`, its name in lower case."""

    start: int
    end: int
    name: str
    closing: bool
    attributes: str


def tags(html: str) -> Iterator[Tag]:
    """Find the tags of a source, in order."""
    for match in _TAG.finditer(html):
        raw, inside, slash, name, attributes = match.groups()
        if name is not None:
            yield Tag(match.start(), match.end(), name.lower(), slash == "/", attributes)
        elif raw is not None:
            end = min(match.end(2) + 1, len(html))
            yield Tag(match.start(), end, raw.lower(), closing=False, attributes=inside)


def flattened(html: str) -> tuple[str, list[Tag], bool]:
    """Blank out tags nested more than 512 deep; returns the source, the other tags, and whether there were any."""
    kept, left_out = _by_depth(html)
    parts: list[str] = []
    position = 0
    for tag in left_out:
        parts += [html[position : tag.start], " " * (tag.end - tag.start)]
        position = tag.end
    return "".join((*parts, html[position:])), kept, bool(left_out)


def _by_depth(html: str) -> tuple[list[Tag], list[Tag]]:
    """Separate the tags of elements that are nested too deep from the others."""
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
