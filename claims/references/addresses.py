"""Web addresses as documents print them: found in text, cleaned, archive addresses split, unusable kinds marked."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_URL = re.compile(r"(?:https?://|(?<![\w.@/-])www\.)[^\s<>\"“”«»「」『』【】（）、。，；]+", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_|\\`>"
_PAIRS = {")": "(", "]": "[", "}": "{"}

# The forms of archives' addresses; each holds the original address behind the time of the capture. Wayback and its kin:
# <host>/<collection>/<timestamp><modifier>/<url>, archive.today: /<timestamp>/<url> or /<YYYY.MM.DD-hhmmss>/<url>.
_ARCHIVE_HOSTS = re.compile(
    r"https?://(?:web\.|wayback\.|www\.|liveweb\.|classic-web\.)?"
    r"(?:archive\.(?:org|today|is|ph|md|li|vn|fo)|archive-it\.org|webarchive\.org\.uk|webarchive\.nationalarchives\.gov\.uk"
    r"|vefsafn\.is|arquivo\.pt|webarchive\.loc\.gov|webharvest\.gov|perma-archives\.org|webarchive\.parliament\.uk"
    r"|wayback\.webarchiv\.cz|collectionscanada\.gc\.ca|swap\.stanford\.edu|webarchive\.bac-lac\.gc\.ca"
    r"|eresources\.nlb\.gov\.sg|archive\.bibalex\.org|petabox\.bibalex\.org|waybackmachine\.org)(?::\d{2,5})?/",
    re.IGNORECASE,
)
_CAPTURE = re.compile(
    r"(?:[\w.-]{1,40}/){0,3}?(?P<time>\d{4,14}|\d{4}\.\d{2}\.\d{2}-\d{6})(?:[a-z]{2}_|\*)?/"
    r"(?P<url>(?:https?|ftp)(?::|%3A)/{0,2}\S+|www\.\S+|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:[/:?]\S*)?)",
    re.IGNORECASE,
)
_UNTIMED = re.compile(r"(?:web|wayback|save|o)/(?:\*/)?(?P<url>https?:/{1,2}\S+)", re.IGNORECASE)
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
_SHOPS = re.compile(r"(?:^|\.)(?:amazon|ebay|abebooks|alibris|barnesandnoble|waterstones|walmart|etsy)\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveAddress:
    """An archive's address taken apart: the page's own address, and the capture's UTC time (4 to 14 digits) or None."""

    original: str
    timestamp: str | None


def find_urls(text: str) -> tuple[str, ...]:
    """The web addresses that `text` prints, cleaned, without repeats."""
    found = (clean_url(match[0]) for match in _URL.finditer(text))
    return tuple(dict.fromkeys(url for url in found if url))


def spans_of_urls(text: str) -> list[tuple[int, int]]:
    """Where addresses stand in `text`."""
    return [match.span() for match in _URL.finditer(text)]


def clean_url(url: str) -> str:
    """`url` without the punctuation and brackets around it and with a scheme; empty if that leaves no web address."""
    url = url.strip().lstrip("<([{")
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


def split_archive_url(url: str) -> ArchiveAddress | None:
    """`url` taken apart if it is the address of a capture in a web archive, or None."""
    host = _ARCHIVE_HOSTS.match(url)
    if not host:
        return None
    for form in (_CAPTURE, _UNTIMED):
        if match := form.match(url, host.end()):
            original = _whole(match["url"])
            time = match.groupdict().get("time")
            if original:
                return ArchiveAddress(original=original, timestamp=re.sub(r"\D", "", time) if time else None)
    return None


def is_archive_url(url: str) -> bool:
    """Whether `url` leads into a web archive, in a form that names its page or not."""
    return bool(_ARCHIVE_HOSTS.match(url)) and (
        split_archive_url(url) is not None or "archive.org/" not in url or "//web." in url
    )


def capture_date(timestamp: str | None) -> str | None:
    """The day of a capture's timestamp, as exact as it is: `20071026000000` gives `2007-10-26`."""
    if not timestamp:
        return None
    parts = [timestamp[:4], timestamp[4:6], timestamp[6:8]]
    return "-".join(part for part in parts if len(part) > 1 and part != "00")


def text_fragment(url: str) -> tuple[str, str | None]:
    """`url` without its text fragment (`#:~:text=`), and the words that the fragment quotes, or None.

    The form is `prefix-,start,end,-suffix` (WICG, Scroll to Text Fragment), each part percent-encoded.
    """
    match = _FRAGMENT.search(url)
    if not match:
        return url, None
    parts = [
        unquote(part) for part in match[1].split(",") if part and not part.endswith("-") and not part.startswith("-")
    ]
    address = url[: match.start()].rstrip("#")
    return address, " … ".join(parts) or None


def address_flags(url: str) -> tuple[str, ...]:
    """What kind of page an address shows that rarely bears a claim out: `search_results`, `shop`, `google_books`."""
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
    """What kind of address this is: that of a resolver (`doi`, `pmid`, `catalogue` …), or a plain `url`."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("dx.")
    except ValueError:
        return "url"
    if host == "ncbi.nlm.nih.gov":
        return "pmc" if "/pmc/" in url else "pmid" if "/pubmed/" in url else "url"
    return _RESOLVERS.get(host, "url")


def _whole(url: str) -> str:
    url = unquote(url) if re.match(r"(?:https?|ftp)%3A", url, re.IGNORECASE) else url
    scheme = re.match(r"(https?|ftp):/{0,2}", url, re.IGNORECASE)
    return f"{scheme[1].lower()}://{url[scheme.end() :]}" if scheme else f"http://{url}"
