"""The responses of MediaWiki's REST and action interfaces, with the fields that citewatch uses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTitle:
    """The title of a page."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """`revision/{id}/bare`: a revision and its page."""

    id: int
    page: PageTitle
    timestamp: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestRevision:
    """The latest revision of a page."""

    id: int
    timestamp: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInfo:
    """`page/{title}/bare`: a page and its latest revision."""

    title: str
    latest: LatestRevision


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRevision:
    """A revision in the history of a page."""

    revid: int
    timestamp: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPage:
    """A page in the answer to a query; `missing` if the wiki has no such page."""

    title: str = ""
    missing: bool = False
    revisions: tuple[ListedRevision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The pages that a query found."""

    pages: tuple[ListedPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiError:
    """The error that `api.php` reports with HTTP status 200; an empty code is none."""

    code: str = ""
    info: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryResponse:
    """`api.php?action=query`: the pages found, or an error."""

    query: Query = Query()
    error: ApiError = ApiError()
