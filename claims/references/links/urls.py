"""URLs as documents print them: found in text, cleaned, and classified by the kind of page that they lead to."""

import re
from urllib.parse import unquote, urlsplit

_URL = re.compile(r"(?:https?://|(?<![\w.@/-])www\.)[^\s<>\"“”«»「」『』【】（）、。，；]+", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?<=://)[^/?#\s@<>]{1,500}@", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_|\\`>"
_PAIRS = {")": "(", "]": "[", "}": "{"}

_FRAGMENT = re.compile(r":~:text=([^&]*)")

_RESOLVERS = {
    "doi.org": "doi",
    "pubmed.ncbi.nlm.nih.gov": "pmid",
    "pmc.ncbi.nlm.nih.gov": "pmc",
    "arxiv.org": "arxiv",
    "hdl.handle.net": "hdl",
    "api.semanticscholar.org": "s2cid",
    "ui.adsabs.harvard.edu": "bibcode",
    "adsabs.harvard.edu": "bibcode",
    "worldcat.org": "catalogue",
    "search.worldcat.org": "catalogue",
    "id.loc.gov": "catalogue",
    "lccn.loc.gov": "catalogue",
    "d-nb.info": "catalogue",
    "zbmath.org": "catalogue",
    "mathscinet.ams.org": "catalogue",
}
_SEARCH = re.compile(r"(?:^|\.)(?:google|bing|yahoo|duckduckgo|baidu|yandex)\.")
_WIKIS = re.compile(
    r"(?:https?:)?//(?:[a-z0-9-]+\.){0,2}(?:wikipedia|wikivoyage|wiktionary|wikidata|wikiquote|wikibooks|wikimedia)"
    r"(?:\.org)?(?:/|$)",  # tests and copies of pages name the host alone
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|avif)$", re.IGNORECASE)
_SHOPS = re.compile(r"(?:^|\.)(?:amazon|ebay|abebooks|alibris|barnesandnoble|waterstones|walmart|etsy)\.")


def find_urls(text: str) -> tuple[str, ...]:
    """Find the URLs in `text`, cleaned and without repeats."""
    found = (clean_url(match[0]) for match in _URL.finditer(text))
    return tuple(dict.fromkeys(url for url in found if url))


def url_spans(text: str) -> list[tuple[int, int]]:
    """Find the start and end of each URL in `text`."""
    return [match.span() for match in _URL.finditer(text)]


def clean_url(url: str) -> str:
    """Strip punctuation and brackets around `url` and add a missing scheme; empty if no http(s) URL is left."""
    url = without_credentials(url.strip().lstrip("<([{"))
    while url and (url[-1] in _TRAILING or (url[-1] in _PAIRS and url.count(_PAIRS[url[-1]]) < url.count(url[-1]))):
        url = url[:-1]
    if url.startswith("//"):
        if "." not in url.split("/")[2]:
            return ""
        url = "https:" + url
    elif url.lower().startswith("www."):
        url = "http://" + url
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return ""
    return url if host and _SCHEME.match(url) else ""


def without_credentials(text: str) -> str:
    """Remove user names and passwords from the URLs in `text` (`https://user:password@host/`)."""
    return _CREDENTIALS.sub("", text) if "@" in text else text


def whole_url(url: str) -> str:
    """Check an address from an attribute or a field of its own, all of which is the address; add a missing scheme.

    Empty if it is no http(s) URL.
    """
    url = url.strip()
    cleaned = clean_url(url)
    return url if cleaned and url.startswith(cleaned) and not any(map(str.isspace, url)) else cleaned


def same_page(one: str, other: str) -> bool:
    """Whether two URLs are of one page: the same but for scheme, `www.`, fragment and a slash at the end."""
    return _page(one) == _page(other)


def _page(url: str) -> str:
    rest = url.partition("#")[0].partition("://")[2] or url
    host, slash, path = rest.partition("/")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")


def is_wiki(url: str) -> bool:
    """Whether a URL is a page of a Wikimedia project, which cites sources rather than being one."""
    return _WIKIS.match(url) is not None


def is_picture(url: str) -> bool:
    """Whether a URL ends as that of a picture does."""
    try:
        return _PICTURE.search(urlsplit(url).path) is not None
    except ValueError:
        return False


def split_text_fragment(url: str) -> tuple[str, str | None]:
    """Split `url` into the URL without its text fragment (`#:~:text=`) and the quoted words, or None.

    The form is `prefix-,start,end,-suffix` (WICG, Scroll to Text Fragment), each part percent-encoded.
    """
    match = _FRAGMENT.search(url)
    if not match:
        return url, None
    parts = [
        unquote(part) for part in match[1].split(",") if part and not part.endswith("-") and not part.startswith("-")
    ]
    return url[: match.start()].rstrip("#"), " … ".join(parts) or None


def url_flags(url: str) -> tuple[str, ...]:
    """Flag a kind of page that rarely supports a claim: `search_results`, `shop` or `google_books`."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ()
    if host.startswith("books.google.") or (_SEARCH.search(host) and parts.path.startswith("/books")):
        return ("google_books",)
    if _SEARCH.search(host) and parts.path.rstrip("/").endswith(("/search", "/s", "/url", "/images")):
        return ("search_results",)
    if _SHOPS.search(host):
        return ("shop",)
    return ()


def resolver_kind(url: str) -> str:
    """Classify `url`: the kind of its resolver (`doi`, `pmid`, `catalogue` …), or `url` for any other."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("dx.")
    except ValueError:
        return "url"
    if host == "ncbi.nlm.nih.gov":
        return "pmc" if "/pmc/" in url else "pmid" if "/pubmed/" in url else "url"
    return _RESOLVERS.get(host, "url")
