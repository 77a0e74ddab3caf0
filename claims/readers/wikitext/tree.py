"""Wikitext to a tree of its comments, references, templates and links.

wikitextparser finds templates and links. Extension tags are found as by MediaWiki's preprocessor: from left to right,
each up to its first closing tag.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

import wikitextparser

_RAW = (
    "nowiki|pre|math|chem|ce|gallery|syntaxhighlight|source|timeline|score|imagemap|templatedata|hiero|graph|mapframe|"
    "maplink|code"
)
_OPEN = re.compile(rf"<!--|<(ref|references|{_RAW})\b([^<>]{{0,1000}})>", re.IGNORECASE)
_CLOSE = re.compile(rf"</(ref|references|{_RAW})\s{{0,20}}>", re.IGNORECASE)
_QUOTED_MARKUP = re.compile(r"[<{\n]|\[\[|//|\'\'")  # in `<nowiki>`: an example of markup rather than words
_MARKUP = re.compile(r"[\[<{]")
_ATTRIBUTE = re.compile(r"(\w+)\s{0,5}=\s{0,5}(?:\"([^\"]*)\"?|'([^']*)'?|([^\s\"'/]+(?:/[^\s\"'/]+)*))")


class NodeKind(Enum):
    """The kind of a node."""

    PAGE = auto()
    HIDDEN = auto()  # a comment, or a tag whose text is not running text
    REF = auto()
    REFERENCES = auto()
    TEMPLATE = auto()
    LINK = auto()


@dataclass(slots=True)
class Node:
    """A node at `source[start:end]`.

    Attributes:
        kind: its kind.
        start: offset of its first character.
        end: offset behind its last character.
        inner_start: offset of its text, between its tags or brackets.
        inner_end: offset behind its text.
        attributes: those of a tag.
        template: that of wikitextparser, for a template.
        children: the nodes in it, in order.
        text: its text, for a template.
        name: the cached result of `name_of`.
        arguments: the cached result of `arguments_of`.
    """

    kind: NodeKind
    start: int
    end: int
    inner_start: int
    inner_end: int
    attributes: dict[str, str] = field(default_factory=dict)
    template: wikitextparser.Template | wikitextparser.ParserFunction | None = None
    children: list["Node"] = field(default_factory=list)
    text: str = ""
    name: str | None = None
    arguments: "list[Argument] | None" = None


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a template: its name (or position `1`, `2` …), and start and end of its value in the source."""

    name: str
    start: int
    end: int


def name_of(node: Node) -> str:
    """Normalise the name of a template: no namespace, lower case, spaces for underscores."""
    if node.template is None:
        return ""
    if node.name is None:
        node.name = _name(node, node.template)
    return node.name


def arguments_of(node: Node) -> Sequence[Argument]:
    """List the arguments of a template in order; for a tag function, those behind the name of the tag."""
    if node.template is None:
        return ()
    if node.arguments is None:
        node.arguments = list(_plain_arguments(node) if _is_plain(node) else _arguments(node.template))
    return node.arguments


def _name(node: Node, template: wikitextparser.Template | wikitextparser.ParserFunction) -> str:
    text = node.text.partition("|")[0] if _is_plain(node) else str(template.name)
    name = text.replace("_", " ").strip().lower()
    if name == "#tag" and template.arguments:
        return f"#tag{str(template.arguments[0]).lower().strip()}"
    return name.removeprefix("template:").removeprefix("msg:")


def _is_plain(node: Node) -> bool:
    """Whether all bars in a template separate its arguments, since it contains no markup."""
    return not node.children and isinstance(node.template, wikitextparser.Template) and not _MARKUP.search(node.text)


def _plain_arguments(node: Node) -> Iterator[Argument]:
    position = 0
    offset = node.inner_start
    for number, part in enumerate(node.text.split("|")):
        name, equals, value = part.partition("=")
        end = offset + len(part)
        if number and equals:
            yield Argument(name.strip(), end - len(value), end)
        elif number:
            position += 1
            yield Argument(str(position), offset, end)
        offset = end + 1


