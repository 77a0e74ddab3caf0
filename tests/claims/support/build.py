"""Sources for tests, made of paragraphs."""

from claims.records import BlockKind, Passage, Source


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
