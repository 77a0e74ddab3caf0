"""HTML to a source: its headings, paragraphs, items, rows of tables and captions, and apart its hidden text."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from claims.records import BlockKind, Source
from crawler.extraction.blocks import TextBlock, tidy, to_source
from crawler.extraction.html_elements import SCRIPT
from crawler.extraction.html_walk import Walked, walk, walk_hidden
from crawler.extraction.main_text import beside_blocks, main_blocks
from crawler.extraction.metadata import Metadata, read_metadata
from crawler.extraction.script_text import prose

# The parser's time grows with the square of the depth: 20,000 open elements take half a second, and no page that people
# read has a tenth of that. Of a page with more, the tags are dropped.
_MAX_OPEN = 20_000
_TAG = re.compile(rb"<[^<>]{0,2000}>?")
# Its time grows with the square of an element's attributes, too: 36,000 take five seconds. A thousand are kept; tags of
# real pages that are longer than this have few of them (an image as data).
_LONG_TAG, _MOST_ATTRIBUTES = 4_000, 1_000
# Parsers drop all text of a page with a set of frames; browsers without frames showed it.
_FRAMES = re.compile(rb"</?frame(?:set)?\b[^<>]{0,2000}>", re.IGNORECASE)


def read_html(page: bytes, url: str, *, hidden: bool = False) -> Source:
    """Return the text of a page in UTF-8, with `hidden` its hidden text too. Never raises: browsers show any HTML."""
    page = bounded(page)
    root, walked = _walked(page)
    if not walked.stretches and _FRAMES.search(page):
        root, walked = _walked(_FRAMES.sub(b"", page))
    if root is None:
        return to_source(url, [])
    about = read_metadata(root, walked.metadata)
    return to_source(
        url,
        _blocks(walked),
        hidden=_hidden(walked, about) if hidden else (),
        title=about.title,
        other_titles=about.other_titles,
        published=about.published,
        language=about.language,
    )


def bounded(page: bytes) -> bytes:
    """Return a page that is parsed in little time, however deep its elements are, and however many their attributes."""
    if page.count(b"<") > _MAX_OPEN and page.count(b"<") - 2 * page.count(b"</") > _MAX_OPEN:
        page = _TAG.sub(b"<br>", page)
    return _with_few_attributes(page)


def _with_few_attributes(page: bytes) -> bytes:
    """Return the page with a thousand attributes of an element at most."""
    pieces, done = [], 0
    for start in _long_tags(page):
        after = page.find(b"<", start + 1)
        end = page.find(b">", start, after if after >= 0 else len(page))
        end = end if end >= 0 else after if after >= 0 else len(page)
        pieces += [page[done:start], b" ".join(page[start:end].split()[:_MOST_ATTRIBUTES])]
        done = end
    return b"".join([*pieces, page[done:]]) if pieces else page


def _long_tags(page: bytes) -> Iterator[int]:
    """Yield where long tags start, in a fraction of the time that it takes to look at every tag.

    Of a long tag, one of the stretches of half the length into which the page divides holds no bracket.
    """
    half, last = _LONG_TAG // 2, -1
    for at in range(0, len(page), half):
        if page.find(b">", at, at + half) < 0:
            start = page.rfind(b"<", max(at - _LONG_TAG, 0), at + half)
            if start > last:
                last = start
                tag = page[start + 1 : start + _LONG_TAG]
                if tag[:1].isalpha() and b">" not in tag and b"<" not in tag:
                    yield start


def _hidden(walked: Walked, about: Metadata) -> Iterator[str]:
    """Yield the texts that a reader may not see: of hidden elements, images, metadata and scripts."""
    yield from about.descriptions
    unseen = walk_hidden(walked.hidden)
    for _, texts, _, _ in unseen.stretches:
        yield from texts
    for image in (*walked.images, *unseen.images):
        yield tidy(image.attributes.get("alt") or "")
    scripts = (node.text() for node in (*walked.metadata, *unseen.metadata) if node.tag_id == SCRIPT)
    yield from map(tidy, prose(scripts))


def _walked(page: bytes) -> tuple[LexborNode | None, Walked]:
    root = LexborHTMLParser(page, options=LexborDocumentOptions.WO_EVENTS).root
    return root, walk(root) if root is not None else Walked()


def _blocks(walked: Walked) -> list[TextBlock]:
    """Return the blocks, marked as main text or not, and as beside the article or not, which no table of data is."""
    kinds, parts, lengths, links = zip(*walked.stretches, strict=True) if walked.stretches else ((), (), (), ())
    main = main_blocks(lengths, links, walked.elements, walked.around)
    data = [kind is BlockKind.TABLE and 2 * n < length for kind, n, length in zip(kinds, links, lengths, strict=True)]
    beside = beside_blocks(lengths, links, walked.elements, walked.around, walked.others)
    return [
        (text, kind, is_main, None, is_beside and not is_data)
        for kind, texts, is_main, is_beside, is_data in zip(kinds, parts, main, beside, data, strict=True)
        for text in texts
    ]
