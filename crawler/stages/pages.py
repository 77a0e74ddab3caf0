"""Pages read and indexed once, however many citations lead to them, as long as there is room to keep them."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from claims.records import Citation, Source, Status
from claims.references.publication_dates import with_publication_date
from claims.support.interface import Checker
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.lookup_result import LookupResult
from crawler.lookup.page_copies import Reading, examined, named_by, shown_text
from crawler.outcome import Failure
from crawler.stages.copies import Copy, IndexedPage, Once, copy_of
from crawler.stages.time_limit import OutOfTimeError, time_limit

MOST_BYTES = 32_000_000
"""Memory that the kept pages may take, about: sixty news articles, with their markup and indexes."""

INDEX_BYTES = 50
"""Memory that an index takes for each character of its page, once a claim with dates and numbers was judged by it."""

PAGE_SECONDS = 30.0
"""How long reading a page may take; one of the largest size that is fetched takes a second or two."""

OVER_TIME = f"reading the page takes more than {PAGE_SECONDS:g} seconds"


@dataclass(frozen=True, slots=True)
class PageKey:
    """What makes two responses the same page."""

    url: str
    content_type: str
    truncated: str | None
    body: bytes


def page_key(response: ArchivedResponse) -> PageKey:
    """Return the key of a response, with a digest of its body."""
    digest = hashlib.sha256(response.body).digest()
    return PageKey(response.url, response.headers.get("content-type", ""), response.truncated, digest)


def keys(responses: Iterable[ArchivedResponse]) -> tuple[PageKey, ...]:
    """Return the key of a page that several responses make up, its parts."""
    return tuple(map(page_key, responses))


@dataclass(slots=True)
class _Kept:
    """A page, or one of several parts: its text, its reading by the address asked for, its index by the day it has."""

    responses: tuple[ArchivedResponse, ...]
    text: Once[Source | Failure]
    readings: dict[str, Once[Reading]] = field(default_factory=dict)
    indexed: dict[str | None, IndexedPage] = field(default_factory=dict)
    size: int = 0

    def measured(self) -> int:
        """Return the bytes that it takes, about."""
        text = self.text.get()
        characters = len(text.text) if isinstance(text, Source) else 0
        return sum(len(response.body) for response in self.responses) + INDEX_BYTES * characters


class Pages:
    """Reads pages, and gives the copies that claims are judged by. Threads may share it.

    When there is no more room, the pages that were not used for the longest time are dropped.
    """

    def __init__(self, checker: Checker[Any], most_bytes: int = MOST_BYTES, page_seconds: float = PAGE_SECONDS) -> None:
        """Begin without pages; those kept may take `most_bytes`, and reading each of them `page_seconds`."""
        self._checker, self._most_bytes, self._page_seconds = checker, most_bytes, page_seconds
        self._kept: OrderedDict[tuple[PageKey, ...], _Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def read(self, response: ArchivedResponse, asked: str, citation: Citation) -> Reading:
        """Do what `read_page` does, with what is known of the page; the failure `too_large` if it takes too long."""
        try:
            with time_limit(self._page_seconds):
                kept = self._page((response,), Once(lambda: shown_text(response)))
                once = Once(lambda: examined(response, kept.text.get(), asked))
                return named_by(citation, kept.readings.setdefault(asked, once).get())
        except OutOfTimeError:
            failure = Failure(status=Status.TOO_LARGE, reason=OVER_TIME)
            with self._lock:
                self._kept[keys((response,))] = _Kept((response,), Once(lambda: failure))
            return failure

    def copy(self, citation: Citation, obtained: LookupResult) -> Copy:
        """Return the copy that a look-up obtained for `citation`; equal pages have one index."""
        source = obtained.source
        if source is None or not obtained.responses:
            return copy_of(citation, obtained, self._checker)
        kept = self._page(obtained.responses, Once(lambda: source))
        published = with_publication_date(source, citation).published
        page = kept.indexed.setdefault(published, IndexedPage(citation, obtained, self._checker))
        return Copy(obtained=obtained, page=page)

    def find(self, key: tuple[PageKey, ...]) -> tuple[tuple[ArchivedResponse, ...], Source] | None:
        """Return the responses and the text of the page that has this key, if it is kept."""
        with self._lock:
            kept = self._kept.get(key)
        text = kept.text.get() if kept else None
        return (kept.responses, text) if kept and isinstance(text, Source) else None

    def _page(self, responses: tuple[ArchivedResponse, ...], text: Once[Source | Failure]) -> _Kept:
        """Return what is kept of a page, from now on if nothing was, and make room for it."""
        key = keys(responses)
        with self._lock:
            kept = self._kept.setdefault(key, _Kept(responses, text))
            self._kept.move_to_end(key)
        size = kept.measured()
        with self._lock:
            if not kept.size and self._kept.get(key) is kept:
                kept.size = size
                self._bytes += size
            while self._bytes > self._most_bytes and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= dropped.size
        return kept
