"""Addresses that are safe to link, and links that jump to quoted words."""

import re
from urllib.parse import quote, urlsplit

from claims.records import Capture
from reports.text.labels import LIVE

_WAYBACK = re.compile(r"https?://web\.archive\.org/")
_MEMENTO = re.compile(r"(/\d{14})(/https?:)", re.ASCII)

# A text directive is best exact, but browsers give up on very long ones: longer quotes are named by both their ends.
_LONGEST_EXACT = 100
_END_WORDS = 5


def web_address(url: str | None) -> str | None:
    """Return `url` if following it can only open a web page, else None: no `javascript:`, no `data:`, no file."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def public_copy(capture: Capture) -> str | None:
    """Return the address of a copy in a public archive; None for the live page, local files and hosts of one's own."""
    address = web_address(capture.memento)
    host = (urlsplit(address).hostname or "") if address else ""
    named = "." in host and not host.replace(".", "").isdigit() and not host.endswith((".local", ".internal", ".test"))
    return address if named and capture.archive != LIVE else None


def text_fragment(url: str, words: str) -> str:
    """Add a text fragment to `url` that makes a browser jump to `words` and highlight them.

    Format: https://wicg.github.io/scroll-to-text-fragment/. A fragment that the address already has is replaced.
    """
    words = " ".join(words.split())
    base = url.split("#", 1)[0]
    if len(words) <= _LONGEST_EXACT:
        return f"{base}#:~:text={_directive(words)}" if words else base
    return f"{base}#:~:text={_directive(_first(words))},{_directive(_last(words))}"


def unframed(memento: str | None) -> str | None:
    """Return the address at which an archive shows a copy without a frame of its own around it.

    pywb and its kin put a replayed page into a frame, which a text fragment does not reach (seen with pywb 2 and
    Chromium); the page as it was archived (`id_` after the time) has none. The Wayback Machine uses no frame.
    """
    if not memento or _WAYBACK.match(memento):
        return memento
    return _MEMENTO.sub(r"\1id_\2", memento, count=1)


def _directive(words: str) -> str:
    # "-" and "," separate a directive's own terms, "&" one directive from the next; quote() leaves "-" alone.
    return quote(words.encode("utf-8", errors="replace"), safe="").replace("-", "%2D")


def _first(words: str) -> str:
    return " ".join(words.split()[:_END_WORDS])[:_LONGEST_EXACT]


def _last(words: str) -> str:
    return " ".join(words.split()[-_END_WORDS:])[-_LONGEST_EXACT:]
