"""Redirects within an archive: from a capture that is a redirect to the capture of its target."""

import re
from dataclasses import dataclass
from datetime import timedelta

from claims.records import Status
from crawler.archives.interface import Archive, ArchivedResponse, CaptureRow
from crawler.outcome import Failure
from crawler.timestamps import distance, iso_date
from crawler.urls import resolve_link, same_page, split_web_url

MAX_REDIRECTS = 8
# Targets of archived redirects were captured within seconds to hours; what an archive offers at a greater distance is
# another visit's page, and doubtful (the window of edgi-govdata-archiving/wayback, `get_memento(target_window=86400)`).
REDIRECT_WINDOW = timedelta(hours=24)
_REDIRECTS = (301, 302, 303, 307, 308)
# Pages of the early web redirect by a `meta` element, at once; a page of more bytes has content of its own.
_MAX_REFRESH_BYTES = 2_000
_REFRESH = re.compile(
    rb"""<meta\s[^>]{0,80}?refresh["']?\s[^>]{0,40}?content\s{0,9}=\s{0,9}["']?\s{0,9}[0-5]\s{0,9};\s{0,9}url\s{0,9}=\s{0,9}['"]?([^'">]{1,2000})""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The response at the end of archived redirects; `moved` says that a target was captured only at another time."""

    response: ArchivedResponse
    moved: Failure | None = None


async def follow_redirects(archive: Archive, row: CaptureRow) -> Followed | Failure:
    """Fetch a capture; if it is a redirect, return the response at the end of the archived redirects instead."""
    moved: Failure | None = None
    visited: set[tuple[str, str]] = set()
    for _ in range(MAX_REDIRECTS + 1):
        visited.add((row.url, row.timestamp))
        response = await archive.fetch(row)
        if isinstance(response, Failure):
            return response
        is_redirect = response.status in _REDIRECTS
        location = response.headers.get("location", "") if is_redirect else _meta_refresh(response)
        if location is None:
            return Followed(response=response, moved=moved)
        target = await _target(archive, response, location, visited)
        if isinstance(target, Failure):
            return target
        row = target
        if distance(row.timestamp, response.timestamp) > REDIRECT_WINDOW:
            day = iso_date(row.timestamp)
            moved = _moved(row.url, f"was not captured within 24 hours of it; this is its capture of {day}")
    return Failure(status=Status.REFUSED, reason=f"{row.url} is behind more than {MAX_REDIRECTS} redirects")


def _meta_refresh(response: ArchivedResponse) -> str | None:
    """Return where a page that is nothing but `<meta http-equiv=refresh>` leads, or None."""
    if response.status != 200 or len(response.body) > _MAX_REFRESH_BYTES:
        return None
    found = _REFRESH.search(response.body)
    return found.group(1).decode("utf-8", "replace").strip() if found else None


async def _target(
    archive: Archive, response: ArchivedResponse, location: str, visited: set[tuple[str, str]]
) -> CaptureRow | Failure:
    """Return the capture that an archived redirect leads to."""
    if not location:
        return Failure(status=Status.ERROR_CAPTURE, reason="the archived answer is a redirect to nowhere")
    target = resolve_link(response.url, location)
    if split_web_url(target) is None:
        return Failure(status=Status.REFUSED, reason=f"the redirect leads to {target}, which is no web page")
    rows = await archive.captures(target, response.timestamp)
    if isinstance(rows, Failure):
        return _moved(target, "was not captured") if rows.status is Status.NEVER_ARCHIVED else rows
    near = [row for row in rows if distance(row.timestamp, response.timestamp) <= REDIRECT_WINDOW]
    later = [row for row in rows if row.timestamp > response.timestamp]
    onward = [row for row in near or later if (row.url, row.timestamp) not in visited]
    if not (near or later):
        return _moved(target, "was captured only before")
    if not onward:
        return Failure(status=Status.REFUSED, reason=f"the redirects lead back to {target}")
    exact = [row for row in onward if same_page(row.url, target)] or onward
    # Of captures with one key (http and https, with and without www), prefer the one written like the target.
    return min(exact, key=lambda row: (row.url != target, distance(row.timestamp, response.timestamp)))


def _moved(target: str, why: str) -> Failure:
    return Failure(status=Status.MOVED, reason=f"the redirect leads to {target}, which {why}")
