"""Which documents of an input are wanted: those of some titles or categories, or a sample of them."""

import hashlib
from dataclasses import dataclass

from crawler.corpus.inputs.raw_documents import RawDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is wanted. A document must meet all that is given.

    Attributes:
        titles: titles of pages, or names of documents; empty for all.
        categories: categories of which a document must be in one; empty for all.
        sample: the share of documents to take, above 0 and up to 1. A document is in every larger sample, too.
    """

    titles: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    sample: float = 1.0

    def wants(self, document: RawDocument) -> bool:
        """Return whether this document is wanted."""
        named = {normal_title(name) for name in (document.title, document.name) if name}
        if self.titles and named.isdisjoint(self.titles):
            return False
        if self.categories and self.categories.isdisjoint(map(normal_title, document.categories)):
            return False
        return self.sample >= 1 or _place(document.name) < self.sample


def selection(titles: list[str], categories: list[str], sample: float) -> Selection:
    """Return the selection of these titles and categories, as users write them, and this share."""
    return Selection(
        titles=frozenset(map(normal_title, titles)),
        categories=frozenset(normal_title(name.partition(":")[2] or name) for name in categories),
        sample=sample,
    )


def normal_title(title: str) -> str:
    """Return a title as MediaWiki compares it: underscores are spaces, the first letter is a capital."""
    title = " ".join(title.replace("_", " ").split())
    return title[:1].upper() + title[1:]


def _place(name: str) -> float:
    """Return where in a row of all documents, from 0 up to 1, the one of this name is: evenly, and always the same."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:6], "big") / 2**48
