"""Where the elements of a page stand in its source, which the tree that the parser makes of it does not say.

The start tags of the source are read as the HTML standard's tokenizer does, so that tags within comments, scripts and
attributes (Parsoid's `data-mw` holds whole elements) are none. They and the elements of the tree then pair off in
order, kind by kind, a kind being those of one name, `id` and `href`. Where a kind has more of the one than of the
other, as the parser's own repairs bring about, no place is told rather than a wrong one.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser

# Every repetition is possessive: what it has read it never tries again.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s"'>][^\s>]*+)?+)?+"""
_ATTRIBUTES = re.compile(rf"""([^\s/>][^\s/>=]*+)\s*+=\s*+("[^"]*+|'[^']*+|[^\s"'>][^\s>]*+)["']?+|{_ATTRIBUTE}""")
_TAG = re.compile(
    rf"""<!--.*?(?:-->|\Z)|<([a-z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)(?:>|\Z)""", re.IGNORECASE | re.DOTALL
)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_NAMES = frozenset("a sup p li dd dt td th h1 h2 h3 h4 h5 h6 blockquote figcaption caption".split())  # noqa: SIM905
_SELECTOR = ", ".join(("[id]", *sorted(_NAMES)))


def places(html: str, tree: LexborHTMLParser) -> dict[int, tuple[int, int]]:
    """Line and column, both from 1, of elements by their place in memory: those with an `id`, links, paragraphs …"""
    offsets: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for offset, kind in _start_tags(html):
        offsets[kind].append(offset)
    elements: dict[tuple[str, str, str], dict[int, None]] = defaultdict(dict)
    for node in tree.css(_SELECTOR):  # an element that two of the selectors fit comes twice
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


def _start_tags(html: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Offset and kind of the start tags that matter."""
    position = 0
    while match := _TAG.search(html, position):
        position = match.end()
        name = (match[1] or "").lower()
        if name in _RAW:
            end = _RAW[name].search(html, position)
            position = end.start() if end else len(html)
        if not name or (name not in _NAMES and "id" not in match[2].lower()):
            continue
        values = _values(match[2])
        if name in _NAMES or "id" in values:
            yield match.start(), (name, values.get("id", ""), values.get("href", "") if name == "a" else "")


def _values(attributes: str) -> dict[str, str]:
    """The first `id` and `href` among a tag's attributes."""
    values: dict[str, str] = {}
    for match in _ATTRIBUTES.finditer(attributes) if attributes else ():
        if match[1] and (name := match[1].lower()) in ("id", "href"):
            values.setdefault(name, unescape(match[2].lstrip("\"'") if match[2][0] in "\"'" else match[2]))
    return values
