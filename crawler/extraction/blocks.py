"""Blocks of text to a `Source`: one text, blank lines between its passages, every offset exact."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.records import BlockKind, Passage, Source

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef]")
_GAP = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A block of a page, its white space not yet cleaned; a single newline in it is a line break that was meant."""

    text: str
    kind: BlockKind
    main: bool = True
    page: int | None = None


def tidy(text: str) -> str:
    """White space collapsed, each meant line break kept as one newline, invisible characters out."""
    if not text.isascii() or not text.isprintable():
        text = _INVISIBLE.sub("", text)
    if "\n" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def to_source(
    url: str,
    blocks: Iterable[TextBlock],
    *,
    title: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> Source:
    """A source of the non-empty blocks; the title goes before them where none of them holds it."""
    kept = [(clean, b) for b in blocks if (clean := tidy(b.text))]
    title = tidy(title or "").replace("\n", " ") or None
    if title and not any(title in clean for clean, _ in kept):
        kept.insert(0, (title, TextBlock(text=title, kind=BlockKind.TITLE, main=False)))
    passages, at = [], 0
    for clean, block in kept:
        passages.append(Passage(start=at, end=at + len(clean), kind=block.kind, main=block.main, page=block.page))
        at += len(clean) + len(_GAP)
    text = _GAP.join(clean for clean, _ in kept)
    return Source(
        url=url, text=text, passages=tuple(passages), title=title, published=published, language=language
    )  # fmt: skip
