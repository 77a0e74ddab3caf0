"""Requests to and responses of the Wayback Machine's index and Save Page Now, by waybackpy. Pure.

Nothing else imports waybackpy. Its errors are never taken for "not archived": it reads the page of a 429 as an empty
index.
"""

from collections.abc import Callable, Iterator

from waybackpy import WaybackMachineCDXServerAPI
from waybackpy.cdx_snapshot import CDXSnapshot
from waybackpy.cdx_utils import full_url
from waybackpy.exceptions import WaybackError

from crawler.archives.interface import CaptureRow
from crawler.timestamps import from_datetime, moment

_MAX_ROWS = 100
_FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")


def query(endpoint: str, url: str, near: str) -> str:
    """Return the address that lists a page's captures without error pages, nearest to a time (14 digits) first.

    `closest` needs `sort=closest` (internetarchive/wayback#237). Filters match whole fields, and the status of a
    revisit is `-`, so errors are filtered out rather than successes in.
    """
    api = WaybackMachineCDXServerAPI(url, filters=["!statuscode:[45].."], sort="closest", closest=near)
    payload: dict[str, str] = {"limit": str(_MAX_ROWS)}
    api.add_payload(payload)
    asked: str = full_url(endpoint, payload)
    return asked


def rows(text: str, key: Callable[[str, str], str]) -> Iterator[CaptureRow]:
    """Yield the captures in the index's lines, invalid ones left out; `key` makes a row's key of time and address."""
    for line in text.splitlines():
        fields = dict(zip(_FIELDS, line.split(" "), strict=False))
        stamp = fields.get("timestamp", "")
        if len(fields) < len(_FIELDS) or not (stamp.isascii() and stamp.isdigit()):
            continue
        try:
            # days such as 00 occur, which waybackpy rejects (EDGI wayback #83, #85)
            snapshot = CDXSnapshot({**fields, "timestamp": from_datetime(moment(stamp))})
        except (ValueError, WaybackError):
            continue
        status, kind = snapshot.statuscode, snapshot.mimetype
        yield CaptureRow(
            url=snapshot.original, timestamp=snapshot.timestamp, key=key(stamp, snapshot.original),
            status=int(status) if status.isdigit() else None,
            media_type=None if kind in ("-", "warc/revisit") else kind,
            digest=f"sha1:{snapshot.digest}" if len(snapshot.digest) == 32 else None,
        )  # fmt: skip
