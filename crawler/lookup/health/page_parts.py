"""Where else a page is: the addresses of its frames, of its other parts, and of its versions for print. Pure.

Addresses are compared by what they share with the page's own, since links named "next" or "print" lead everywhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import islice

from claims.records import BlockKind, Source
from crawler.archive_urls import parse_archive_url
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.blocks import tidy
from crawler.extraction.charset import to_utf8
from crawler.lookup.health.page_notices import notice
from crawler.urls import host_of, resolve_link, split_web_url, surt_key

FRAME, NEXT, BEFORE, REST = "a frame of the page", "a later part", "an earlier part", "the rest of the page"
PRINT, AMP = "its version for print or on one page", "its AMP version"

RUNNING = 60
"""Characters of a passage; a shorter one is a heading, a label or a link."""

_READ = 1_000_000  # bytes in which parts are sought
_TAG = re.compile(rb"<(a|link|i?frame|object|embed|base)\b([^<>]{1,2000})>", re.IGNORECASE)
_SCRIPT = re.compile(rb"<(?:no)?script\b[^<]*(?:<(?!/(?:no)?script)[^<]*)*|<!--[^-]*(?:-(?!->)[^-]*)*", re.IGNORECASE)
_ADDRESS = re.compile(
    rb"""\b(?:href|src|data)\s*=\s*(?:"([^"]{1,1500})|'([^']{1,1500})|([^"'\s>]{1,1500}))""", re.IGNORECASE
)
_REL = rb"""\brel\s*=\s*(?:["'][^"'>]{0,40})?\b%b\b"""
_IS_NEXT, _IS_BEFORE, _IS_AMP = (
    re.compile(_REL % name, re.IGNORECASE) for name in (rb"next", rb"prev(?:ious)?", rb"amphtml")
)
_IS_PRINT = re.compile(rb"""\bmedia\s*=\s*["']?print\b""", re.IGNORECASE)
_IS_ALTERNATE = re.compile(_REL % rb"alternate", re.IGNORECASE)
_IS_PAGE = re.compile(rb"""\btype\s*=\s*["']?(?:text/html|application/(?:xhtml\+xml|pdf))""", re.IGNORECASE)
_UNSEEN = re.compile(
    rb"""(?:width|height)\s*=\s*["']?[01](?:["'\s>p]|$)|display\s*:\s*none|\bhidden\b""", re.IGNORECASE
)
_LINK = re.compile(rb"<a\b([^<>]{1,2000})>((?:[^<]|<(?!/a\b)){1,200})</a", re.IGNORECASE)
_NUMBERED = re.compile(
    rb"<a\b([^<>]{1,2000})>\s{0,20}(?:<\w{1,9}[^<>]{0,200}>\s{0,20})?(\d{1,2})\s{0,20}</", re.IGNORECASE
)
_MARKUP = re.compile(r"<[^<>]{0,300}>")
_MOST_LINKS = 300  # of one kind whose addresses are compared with the page's
_MOST = 0.5  # share of a label; "read more about our prizes" leads elsewhere
_MOST_IN_LABEL = 40  # characters of a link that says no more than "continue reading"
# The number of a part in an address: `/2`, `/page/2`, `-2.html`, `_2`, `?page=2`.
_PART = re.compile(
    r"(?:[/_?&=;.-](?:page|seite|pagina|part|teil|pg|p|s)?[/=_-]?)+(?P<number>\d{1,3})(?:/|\.\w{2,5})?$", re.IGNORECASE
)
_ENDING = re.compile(r"(?:/|\.\w{2,5}|[?&](?:page|p)=1)$", re.IGNORECASE)
_LEAF = "(?:页|頁|ページ|쪽|페이지)?"  # the word for pages behind a number, without a space
_ONE_OF_SEVERAL = re.compile(
    rf"\W*(?:[^\W\d]{{1,12}}\s{{0,2}})?(\d{{1,2}}){_LEAF}\s{{0,2}}(?:/|[^\W\d]{{1,4}})\s{{0,2}}(\d{{1,2}}){_LEAF}\W*"
)
# What publishers add to an address for print or for all parts at once: `/print/a`, `?print=1`, `a-druck.html`,
# `?pagewanted=all`, `/komplettansicht`, `?singlePage=true`. Such a link counts if nothing else differs.
_WHOLE = re.compile(
    r"[/?&._=-](?:print(?:able|er|view|version|friendly|er[-_]?friendly)?|single[-_]?page|full[-_]?(?:page|text|story|view)|"
    r"view[-_]?all|show[-_]?all|page(?:wanted)?=all|all|druck(?:en|version|ansicht)?|komplett(?:ansicht)?|"
    r"impr(?:imir|imer|imable|ession)|stamp[ae]|tulosta|skriv-?ut|utskrift|drukuj|tisk|afdrukken)(?:=(?:1|true|yes|y|all))?"
    r"(?![a-z0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPart:
    """A part that a page names: its address, and which part it is, in words."""

    url: str
    what: str


def frames(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return the frames of a set of frames, of any site."""
    return _parts(response, _links(response.body, response.url).urls((b"frame",)), FRAME)


def inline_frames(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return the iframes, and the objects that hold pages, of the same site that a reader sees."""
    links = _links(response.body, response.url)
    found = [
        *links.urls((b"iframe",), lambda attributes: not _UNSEEN.search(attributes)),
        *links.urls((b"object", b"embed"), lambda attributes: _IS_PAGE.search(attributes)),
    ]
    return _parts(response, (url for url in found if same_site(url, response.url)), FRAME)


def neighbours(response: ArchivedResponse, *, labelled: bool) -> tuple[NamedPart, ...]:
    """Return the next part and the one before, by `rel` and the numbers in the addresses.

    If the page is `labelled` as one of several, links without `rel` count as well; so does a link to the next part that
    shows nothing but the part's number.
    """
    links = _links(response.body, response.url)
    before, after = (
        list(links.urls((b"a", b"link"), lambda attributes, rel=rel: labelled or rel.search(attributes)))  # type: ignore[misc]
        for rel in (_IS_BEFORE, _IS_NEXT)
    )
    previous = [url for url in before if _follows(response.url, url)][:1]
    following = [url for url in [*after, *links.numbered()] if _follows(url, response.url)][:1]
    return _parts(response, previous, BEFORE) + _parts(response, following, NEXT)


def rest(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return where the one link of a page leads that says "continue reading"; lists of articles have several."""
    links = _links(response.body, response.url)
    found: dict[str, str] = {}
    for attributes, label in _LINK.findall(to_utf8(links.markup, response.headers.get("content-type", ""))):
        words = unescape(_MARKUP.sub("", label.decode("utf-8", "replace"))).strip()
        said = notice("continues").search(words)
        if said is None or len(words) > _MOST_IN_LABEL or len(said[0]) < _MOST * len(words):
            continue
        if (url := links.address(attributes)) and same_site(url, response.url):
            found.setdefault(surt_key(url), url)
        if len(found) > 1:
            return ()
    return _parts(response, found.values(), REST)


def linked_texts(response: ArchivedResponse, among: frozenset[str]) -> frozenset[str]:
    """Return those of some texts that are links to other pages than the response's own."""
    links, own = _links(response.body, response.url), surt_key(response.url)
    page = to_utf8(links.markup, response.headers.get("content-type", ""))
    return frozenset(
        text
        for attributes, label in _LINK.findall(page)
        if (text := tidy(unescape(_MARKUP.sub(" ", label.decode("utf-8", "replace"))))) in among
        if (url := links.address(attributes)) and surt_key(url) != own
    )


def versions(response: ArchivedResponse) -> tuple[NamedPart, ...]:
    """Return the page's versions for print, on one page and for phones, which often hold more than the page shows."""
    links = _links(response.body, response.url)
    printed = links.urls(
        (b"link",), lambda attributes: _IS_ALTERNATE.search(attributes) and _IS_PRINT.search(attributes)
    )
    named = links.urls((b"a", b"link"), lambda attributes: _WHOLE.search(attributes.decode("latin-1")))
    whole = [*printed, *(url for url in named if _is_whole_version(url, response.url))]
    amp = links.urls((b"link",), _IS_AMP.search)
    own = [[url for url in urls if same_site(url, response.url)][:1] for urls in (whole, amp)]
    return _parts(response, own[0], PRINT) + _parts(response, own[1], AMP)


def one_of_several(texts: list[str]) -> tuple[str, int] | None:
    """Return the label "1 of 3" among the texts at a page's end, and the number of parts, or None."""
    for text in texts:
        label = _ONE_OF_SEVERAL.fullmatch(text)
        if label and 1 <= int(label[1]) <= int(label[2]) and int(label[2]) > 1:
            return text, int(label[2])
    return None


def same_site(one: str, other: str) -> bool:
    """Return whether two addresses have one host, or one host is below the other."""
    host, own = host_of(one), host_of(other)
    return host == own or host.endswith(f".{own}") or own.endswith(f".{host}")


def last_texts(source: Source) -> list[str]:
    """Return the last passage of running text and the two that follow it, but for headings of other stories."""
    passages = source.passages
    running = [i for i, each in enumerate(passages) if each.main and each.end - each.start > RUNNING]
    end = passages[running[-1] : running[-1] + 3] if running else ()
    return [source.text[each.start : each.end] for each in end if each.kind is not BlockKind.HEADING]


class _Links:
    """The links and frames of a page, outside scripts and comments.

    Attributes:
        markup: the page without scripts and comments.
    """

    def __init__(self, body: bytes, url: str) -> None:
        self.markup = _SCRIPT.sub(b"", body[:_READ])
        self._tags = [(name.lower(), attributes) for name, attributes in _TAG.findall(self.markup)]
        self._base = url
        self._base = next(self.urls((b"base",)), url)

    def urls(self, names: tuple[bytes, ...], wanted: Callable[[bytes], object] = bool) -> Iterator[str]:
        """Yield the web addresses of the first elements of these names whose attributes are `wanted`."""
        found = (attributes for name, attributes in self._tags if name in names and wanted(attributes))
        return filter(None, map(self.address, islice(found, _MOST_LINKS)))

    def numbered(self) -> Iterator[str]:
        """Yield the addresses of links that show the number that their address ends in, and lead to no place within."""
        for attributes, shown in islice(_NUMBERED.findall(self.markup), _MOST_LINKS):
            url = None if b"#" in attributes else self.address(attributes)
            part = _PART.search(url) if url else None
            if url and part and int(part["number"]) == int(shown):
                yield url

    def address(self, attributes: bytes) -> str | None:
        """Return an address as the page's site wrote it, without fragment; None if it is no web page's."""
        if not (found := _ADDRESS.search(attributes)):
            return None
        written = next(filter(None, found.groups())).decode("utf-8", "replace").strip()
        url = resolve_link(self._base, unescape(written)).partition("#")[0]
        archived = parse_archive_url(url)
        url = archived.original if archived else url
        return url if split_web_url(url) else None


@lru_cache(maxsize=4)
def _links(body: bytes, url: str) -> _Links:
    """Return the links of a page, which is asked for its parts up to four times in a row."""
    return _Links(body, url)


def _follows(address: str, own: str) -> bool:
    """Return whether an address is that of the part after `own`: the same but for its number."""
    part, this = _PART.search(address), _PART.search(own)
    if part is None:
        return False
    if this is None or _stem(address) != _stem(own):
        return int(part["number"]) == 2 and _stem(address) == _bare(own)
    return int(part["number"]) == int(this["number"]) + 1


def _is_whole_version(address: str, own: str) -> bool:
    """Return whether an address is the page's own, or that of all its parts, but for a word such as "print"."""
    if not _WHOLE.search(address) or _WHOLE.search(own):
        return False
    without = _bare(_WHOLE.sub("", address))
    return without in (_bare(own), _stem(own))


def _stem(address: str) -> str:
    """Return an address without scheme, ending and the number of its part."""
    return _bare(_PART.sub("", address))


def _bare(address: str) -> str:
    bare = _ENDING.sub("", address.partition("://")[2].partition("#")[0])
    return bare.removeprefix("www.").rstrip("/?&")


def _parts(response: ArchivedResponse, urls: Iterable[str], what: str) -> tuple[NamedPart, ...]:
    """Return parts at other addresses than the page's own, each once."""
    own = surt_key(response.url)
    others = {surt_key(url): url for url in urls}
    return tuple(NamedPart(url=url, what=what) for key, url in others.items() if key != own)
