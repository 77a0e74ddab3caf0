"""Sources for tests, made of paragraphs, and words for claims whose coverage is to be known exactly."""

from claims.records import BlockKind, Passage, Source

EVEN = (
    "airport", "architect", "boy", "box", "chain", "chair", "clinic", "crop", "egg",
    "hotel", "panel", "prize", "root", "scholar", "screen", "tail", "tower", "trail",
)  # fmt: skip
"""English words of one rarity: of a claim of ten of them, each has a tenth of the weight."""


def line(count: int) -> str:
    """The first of these words."""
    return " ".join(EVEN[:count])


def source(*paragraphs: str, language: str | None = None, published: str | None = None) -> Source:
    """A source whose passages are these paragraphs."""
    passages, start = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(start=start, end=start + len(paragraph), kind=BlockKind.PARAGRAPH))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Source(
        url="http://example.org/", text=text, passages=tuple(passages), language=language, published=published
    )
