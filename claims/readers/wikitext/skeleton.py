"""A part of wikitext with a placeholder for each node, and the offsets of its characters in the source."""

from bisect import bisect_right
from collections.abc import Sequence

from claims.readers.wikitext.plain_text import OBJECT
from claims.readers.wikitext.tree import Node, NodeKind, inside


class Skeleton:
    """The text of `source[start:end]`, a part of a node.

    Attributes:
        text: the text, with a placeholder for each node that is not hidden.
        nodes: the nodes of the placeholders, in order.
    """

    def __init__(self, source: str, node: Node, start: int, end: int) -> None:
        parts: list[str] = []
        self.nodes: list[Node] = []
        self._offsets: list[tuple[int, int]] = []
        length, position = 0, start
        for child in inside(node, start, end):
            if child.start < position:
                continue
            text = source[position : child.start] + ("" if child.kind is NodeKind.HIDDEN else OBJECT)
            self._offsets.append((length, position))
            parts.append(text)
            length += len(text)
            position = child.end
            if child.kind is not NodeKind.HIDDEN:
                self.nodes.append(child)
        self._offsets.append((length, position))
        parts.append(source[position:end])
        self.text = "".join(parts)

    def offset(self, position: int) -> int:
        """Find the offset in the source of character `position` of the text."""
        return _source_offset(self._offsets, position)

    def place(self, position: int) -> "Place":
        """Return the place of the text from `position` on."""
        return Place(self._offsets, position)


class Place:
    """The place in the source of the text of a skeleton, from some character on."""

    def __init__(self, offsets: Sequence[tuple[int, int]], begin: int) -> None:
        self._offsets = offsets
        self._begin = begin

    def behind(self, characters: int) -> "Place":
        """Return the place of the text `characters` further on."""
        return Place(self._offsets, self._begin + characters)

    def offset(self, position: int) -> int:
        """Find the offset in the source of character `position` of this text."""
        return _source_offset(self._offsets, self._begin + position)


def _source_offset(offsets: Sequence[tuple[int, int]], position: int) -> int:
    start, source = offsets[max(bisect_right(offsets, (position, 1 << 60)) - 1, 0)]
    return source + position - start
