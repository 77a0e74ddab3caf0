"""HTML to blocks of visible text: headings, paragraphs, items, rows of tables, captions."""

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from claims.records import BlockKind, Source
from crawler.extraction.blocks import TextBlock, tidy, to_source
from crawler.extraction.main_text import main_blocks
from crawler.extraction.metadata import Metadata, read_metadata
from crawler.extraction.walk import Walked, walk

# The parser's time grows with the square of the depth: 20,000 open elements take it half a second, and no page that
# people read has a tenth of that. Of one that has more, the tags are dropped unread.
_MOST_OPEN = 20_000
_TAG = re.compile(rb"<[^<>]{0,2000}>?")


def read_html(page: bytes, url: str) -> Source:
    """The visible text of a page in UTF-8. Never raises: there is no HTML that a browser would not show."""
    if page.count(b"<") > _MOST_OPEN and page.count(b"<") - 2 * page.count(b"</") > _MOST_OPEN:
        page = _TAG.sub(b"<br>", page)
    tree = LexborHTMLParser(page, options=LexborDocumentOptions.WO_EVENTS)
    if (root := tree.root) is None:
        return to_source(url, [])
    walked = walk(root)
    about = read_metadata(root, walked.telling)
    blocks = _blocks(walked)
    return to_source(
        url,
        [*_unseen(about, blocks), *blocks],
        title=about.title,
        published=about.published,
        language=about.language,
    )


def _blocks(walked: Walked) -> list[TextBlock]:
    """What was found, the main text told from the rest."""
    kinds, parts, lengths, links = zip(*walked.stretches, strict=True) if walked.stretches else ((), (), (), ())
    main = main_blocks(lengths, links, walked.elements, walked.around)
    return [
        (text, kind, is_main, None) for kind, texts, is_main in zip(kinds, parts, main, strict=True) for text in texts
    ]


def _unseen(about: Metadata, blocks: list[TextBlock]) -> list[TextBlock]:
    """What the page says of itself where readers do not see it, unless they see it anyway."""
    found: list[TextBlock] = []
    if about.description or about.body:
        shown = " ".join([block[0] for block in blocks])
        if about.description and not _stands_in(about.description, shown):
            found.append((about.description, BlockKind.DESCRIPTION, False, None))
        if about.body and not _stands_in(" ".join(about.body.split()), shown):
            found += [(tidy(part), BlockKind.PARAGRAPH, True, None) for part in about.body.split("\n")]
    return found


def _stands_in(words: str, shown: str) -> bool:
    """Whether a text is on the page: two of three samples of it are."""
    samples = [words[at : at + 24] for at in (len(words) // 5, len(words) // 2, len(words) * 7 // 10)]
    return sum(sample in shown for sample in samples) >= 2
