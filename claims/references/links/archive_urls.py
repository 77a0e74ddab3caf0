"""URLs of web archives, split into the archived page's own URL and the time of the capture."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

# Every archive puts the original URL behind the time of the capture. Wayback and similar archives:
# <host>/<collection>/<timestamp><modifier>/<url>; archive.today: /<timestamp>/<url> or /<YYYY.MM.DD-hhmmss>/<url>.
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
_NO_PAGE = re.compile(
    r"(?:[\w.-]{1,40}/){0,3}?\d{4,14}(?:[a-z]{2}_)?/(?:mailto|tel|sms|data|javascript):", re.IGNORECASE
)
_UNTIMED = re.compile(r"(?:web|wayback|save|o)/(?:\*/)?(?P<url>https?:/{1,2}\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveUrl:
    """The parts of an archive's URL.

    Attributes:
        original: the URL of the archived page.
        timestamp: the capture's UTC time, 4 to 14 digits, or None.
    """

    original: str
    timestamp: str | None


def split_archive_url(url: str) -> ArchiveUrl | None:
    """Split `url` if it is the URL of a capture in a web archive; None for any other."""
    host = _ARCHIVE_HOSTS.match(url)
    if not host:
        return None
    for form in (_CAPTURE, _UNTIMED):
        if match := form.match(url, host.end()):
            original = _with_scheme(match["url"])
            time = match.groupdict().get("time")
            if original:
                return ArchiveUrl(original=original, timestamp=re.sub(r"\D", "", time) if time else None)
    return None


def is_archive_url(url: str) -> bool:
    """Whether `url` leads to a web archive, even if it does not contain the URL of the archived page."""
    return bool(_ARCHIVE_HOSTS.match(url)) and (
        split_archive_url(url) is not None or "archive.org/" not in url or "//web." in url
    )


def archives_no_page(url: str) -> bool:
    """Whether `url` is what an archive makes of a link to a mailbox, a telephone or a script (`…/2007/mailto:a@…`)."""
    host = _ARCHIVE_HOSTS.match(url)
    return host is not None and _NO_PAGE.match(url, host.end()) is not None


def capture_date(timestamp: str | None) -> str | None:
    """Convert a capture's timestamp to a date, as precise as it is: `20071026000000` gives `2007-10-26`."""
    if not timestamp:
        return None
    parts = [timestamp[:4], timestamp[4:6], timestamp[6:8]]
    return "-".join(part for part in parts if len(part) > 1 and part != "00")


def _with_scheme(url: str) -> str:
    url = unquote(url) if re.match(r"(?:https?|ftp)%3A", url, re.IGNORECASE) else url
    scheme = re.match(r"(https?|ftp):/{0,2}", url, re.IGNORECASE)
    return f"{scheme[1].lower()}://{url[scheme.end() :]}" if scheme else f"http://{url}"
