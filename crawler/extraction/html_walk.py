"""Walks a page's tree and collects the blocks of text that a reader sees, and apart those that are hidden."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from selectolax.lexbor import LexborNode

from claims.records import BlockKind
from crawler.extraction.blocks import tidy
from crawler.extraction.html_elements import (
    AROUND,
    BLOCKS,
    DETAILS,
    HIDING,
    INLINES,
    MAY_BE_HIDDEN,
    NOT_PHRASES,
    TEXT,
    TEXT_ONLY,
    Attributes,
    Inline,
    is_around,
    is_banner,
    is_hidden,
)
from crawler.extraction.main_text import Span
from crawler.extraction.unclosed import Unclosed

# Mark a line break and the end of a cell until a block is finished; no page may hold non-characters.
_LINE_END, _CELL_END = "\ufdd0", "\ufdd1"
# A cell of more characters than this is a column of a layout, not a datum.
_MAX_CELL = 250
_CELL_SEPARATOR = " | "
# What a row becomes that proves to be a layout.
_LAYOUT = {BlockKind.TABLE: BlockKind.PARAGRAPH}

# Names of the module are looked up faster than members of an enumeration.
_HIDDEN: Final = Inline.HIDDEN
_UNSEEN: Final = Inline.UNSEEN
_IMAGE: Final = Inline.IMAGE
_METADATA: Final = Inline.METADATA
_LINK: Final = Inline.LINK
_BREAK: Final = Inline.BREAK
_CELL: Final = Inline.CELL
_RAISED: Final = Inline.RAISED
_HIDDEN_PHRASE: Final = Inline.HIDDEN_PHRASE
# What elements mean that may be hidden without being a block.
_PHRASES = (None, _LINK, _CELL, _RAISED)
_SKIP: Final = "skip"
_NUMBER = re.compile(r"[-−]?\d{1,3}")
_LAST_WORD = re.compile(r"\w{1,40}$")
_UNIT = 2  # letters of a unit that has an exponent: m, km, cm, ft
_EXPONENTS = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
# What happens when an element is left: nothing, the end of a link or cell, or the end of a block: the kind of the block
# around it, the number of its first stretch, and the list that it belongs in.
_Opened = Literal[Inline.LINK, Inline.CELL, "skip"] | tuple[BlockKind, int, list[Span]] | None

# The text between two block boundaries: its kind, its text (several, if cells or line breaks divide it), and how many
# of its characters there are and are in links. A plain tuple, since a page has a hundred of them.
Stretch = tuple[BlockKind, tuple[str, ...], int, int]


@dataclass(slots=True)
class Walked:
    """The result of a walk.

    Attributes:
        stretches: the text, in document order; see `Stretch`.
        elements: the elements that make a block, as numbers of their stretches.
        around: those of them that surround an article.
        metadata: the elements that describe the page, in document order.
        hidden: elements whose text a reader may not see, in document order; they were left out.
        images: the images, whose alternative texts are hidden.
    """

    stretches: list[Stretch] = field(default_factory=list)
    elements: list[Span] = field(default_factory=list)
    around: list[Span] = field(default_factory=list)
    metadata: list[LexborNode] = field(default_factory=list)
    hidden: list[LexborNode] = field(default_factory=list)
    images: list[LexborNode] = field(default_factory=list)


def walk_hidden(elements: Iterable[LexborNode]) -> Walked:
    """Collect what is in hidden elements, whatever is hidden in them again."""
    state = _HiddenWalk()
    for element in elements:
        _walk(state.unclosed.content(element), state)
    return state.walked


def walk(root: LexborNode) -> Walked:
    """Collect what is in a tree, in document order, hidden elements left out."""
    return _walk(root.first_child, _Walk(), _hidden_phrases(root))


def _hidden_phrases(root: LexborNode) -> frozenset[int]:
    """Return the numbers in memory of the hidden elements that make no block, which most pages have none of."""
    return frozenset(
        node.mem_id
        for node in root.css(MAY_BE_HIDDEN)
        if node.tag_id not in NOT_PHRASES and INLINES.get(node.tag_id) in _PHRASES and is_hidden(node.attributes)
    )


def _walk(node: LexborNode | None, state: "_Walk", hidden: frozenset[int] = frozenset()) -> Walked:
    """Walk over `node` and what follows it in its parent; `hidden` names the hidden elements that make no block.

    Text is handled here and not in a call, since a page has a thousand pieces of it.
    """
    words = state.words
    above: list[tuple[LexborNode, _Opened]] = []
    while node is not None or above:
        if node is None:
            node, opened = above.pop()
            if opened is not None:
                state.leave(opened)
        elif (number := node.tag_id) == TEXT:
            if words or not node.is_empty_text_node:
                text = node.text_content or ""
                words.append(text)
                if state.in_link:
                    state.linked += len(text)
        else:
            if (kind := BLOCKS.get(number)) is not None:
                opened = state.enter_block(kind, number, node)
            else:
                role = _HIDDEN_PHRASE if hidden and node.mem_id in hidden else INLINES.get(number)
                opened = state.enter(role, number, node) if role is not None else None
            if opened is not _SKIP:
                if (child := node.first_child) is not None:
                    above.append((node, opened))
                    node = child
                    continue
                if opened is not None:
                    state.leave(opened)
            elif (child := state.inside) is not None:
                state.inside = None
                above.append((node, None))
                node = child
                continue
        node = node.next
    state.finish()
    return state.walked


class _Walk:
    """A walk under way.

    Attributes:
        walked: what was collected so far.
        words: the text since the last block boundary.
        in_link: how many links are open.
        linked: how many characters of `words` are in links.
        inside: the first node of the page in an element that was skipped, if there is any.
        unclosed: the unclosed elements of the page.
    """

    __slots__ = ("_kind", "in_link", "inside", "linked", "unclosed", "walked", "words")

    def __init__(self) -> None:
        self.walked = Walked()
        self.inside: LexborNode | None = None
        self.unclosed = Unclosed()
        self.words: list[str] = []
        self.in_link = self.linked = 0
        self._kind = BlockKind.PARAGRAPH

    def enter_block(self, kind: BlockKind, number: int, node: LexborNode) -> _Opened:
        """Note the start of a block; return what to `leave` it with, or "skip" if nothing in it is seen."""
        if self.words:
            self.finish()
        attributes = node.attributes
        if (number == DETAILS or not HIDING.isdisjoint(attributes)) and self._leaves_out(number, node, attributes):
            return _SKIP
        around = number in AROUND or (attributes and is_around(attributes))
        walked = self.walked
        opened = (self._kind, len(walked.stretches), walked.around if around else walked.elements)
        self._kind = kind
        return opened

    def enter(self, role: Inline, number: int, node: LexborNode) -> _Opened:
        """Note the start of an element that makes no block; return what `enter_block` returns."""
        if role is _LINK:
            self.in_link += 1
            return _LINK
        if role is _CELL:
            return _CELL
        if role is _BREAK:
            self.words.append(_LINE_END)
            return None
        if role is _RAISED:
            return self._enter_raised(node)
        if role is _IMAGE:
            self.walked.images.append(node)
            return None
        if role is _HIDDEN:
            return _SKIP
        if role is _UNSEEN:
            return self._enter_unseen(number, node)
        if role is _HIDDEN_PHRASE:
            self.walked.hidden.append(node)
            return _SKIP
        self.walked.metadata.append(node)
        if number in TEXT_ONLY:
            self.inside = self.unclosed.swallowed(number, node)
        return None if role is _METADATA else _SKIP

    def _enter_unseen(self, number: int, node: LexborNode) -> _Opened:
        """Leave an element out that a reader may not see, unless it is unclosed and holds the rest of the page."""
        if number in TEXT_ONLY:
            self.inside = self.unclosed.swallowed(number, node)
        elif self.unclosed.is_shown(number, node):
            return None
        if self.inside is None:
            self.walked.hidden.append(node)
        return _SKIP

    def _enter_raised(self, node: LexborNode) -> _Opened:
        """Keep a superscript number apart from what it follows: the number of a note, or an exponent as such."""
        number = node.text(strip=True)
        if not _NUMBER.fullmatch(number):
            return None
        before = _LAST_WORD.search("".join(self.words[-2:]))
        exponent = before is not None and (before[0] == "10" or (before[0].isalpha() and len(before[0]) <= _UNIT))
        self.words.append(number.translate(_EXPONENTS) if exponent else f" {number}")
        return _SKIP

    def _leaves_out(self, number: int, node: LexborNode, attributes: Attributes) -> bool:
        if is_banner(attributes):
            return True
        hidden = is_hidden(attributes) or (number == DETAILS and "open" not in attributes)
        if hidden:
            self.walked.hidden.append(node)
        return hidden

    def leave(self, opened: _Opened) -> None:
        """Note the end of an element."""
        if opened is _LINK:
            self.in_link -= 1
        elif opened is _CELL:
            self.words.append(_CELL_END)
        elif isinstance(opened, tuple):
            if self.words:
                self.finish()
            self._kind, start, spans = opened
            end = len(self.walked.stretches)
            if start < end:
                spans.append((start, end))

    def finish(self) -> None:
        """Make a stretch of the text since the last block boundary, if there is any."""
        text, kind = "".join(self.words), self._kind
        if _LINE_END in text or _CELL_END in text:
            kind, texts = _divided(text, kind)
            if length := sum(map(len, texts)):
                self.walked.stretches.append((kind, texts, length, self.linked))
        elif text := tidy(text):
            self.walked.stretches.append((_LAYOUT.get(kind, kind), (text,), len(text), self.linked))
        self.words.clear()
        self.linked = 0


class _HiddenWalk(_Walk):
    """A walk in hidden elements, in which all text is collected."""

    __slots__ = ()

    def _leaves_out(self, number: int, node: LexborNode, attributes: Attributes) -> bool:
        return is_banner(attributes)

    def _enter_unseen(self, number: int, node: LexborNode) -> _Opened:
        if self.words:
            self.finish()
        self.inside = self.unclosed.content(node)
        return _SKIP


def _divided(text: str, kind: BlockKind) -> tuple[BlockKind, tuple[str, ...]]:
    """Return what a stretch with cells or line breaks is, and the texts in it."""
    cells = text.split(_CELL_END)
    if kind is BlockKind.TABLE:
        row = [words for cell in cells if (words := tidy(cell.replace(_LINE_END, " ")))]
        if all(len(words) <= _MAX_CELL for words in row):
            return kind, (_CELL_SEPARATOR.join(row),)
    return _LAYOUT.get(kind, kind), tuple(part for cell in cells for part in _paragraphs(cell))


def _paragraphs(text: str) -> list[str]:
    """Divide at two line breaks in a row, as old pages mark paragraphs."""
    lines = "\n".join(map(tidy, text.split(_LINE_END)))
    return [paragraph for part in lines.split("\n\n") if (paragraph := part.strip("\n"))]
