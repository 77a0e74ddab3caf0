"""The copy of a page that a citation led to, with the checker's indexes of it, made when a claim needs them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from claims.records import Citation, Source
from claims.references.publication_dates import with_publication_date
from claims.support.interface import Checker
from crawler.extraction.corrections import corrects, with_corrections
from crawler.lookup.lookup_result import LookupResult

Value = TypeVar("Value")


class Once(Generic[Value]):
    """A value that the first thread that asks for it makes, while others wait."""

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make: Callable[[], Value] | None = make
        self._lock = threading.Lock()
        self._value: Value

    def get(self) -> Value:
        """Return the value."""
        with self._lock:
            if self._make is not None:
                self._value = self._make()
                self._make = None
        return self._value


class IndexedPage:
    """A page with the checker's indexes of it, each made when it is first asked for."""

    def __init__(self, citation: Citation, obtained: LookupResult, checker: Checker[Any]) -> None:
        """Make the page that `citation` led to, which may tell the day of its publication; nothing is indexed yet."""
        self._citation, self._obtained, self._checker = citation, obtained, checker
        self._shown, self._whole = Once(self._index_shown), Once(self._index_whole)
        self._article = Once(self._index_article)

    @property
    def shown(self) -> Any:
        """The index of what the page shows."""
        return self._shown.get()

    @property
    def whole(self) -> Any:
        """The index of all that the page holds, hidden text as well; `shown` itself if it hides nothing."""
        return self._whole.get()

    @property
    def article(self) -> Any:
        """The index of what the page shows without what is beside its article; `shown` itself if nothing is."""
        return self._article.get()

    def is_beside(self, offset: int) -> bool:
        """Return whether a character of the page's text is beside its article."""
        source = self._obtained.source
        assert source is not None
        here = (each for each in source.passages if each.start <= offset < each.end)
        return any(each.beside or corrects(source.text[each.start : each.end]) for each in here)

    def _index_article(self) -> Any:
        assert self._obtained.source is not None
        article = with_corrections(self._obtained.source).article
        return self.shown if article is self._obtained.source else self._index(article)

    def _index_shown(self) -> Any:
        assert self._obtained.source is not None
        return self._index(self._obtained.source)

    def _index_whole(self) -> Any:
        whole = self._obtained.whole_source()
        return self.shown if whole is None else self._index(whole)

    def _index(self, source: Source) -> Any:
        return self._checker.index(with_publication_date(source, self._citation))


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The result of looking up a citation, and its page, None where no page could be read."""

    obtained: LookupResult
    page: IndexedPage | None


def copy_of(citation: Citation, obtained: LookupResult, checker: Checker[Any]) -> Copy:
    """Return the copy that a look-up obtained for `citation`, to judge claims by with `checker`."""
    page = None if obtained.source is None else IndexedPage(citation, obtained, checker)
    return Copy(obtained=obtained, page=page)
