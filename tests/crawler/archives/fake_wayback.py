"""A stand-in for web.archive.org, built from recorded sessions: its playback, its index, its errors."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urljoin, urlsplit

from crawler.timestamps import distance, http_date
from crawler.urls import surt_key
from tests.crawler.servers import Asked, Reply, reply

NOT_ARCHIVED = b"<!DOCTYPE html><html><p>The Wayback Machine has not archived that URL.</p></html>"
BLOCKED = (
    "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException: "
    "Blocked Site Error"
)


@dataclass(frozen=True, kw_only=True)
class FakeCapture:
    """A capture that the stand-in holds. `lost`: listed, but playback shows another capture in its place."""

    url: str
    timestamp: str
    body: bytes = b""
    status: int = 200
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    listed_status: str | None = None
    digest: str = "A" * 32
    lost: bool = False


class FakeWayback:
    """Answers like web.archive.org. `base` is where it stands, known once it is served."""

    def __init__(self, captures: Iterable[FakeCapture], *, excluded: Iterable[str] = ()) -> None:
        self._captures = sorted(captures, key=lambda kept: kept.timestamp)
        self._excluded = {surt_key(url) for url in excluded}
        self.base = ""

    def __call__(self, asked: Asked) -> Reply:
        if asked.path.startswith("/cdx/search/cdx?"):
            return self._index(parse_qs(urlsplit(asked.path).query))
        stamp, _, url = asked.path.removeprefix("/web/").partition("/")
        return self._playback(stamp.removesuffix("id_"), url)

    def _of(self, url: str) -> list[FakeCapture]:
        return [kept for kept in self._captures if surt_key(kept.url) == surt_key(url)]

    def _playback(self, stamp: str, url: str) -> Reply:
        if surt_key(url) in self._excluded:
            return reply("403 Forbidden", b"Blocked", {"X-Archive-Wayback-Runtime-Error": BLOCKED})
        kept = self._of(url)
        shown = [capture for capture in kept if not capture.lost]
        if not shown:
            return reply("404 NOT FOUND", NOT_ARCHIVED, {"Content-Type": "text/html; charset=utf-8"})
        nearest = min(shown, key=lambda capture: distance(capture.timestamp, stamp))
        if nearest.timestamp != stamp:
            headers = {
                "Location": f"{self.base}/web/{nearest.timestamp}id_/{nearest.url}",
                "X-Archive-Redirect-Reason": f"found capture at {nearest.timestamp}",
            }
            return reply("302 FOUND", headers=headers)
        return self._memento(nearest, kept)

    def _memento(self, shown: FakeCapture, kept: list[FakeCapture]) -> Reply:
        at = kept.index(shown)
        named = {"first": kept[0], "last": kept[-1], "": shown}
        if at:
            named["prev"] = kept[at - 1]
        if at + 1 < len(kept):
            named["next"] = kept[at + 1]
        links = [f'<{shown.url}>; rel="original"', f'<{self.base}/web/{shown.url}>; rel="timegate"']
        links += [
            f'<{self.base}/web/{k.timestamp}/{k.url}>; rel="{rel} memento"; datetime="{http_date(k.timestamp)}"'
            for rel, k in named.items()
        ]
        headers = {
            "Memento-Datetime": http_date(shown.timestamp), "Link": ", ".join(links), "Content-Type": "text/html",
            "X-Archive-Orig-Server": "Apache", **shown.headers,
        }  # fmt: skip
        if shown.location:
            headers["Location"] = f"{self.base}/web/{shown.timestamp}id_/{urljoin(shown.url, shown.location)}"
        return reply(f"{shown.status} Whatever", shown.body, headers)

    def _index(self, query: dict[str, list[str]]) -> Reply:
        url = query["url"][0]
        if surt_key(url) in self._excluded:
            body = BLOCKED.encode()
            return reply("403 Forbidden", body, {"X-Archive-Wayback-Runtime-Error": BLOCKED})
        assert query["sort"] == ["closest"]
        assert query["filter"] == ["!statuscode:[45].."]
        kept = [k for k in self._of(url) if not (k.listed_status or str(k.status)).startswith(("4", "5"))]
        kept.sort(key=lambda k: distance(k.timestamp, query["closest"][0]))
        lines = [
            f"{surt_key(k.url)} {k.timestamp} {k.url} "
            f"{'warc/revisit' if k.listed_status == '-' else 'text/html'} {k.listed_status or k.status} {k.digest} 512"
            for k in kept[: int(query["limit"][0])]
        ]
        return reply(body="\n".join([*lines, *lines[:1], ""]).encode(), headers={"Content-Type": "text/plain"})
