"""The positions of elements in the source of a page, which the parser's tree does not contain.

The start tags of the source and the elements of the tree correspond in order, kind by kind; a kind is a name, an `id`
and a `href`. If a kind has more tags than elements or fewer, because the parser repaired the page, its elements get no
position rather than a wrong one.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from claims.readers.html.tokenizer import Tag

_VALUE = re.compile(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+|'[^']*+|[^\s"'>][^\s>]*)["']?+)?+""")
_NAMES = frozenset("a sup p li dd dt td th h1 h2 h3 h4 h5 h6 blockquote figcaption caption".split())  # noqa: SIM905
_SELECTOR = ", ".join(("[id]", *sorted(_NAMES)))


def places(html: str, tags: Iterable[Tag], tree: LexborHTMLParser) -> dict[int, tuple[int, int]]:
    """Find line and column, both from 1, of elements by memory address: those with an `id`, links and text blocks.

    Args:
        html: the source.
        tags: its tags.
        tree: its tree.
    """
    offsets: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for offset, kind in _start_tags(tags):
        offsets[kind].append(offset)
    elements: dict[tuple[str, str, str], dict[int, None]] = defaultdict(dict)
    for node in tree.css(_SELECTOR):  # an element that two of the selectors match occurs twice
        target = node.attributes.get("href") or "" if node.tag == "a" else ""
        elements[node.tag or "", node.id or "", target][node.mem_id] = None
    lines = [0, *(match.end() for match in re.finditer("\n", html))]
    found = {}
    for kind, nodes in elements.items():
        if len(nodes) == len(offsets[kind]):
            for node_id, offset in zip(nodes, offsets[kind], strict=True):
                line = bisect_right(lines, offset)
                found[node_id] = line, offset - lines[line - 1] + 1
    return found


def _start_tags(tags: Iterable[Tag]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Find offset and kind of the start tags of such elements."""
    for tag in tags:
        if tag.closing or not (tag.name in _NAMES or "id" in tag.attributes.lower()):
            continue
        values = _values(tag.attributes) if tag.attributes else {}
        if tag.name in _NAMES or "id" in values:
            yield tag.start, (tag.name, values.get("id", ""), values.get("href", "") if tag.name == "a" else "")


def _values(attributes: str) -> dict[str, str]:
    """Read the first `id` and `href` among the attributes of a tag."""
    values: dict[str, str] = {}
    for match in _VALUE.finditer(attributes):
        if match[2] and (name := match[1].lower()) in ("id", "href"):
            values.setdefault(name, unescape(match[2].lstrip("\"'") if match[2][0] in "\"'" else match[2]))
    return values
