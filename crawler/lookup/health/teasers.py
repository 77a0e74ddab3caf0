"""Which passages of a page are teasers of other pages, as on home pages, in search results, beside expired stories."""

from claims.records import Source
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.health.page_parts import RUNNING, linked_texts

_FEWEST = 3  # of them make a list
_MOST_IN_HEADING = 200  # characters of the link above a teaser
_LEAST_IN_HEADING = 12  # a link such as "more" is none


def teasers(response: ArchivedResponse, source: Source) -> frozenset[int]:
    """Return the numbers of the passages that follow a link to another page, or begin with a line that is one."""
    texts = [source.text[passage.start : passage.end] for passage in source.passages]
    headed = {
        i: {texts[i - 1] if i else "", text.partition("\n")[0]}
        for i, text in enumerate(texts)
        if source.passages[i].main and len(text) > RUNNING
    }
    both = (text for pair in headed.values() for text in pair)
    short = frozenset(text for text in both if _LEAST_IN_HEADING <= len(text) <= _MOST_IN_HEADING)
    if len(short) < _FEWEST:
        return frozenset()
    links = linked_texts(response, short)
    found = frozenset(i for i, pair in headed.items() if pair & links)
    return found if len(found) >= _FEWEST else frozenset()
