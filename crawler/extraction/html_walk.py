"""Walks a page's tree and collects the blocks of text that a reader sees, and apart those that are hidden."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborNode

from claims.records import BlockKind
from crawler.extraction.blocks import tidy
from crawler.extraction.data_rows import MAX_CELL, is_data_row, opens_pair
from crawler.extraction.html_elements import (
    AROUND,
    BLOCKS,
    DD,
    DETAILS,
    DT,
    HIDING,
    INLINES,
    MAY_BE_HIDDEN,
    NOT_PHRASES,
    TEXT,
    TEXT_ONLY,
    TR,
    Attributes,
    Inline,
    holds_others,
    is_around,
    is_banner,
    is_hidden,
)
from crawler.extraction.main_text import Span
from crawler.extraction.unclosed import Unclosed

# Mark a line break and the end of a cell until a block is finished; no page may hold non-characters.
_LINE_END, _CELL_END = "\ufdd0", "\ufdd1"
_CELL_SEPARATOR = " | "
# What a row becomes that proves to be a layout.
_LAYOUT = {BlockKind.TABLE: BlockKind.PARAGRAPH}

# Names of the module are looked up faster than members of an enumeration.
_HIDDEN: Final = Inline.HIDDEN
_UNSEEN: Final = Inline.UNSEEN
_IMAGE: Final = Inline.IMAGE
_HIDDEN_METADATA: Final = Inline.HIDDEN_METADATA
_HIDDEN_PHRASE: Final = Inline.HIDDEN_PHRASE
_LINK: Final = Inline.LINK
_BREAK: Final = Inline.BREAK
_CELL: Final = Inline.CELL
_RAISED: Final = Inline.RAISED
# What elements mean that may be hidden without being a block.
_ROWS = frozenset((TR, DT, DD))
_PHRASES = (None, _LINK, _CELL, _RAISED)
_NUMBER = re.compile(r"[-−]?\d{1,3}")
_LAST_WORD = re.compile(r"\w{1,40}$")
_UNIT = 2  # letters of a unit that has an exponent: m, km, cm, ft
_EXPONENTS = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
# What ends when an element is left: its role, or a block: the kind of the block around it, the number of its first
# stretch, and its attributes.
_Opened = Inline | tuple[BlockKind, int, Attributes] | None

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
        others: those of them that hold others' words: comments, teasers of other pages, notices.
        metadata: the elements that describe the page, in document order.
        hidden: elements whose text a reader may not see, in document order; they were left out.
        images: the images, whose alternative texts are hidden.
    """

    stretches: list[Stretch] = field(default_factory=list)
    elements: list[Span] = field(default_factory=list)
    around: list[Span] = field(default_factory=list)
    others: list[Span] = field(default_factory=list)
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

    Text and the starts of blocks and links are handled here and not in calls, since a page has hundreds of each.
    """
    words, stretches = state.words, state.walked.stretches
    above: list[tuple[LexborNode, _Opened]] = []
    while node is not None or above:
        if node is None:
            node, opened = above.pop()
            if opened is not None:
                state.leave(node, opened)
        elif (number := node.tag_id) == TEXT:
            if words or not node.is_empty_text_node:
                text = node.text_content or ""
                words.append(text)
                if state.in_link:
                    state.linked += len(text)
        elif (kind := BLOCKS.get(number)) is not None:
            in_row = state.in_row and number not in _ROWS
            if in_row:
                words.append(_LINE_END)
            elif words and not (number == DD and state.in_row):
                state.finish()
            attributes = node.attributes
            may_be_hidden = number == DETAILS or not HIDING.isdisjoint(attributes)
            left_out = may_be_hidden and state.leaves_out(number, node, attributes)
            if not left_out and (child := node.first_child) is not None:
                above.append((node, _BREAK if in_row else (state.kind, len(stretches), attributes)))
                if not in_row:
                    state.kind = state.opened(number, node, kind)
                node = child
                continue
        else:
            role = _HIDDEN_PHRASE if hidden and node.mem_id in hidden else INLINES.get(number)
            child = node.first_child if role is None or role is _LINK else state.enter(role, number, node)
            if child is not None:
                if role is _LINK:
                    state.in_link += 1
                above.append((node, role))
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
        in_row: whether a row of data is open, in which blocks make lines.
        linked: how many characters of `words` are in links.
        kind: the kind of the block around.
        unclosed: the unclosed elements of the page.
    """

    __slots__ = ("in_link", "in_row", "kind", "linked", "unclosed", "walked", "words")

    def __init__(self) -> None:
        self.walked = Walked()
        self.kind = BlockKind.PARAGRAPH
        self.unclosed = Unclosed()
        self.words: list[str] = []
        self.in_link = self.linked = 0
        self.in_row = False

    def opened(self, number: int, node: LexborNode, kind: BlockKind) -> BlockKind:
        """Note the start of a block; return its kind, which is that of a row for a term and its datum."""
        if number == TR:
            self.in_row = is_data_row(node)
        elif number == DT:
            self.in_row = opens_pair(node)
        return BlockKind.TABLE if self.in_row else kind

    def enter(self, role: Inline, number: int, node: LexborNode) -> LexborNode | None:
        """Enter an element that makes no block and no link; return the first node to visit in it, if there is any."""
        if role is _HIDDEN:
            return None
        if role is _HIDDEN_PHRASE:
            self.walked.hidden.append(node)
            return None
        if role is _UNSEEN:
            return self._enter_unseen(number, node)
        if role is _CELL:
            if (child := node.first_child) is None:
                self.words.append(_CELL_END)
            return child
        if role is _RAISED:
            return self._enter_raised(node)
        if role is _IMAGE:
            self.walked.images.append(node)
        elif role is _BREAK:
            self.words.append(_LINE_END)
        else:
            self.walked.metadata.append(node)
            if role is _HIDDEN_METADATA:
                return self.unclosed.swallowed(number, node)
        return node.first_child

    def _enter_unseen(self, number: int, node: LexborNode) -> LexborNode | None:
        """Leave an element out that a reader may not see, unless it is unclosed and holds the rest of the page."""
        if number in TEXT_ONLY:
            inside = self.unclosed.swallowed(number, node)
        elif self.unclosed.is_shown(number, node):
            return node.first_child
        else:
            inside = None
        if inside is None:
            self.walked.hidden.append(node)
        return inside

    def _enter_raised(self, node: LexborNode) -> LexborNode | None:
        """Keep a superscript number apart from what it follows: the number of a note, or an exponent as such."""
        number = node.text(strip=True)
        if not _NUMBER.fullmatch(number):
            return node.first_child
        before = _LAST_WORD.search("".join(self.words[-2:]))
        exponent = before is not None and (before[0] == "10" or (before[0].isalpha() and len(before[0]) <= _UNIT))
        self.words.append(number.translate(_EXPONENTS) if exponent else f" {number}")
        return None

    def leaves_out(self, number: int, node: LexborNode, attributes: Attributes) -> bool:
        """Return whether nothing in an element that makes a block is seen."""
        if is_banner(attributes):
            return True
        hidden = is_hidden(attributes) or (number == DETAILS and "open" not in attributes)
        if hidden:
            self.walked.hidden.append(node)
        return hidden

    def leave(self, node: LexborNode, opened: _Opened) -> None:
        """Note the end of an element."""
        if opened is _LINK:
            self.in_link -= 1
        elif opened is _CELL:
            self.words.append(_CELL_END)
        elif opened is _BREAK:
            self.words.append(_LINE_END)
        elif isinstance(opened, tuple):
            if self.in_row and node.tag_id == DT:
                self.words.append(_CELL_END)
                self.kind = opened[0]
                return
            self.in_row = self.in_row and node.tag_id not in _ROWS
            if self.words:
                self.finish()
            self.kind, start, attributes = opened
            if start < (end := len(self.walked.stretches)):
                around = node.tag_id in AROUND or is_around(attributes)
                (self.walked.around if around else self.walked.elements).append((start, end))
                if holds_others(attributes):
                    self.walked.others.append((start, end))

    def finish(self) -> None:
        """Make a stretch of the text since the last block boundary, if there is any."""
        words, kind = self.words, self.kind
        text = "".join(words)
        if _LINE_END in text or _CELL_END in text:
            kind, texts = _divided(text, kind)
            if length := sum(map(len, texts)):
                self.walked.stretches.append((kind, texts, length, self.linked))
        elif text := tidy(text):
            self.walked.stretches.append((_LAYOUT.get(kind, kind), (text,), len(text), self.linked))
        words.clear()
        self.linked = 0


class _HiddenWalk(_Walk):
    """A walk in hidden elements, in which all text is collected."""

    __slots__ = ()

    def leaves_out(self, number: int, node: LexborNode, attributes: Attributes) -> bool:
        return is_banner(attributes)

    def _enter_unseen(self, number: int, node: LexborNode) -> LexborNode | None:
        if self.words:
            self.finish()
        return self.unclosed.content(node)


def _divided(text: str, kind: BlockKind) -> tuple[BlockKind, tuple[str, ...]]:
    """Return what a stretch with cells or line breaks is, and the texts in it."""
    cells = text.split(_CELL_END)
    if kind is BlockKind.TABLE:
        row = [words for cell in cells if (words := tidy(cell.replace(_LINE_END, " ")))]
        if all(len(words) <= MAX_CELL for words in row):
            return kind, (_CELL_SEPARATOR.join(row),)
    return _LAYOUT.get(kind, kind), tuple(part for cell in cells for part in _paragraphs(cell))


def _paragraphs(text: str) -> list[str]:
    """Divide at two line breaks in a row, as old pages mark paragraphs."""
    lines = "\n".join(map(tidy, text.split(_LINE_END)))
    return [paragraph for part in lines.split("\n\n") if (paragraph := part.strip("\n"))]