def _arguments(template: wikitextparser.Template | wikitextparser.ParserFunction) -> Iterator[Argument]:
    arguments = template.arguments
    if str(template.name).strip().lower() == "#tag":
        arguments = arguments[1:]
    position = 0
    for argument in arguments:
        start, end = argument.span
        if argument.positional:
            position += 1
            yield Argument(str(position), start + 1, end)
        else:
            yield Argument(str(argument.name).strip(), end - len(argument.value), end)


def inside(node: Node, start: int, end: int) -> list[Node]:
    """Find the children of `node` within `source[start:end]`."""
    first = bisect_left(node.children, start, key=_start)
    last = bisect_left(node.children, end, key=_start)
    return [child for child in node.children[first:last] if child.end <= end]


def _start(node: Node) -> int:
    return node.start


def tree(source: str) -> Node:
    """Parse a page into its nodes."""
    nodes, unclosed = _tags(source)
    # The time of wikitextparser grows with the square of the number of unclosed tags.
    parsed = wikitextparser.parse(_masked(source, unclosed))
    nodes += [_node(NodeKind.TEMPLATE, source, template) for template in parsed.templates]
    nodes += [_node(NodeKind.TEMPLATE, source, function) for function in parsed.parser_functions]
    nodes += [_node(NodeKind.LINK, source, link) for link in parsed.wikilinks]
    page = Node(NodeKind.PAGE, 0, len(source), 0, len(source))
    open_nodes = [page]
    for node in sorted(nodes, key=lambda node: (node.start, -node.end)):
        while node.start >= open_nodes[-1].end:
            open_nodes.pop()
        above = open_nodes[-1]
        if node.end > above.end or above.kind is NodeKind.HIDDEN or node.start < above.inner_start:
            continue
        above.children.append(node)
        open_nodes.append(node)
    return page


def _node(
    kind: NodeKind,
    source: str,
    found: wikitextparser.Template | wikitextparser.ParserFunction | wikitextparser.WikiLink,
) -> Node:
    start, end = found.span
    if isinstance(found, wikitextparser.WikiLink):
        return Node(kind, start, end, start + 2, end - 2)
    return Node(kind, start, end, start + 2, end - 2, template=found, text=source[start + 2 : end - 2])


def _masked(source: str, places: list[int]) -> str:
    parts = []
    position = 0
    for place in places:
        parts += [source[position:place], " "]
        position = place + 1
    return "".join((*parts, source[position:]))


def _tags(source: str) -> tuple[list[Node], list[int]]:
    """Find the comments and extension tags, and the offsets of tags that are never closed."""
    nodes: list[Node] = []
    unclosed: list[int] = []
    closings: dict[str, list[tuple[int, int]]] = {}
    for closing in _CLOSE.finditer(source):
        closings.setdefault(closing[1].lower(), []).append(closing.span())
    position = 0
    while (match := _OPEN.search(source, position)) is not None:
        position = match.end()
        if match[1] is None:
            end = source.find("-->", position)
            position = len(source) if end < 0 else end + 3
            nodes.append(_hidden(match.start(), position))
            continue
        name = match[1].lower()
        if match[2].rstrip().endswith("/"):
            inner_end = end = match.end()
        else:
            ends = closings.get(name, [])
            index = bisect_left(ends, (match.end(), 0))
            if index == len(ends):
                unclosed.append(match.start())
                continue
            inner_end, end = ends[index]
        kind = {"ref": NodeKind.REF, "references": NodeKind.REFERENCES}.get(name, NodeKind.HIDDEN)
        if kind is NodeKind.HIDDEN:
            position = end
        if name == "nowiki" and not _QUOTED_MARKUP.search(source, match.end(), inner_end):  # `[ʊlm]`
            nodes += [_hidden(*match.span()), _hidden(inner_end, end)]
            continue
        nodes.append(Node(kind, match.start(), end, match.end(), inner_end, _attributes(match[2])))
    return nodes, unclosed


def _hidden(start: int, end: int) -> Node:
    return Node(NodeKind.HIDDEN, start, end, start, start)


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(text)
    return {match[1].lower(): " ".join((match[2] or match[3] or match[4] or "").split()) for match in found}
