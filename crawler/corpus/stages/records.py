"""What the stages hand on: the citations to look up, and what came of them."""

from dataclasses import dataclass

from claims.records import Citation, Claim, JudgedClaim, Source
from crawler.archives.crawls.columnar_index import LocatedCapture
from crawler.lookup.lookup_result import LookupResult


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingClaim:
    """A claim that cites one source alone, and its place among the claims of its document."""

    place: int
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A citation of a document, to be looked up.

    Attributes:
        page: the page that it names first, by which citations are grouped.
        wanted: the time from which a capture is wanted, 14 digits, or empty.
        lookup: names the look-up: equal citations of documents of one day have the same.
        part: the partition of the document.
        document, source, title, as_of: of the document; `source` is its name.
        claims: those that cite nothing else, to be judged where the page is read.
        shared: whether a claim cites it beside others.
    """

    page: str
    wanted: str
    lookup: str
    part: int
    document: str
    source: str
    title: str | None
    as_of: str | None
    citation: Citation
    claims: tuple[CitingClaim, ...]
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPage:
    """The SURT key of a page that a look-up may ask for, and the partition of that look-up."""

    key: str
    bucket: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A capture that the columnar index of a crawl lists, and the place of the crawl's archive among the archives."""

    archive: int
    capture: LocatedCapture


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The result of a look-up, for the claims that cite it beside others.

    Attributes:
        obtained: the result, without the responses.
        whole: the source with what its page hides; None if it hides nothing.
    """

    lookup: str
    obtained: LookupResult
    whole: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim that was judged; `error` says why it could not be, which is a fault of citewatch."""

    document: str
    place: int
    claim: JudgedClaim
    error: str | None = None
