"""What the elements of HTML mean to a reader: which make a block, which are hidden, which only surround an article.

Elements are named by the parser's numbers, which are compared in half the time that names take.
"""

from enum import IntEnum
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from claims.records import BlockKind


class Inline(IntEnum):
    """What an element that makes no block means."""

    HIDDEN = 1
    """It holds no text for a reader: styles, drawings, menus."""
    UNSEEN = 2
    """A reader may not see its text at once: controls, dialogs, what is for other browsers."""
    HIDDEN_METADATA = 3
    """It describes the page and is not shown."""
    METADATA = 4
    """It describes the page."""
    IMAGE = 5
    LINK = 6
    BREAK = 7
    CELL = 8
    RAISED = 9
    """Superscript: a note's number or an exponent."""
    HIDDEN_PHRASE = 10
    """It is a part of a line, and its attributes hide it."""


_BLOCK_NAMES = {
    BlockKind.PARAGRAPH: (
        "p div section article main header footer aside blockquote pre address form fieldset center ul ol dl dd table "
        "figure details summary hr legend"
    ),
    BlockKind.HEADING: "h1 h2 h3 h4 h5 h6",
    BlockKind.ITEM: "li dt",
    BlockKind.TABLE: "tr",
    BlockKind.CAPTION: "figcaption caption",
}
_INLINE_NAMES = {
    Inline.LINK: "a",
    Inline.BREAK: "br",
    Inline.CELL: "td th",
    Inline.RAISED: "sup",
    Inline.METADATA: "meta time",
    Inline.HIDDEN_METADATA: "script title",
    Inline.IMAGE: "img",
    Inline.HIDDEN: "style svg math object embed canvas audio video nav",
    Inline.UNSEEN: "noscript noframes noembed template iframe select option textarea button dialog",
}
# The archives' own banners.
_BANNERS = frozenset({"wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato", "_wb_frame_top_banner"})
# What surrounds an article: parts of the class names that pages give it.
_AROUND_NAMES = (
    "comment", "related", "footer", "caption", "trending", "widget", "sidebar", "promo", "newsletter", "share",
    "social", "recommend",
)  # fmt: skip
# What holds the words of others than the article's author, and never a fact box or a caption of the article.
_OTHERS_NAMES = (
    "comment", "related", "trending", "recommend", "most-read", "newsletter", "sidebar", "cookie", "consent",
)  # fmt: skip
_AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary"})
_page = LexborHTMLParser("text<!-- comment -->")
_text = _page.body.first_child if _page.body else None
assert _text is not None
assert _text.next is not None


def _number(name: str) -> int:
    return _page.create_node(name).tag_id


TEXT = _text.tag_id
"""The number of a text node."""

BLOCKS: dict[int, BlockKind] = {_number(name): kind for kind, names in _BLOCK_NAMES.items() for name in names.split()}
"""By number, the kind of block that an element makes."""

INLINES: dict[int, Inline] = {
    **{_number(name): role for role, names in _INLINE_NAMES.items() for name in names.split()},
    _text.next.tag_id: Inline.HIDDEN,
}
"""By number, what an element means that makes no block."""

HIDING = frozenset(("hidden", "id", "style"))
"""An element without any of these attributes is not hidden."""

MAY_BE_HIDDEN = "[hidden], [style]"
"""Selects the elements that may be hidden, and few others."""

NOT_PHRASES = BLOCKS.keys() | set(map(_number, ("html", "head", "body")))
"""Blocks, and what scripts show as soon as they run, whatever its style: against clickjacking, for instance."""

BUTTON, DD, DETAILS, DIALOG, DT, META, SCRIPT, TEMPLATE, TIME, TITLE, TR = map(
    _number, ("button", "dd", "details", "dialog", "dt", "meta", "script", "template", "time", "title", "tr")
)

TEXT_ONLY = frozenset(map(_number, ("textarea", "iframe", "script", "title")))
"""Elements whose content the parser takes for text: unclosed, they hold the rest of the page with its tags."""

RAW = TEXT_ONLY | frozenset(map(_number, ("noframes", "noembed")))
"""Elements whose markup the parser takes for text."""

AROUND = frozenset(map(_number, ("header", "footer", "aside")))
"""Elements that surround an article, whatever their class."""

Attributes = dict[str, str | None]


def is_banner(attributes: Attributes) -> bool:
    """Return whether an element with these attributes is an archive's own banner."""
    return attributes.get("id") in _BANNERS


def is_hidden(attributes: Attributes) -> bool:
    """Return whether an element with these attributes is not shown."""
    if "hidden" in attributes:
        return True
    if not (style := attributes.get("style")):
        return False
    style = "".join(style.lower().split())
    return "display:none" in style or "visibility:hidden" in style


def is_around(attributes: Attributes) -> bool:
    """Return whether the attributes of an element say that it surrounds the article.

    `aria-hidden` hides an element from screen readers only; pages set it on everything behind a dialog.
    """
    classes = attributes.get("class")
    if classes and _names_surroundings(classes):
        return True
    return attributes.get("role") in _AROUND_ROLES or attributes.get("aria-hidden") == "true"


def holds_others(attributes: Attributes) -> bool:
    """Return whether the class or the id of an element says that its words are not those of the article."""
    return any(_names_others(name) for name in (attributes.get("class"), attributes.get("id")) if name)


@lru_cache(maxsize=8_192)
def _names_others(classes: str) -> bool:
    classes = classes.lower()
    return any(name in classes for name in _OTHERS_NAMES)


@lru_cache(maxsize=8_192)
def _names_surroundings(classes: str) -> bool:
    classes = classes.lower()
    return any(name in classes for name in _AROUND_NAMES)
