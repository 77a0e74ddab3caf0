"""HTML to a source of its visible text: headings, paragraphs, items, rows of tables, captions."""

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from claims.records import BlockKind, Source
from crawler.extraction.blocks import TextBlock, tidy, to_source
from crawler.extraction.html_walk import Walked, walk
from crawler.extraction.main_text import main_blocks
from crawler.extraction.metadata import Metadata, read_metadata

# The parser's time grows with the square of the depth: 20,000 open elements take half a second, and no page that people
# read has a tenth of that. Of a page with more, the tags are dropped.
_MAX_OPEN = 20_000
_TAG = re.compile(rb"<[^<>]{0,2000}>?")


def read_html(page: bytes, url: str) -> Source:
    """Return the visible text of a page in UTF-8. Never raises: browsers show any HTML."""
    if page.count(b"<") > _MAX_OPEN and page.count(b"<") - 2 * page.count(b"</") > _MAX_OPEN:
        page = _TAG.sub(b"<br>", page)
    tree = LexborHTMLParser(page, options=LexborDocumentOptions.WO_EVENTS)
    if (root := tree.root) is None:
        return to_source(url, [])
    walked = walk(root)
    about = read_metadata(root, walked.metadata)
    blocks = _blocks(walked)
    return to_source(
        url,
        [*_hidden_text(about, blocks), *blocks],
        title=about.title,
        published=about.published,
        language=about.language,
    )


def _blocks(walked: Walked) -> list[TextBlock]:
    """Return the blocks, each marked as main text or not."""
    kinds, parts, lengths, links = zip(*walked.stretches, strict=True) if walked.stretches else ((), (), (), ())
    main = main_blocks(lengths, links, walked.elements, walked.around)
    return [
        (text, kind, is_main, None) for kind, texts, is_main in zip(kinds, parts, main, strict=True) for text in texts
    ]


def _hidden_text(about: Metadata, blocks: list[TextBlock]) -> list[TextBlock]:
    """Return the description and the article body that only the metadata hold."""
    found: list[TextBlock] = []
    if about.description or about.body:
        shown = " ".join([block[0] for block in blocks])
        if about.description and not _is_shown(about.description, shown):
            found.append((about.description, BlockKind.DESCRIPTION, False, None))
        if about.body and not _is_shown(" ".join(about.body.split()), shown):
            found += [(tidy(part), BlockKind.PARAGRAPH, True, None) for part in about.body.split("\n")]
    return found


def _is_shown(words: str, shown: str) -> bool:
    """Return whether a text is on the page: two of three samples of it are."""
    samples = [words[at : at + 24] for at in (len(words) // 5, len(words) // 2, len(words) * 7 // 10)]
    return sum(sample in shown for sample in samples) >= 2
