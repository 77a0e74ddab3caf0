"""crawler.stages.pages: equal pages are read and indexed once, as long as there is room to keep them."""

from collections.abc import Sequence
from typing import Any

from claims.records import Citation, Source, Status
from claims.support.interface import Judgement, Statement
from crawler.archives.interface import ArchivedResponse
from crawler.lookup.lookup_result import LookupResult
from crawler.outcome import Failure
from crawler.stages.pages import OVER_TIME, Pages
from tests.crawler.archive_files import article

CITATION = Citation(id="1", text="A page.", url="http://a.example/")


class Indexer:
    """A checker whose index is the source itself, and that counts."""

    name = "indexer"

    def __init__(self) -> None:
        self.indexed: list[Source] = []

    def index(self, source: Source) -> Source:
        self.indexed.append(source)
        return source

    def judge(self, statement: Statement, sources: Sequence[Any]) -> Judgement:
        raise NotImplementedError

    def supports(self, statement: Statement, sources: Sequence[Any]) -> Judgement | None:
        raise NotImplementedError


def response(words: str, url: str = "http://a.example/") -> ArchivedResponse:
    headers = {"content-type": "text/html"}
    return ArchivedResponse(url=url, timestamp="20200301120000", status=200, headers=headers, body=article(words))


def obtained(pages: Pages, of: ArchivedResponse, citation: Citation = CITATION) -> LookupResult:
    reading = pages.read(of, of.url, citation)
    assert not isinstance(reading, Failure)
    return LookupResult(status=Status.CHECKED, source=reading.source, responses=(of,))


def index(pages: Pages, of: LookupResult, citation: Citation = CITATION) -> Any:
    page = pages.copy(citation, of).page
    assert page is not None
    return page.shown


def test_equal_pages_have_one_text_and_one_index() -> None:
    pages = Pages(checker := Indexer())
    first, second = obtained(pages, response("Trout.")), obtained(pages, response("Trout."))
    assert first.source is second.source
    assert index(pages, first) is index(pages, second)
    assert len(checker.indexed) == 1


def test_a_page_dated_by_its_reference_has_an_index_for_each_date() -> None:
    pages = Pages(checker := Indexer())
    page = obtained(pages, response("Trout."))
    dates = [index(pages, page, Citation(id="1", text="", date=date)).published for date in ("2001", "2002", "2001")]
    assert dates == ["2001", "2002", "2001"]
    assert len(checker.indexed) == 2


def test_pages_without_room_are_read_and_indexed_again() -> None:
    pages = Pages(checker := Indexer(), most_bytes=1)
    for words in ("Trout.", "Salmon.", "Trout."):
        index(pages, obtained(pages, response(words)))
    assert len(checker.indexed) == 3


def test_a_page_that_takes_too_long_to_read_is_given_up_once() -> None:
    pages, slow = Pages(Indexer(), page_seconds=0.005), response("<p>The harbour of Skarvik." * 20_000)
    failure = pages.read(slow, slow.url, CITATION)
    assert failure == Failure(status=Status.TOO_LARGE, reason=OVER_TIME)
    assert pages.read(slow, slow.url, CITATION) is failure
