"""Makes a `Source` of blocks of text: one text, blank lines between its passages, every offset exact."""

import re
from collections.abc import Iterable

from claims.records import BlockKind, Passage, Source

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef]")
_GAP = "\n\n"


# A block of a page: its tidy text, in which a newline is an intended line break; its kind; whether it is main text; its
# page number, if there are pages; and whether it is beside the article. A plain tuple, since a page has a hundred.
TextBlock = tuple[str, BlockKind, bool, int | None, bool]


_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")


def tidy(text: str) -> str:
    """Collapse white space and remove invisible characters."""
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_INVISIBLE.sub("", text).split())


def to_source(
    url: str,
    blocks: Iterable[TextBlock],
    *,
    hidden: Iterable[str] = (),
    title: str | None = None,
    other_titles: tuple[str, ...] = (),
    published: str | None = None,
    language: str | None = None,
) -> Source:
    """Make a source of the non-empty blocks; the title goes before them if none of them holds it, `hidden` texts after.

    Of the hidden texts, those that the blocks hold as well are left out.
    """
    kept = [block for block in blocks if block[0]]
    text = _GAP.join([block[0] for block in kept])
    title = tidy(title or "") or None
    if title and title not in text:
        kept.insert(0, (title, BlockKind.TITLE, False, None, False))
        text = f"{title}{_GAP}{text}" if text else title
    passages, at = [], 0
    for words, kind, main, page, beside in kept:
        passages.append(Passage(at, at + len(words), kind, main, page, beside=beside))
        at += len(words) + len(_GAP)
    unseen = [words for words in dict.fromkeys(hidden) if words and words not in text]
    for words in unseen:
        passages.append(Passage(start=at, end=at + len(words), kind=BlockKind.PARAGRAPH, main=False, hidden=True))
        at += len(words) + len(_GAP)
    if unseen:
        text = _GAP.join([text, *unseen] if text else unseen)
    return Source(
        url=url,
        text=text,
        passages=tuple(passages),
        title=title,
        other_titles=other_titles,
        published=published,
        language=language,
    )


def read_plain_text(text: str, url: str) -> Source:
    """Return the paragraphs of a text, their wrapped lines joined."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    stretches = re.split(r"\n{2,}", _BLANK_LINE.sub("\n", unix))
    return to_source(url, [(tidy(stretch), BlockKind.PARAGRAPH, True, None, False) for stretch in stretches])
