"""A wiki on loopback that speaks the parts of MediaWiki's REST and Action interfaces that citewatch asks."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, unquote, urlsplit

from tests.crawler.servers import Asked, Reply, Server, reply, serving

Revisions = dict[str, list[tuple[int, str, str]]]
"""Of each title: number, time and HTML of its revisions, oldest first."""


@contextmanager
def wiki(pages: Revisions, before: Callable[[Asked], Reply | None] = lambda asked: None) -> Iterator[Server]:
    """A wiki with these pages; `before` may answer a request in its stead."""

    def answer(asked: Asked) -> Reply:
        return before(asked) or _answer(pages, urlsplit(asked.path).path, parse_qs(urlsplit(asked.path).query))

    with serving(answer) as server:
        yield server


def _answer(pages: Revisions, path: str, query: dict[str, list[str]]) -> Reply:
    by_number = {number: (title, time, html) for title, all_of in pages.items() for number, time, html in all_of}
    parts = path.split("/")
    if path == "/w/api.php":
        return _query(pages, query)
    if parts[:5] == ["", "w", "rest.php", "v1", "page"] and unquote(parts[5]) in pages:
        title = unquote(parts[5])
        number, time, _ = pages[title][-1]
        return _json({"title": title, "latest": {"id": number, "timestamp": time}})
    if parts[:5] == ["", "w", "rest.php", "v1", "revision"] and int(parts[5]) in by_number:
        title, time, html = by_number[int(parts[5])]
        if parts[6] == "bare":
            return _json({"id": int(parts[5]), "timestamp": time, "page": {"title": title}})
        return reply(body=html.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
    return reply("404 Not Found", b'{"httpCode": 404}', {"Content-Type": "application/json"})


def _query(pages: Revisions, query: dict[str, list[str]]) -> Reply:
    title = query["titles"][0]
    if title not in pages:
        return _json({"query": {"pages": [{"title": title, "missing": True}]}})
    start = query.get("rvstart", [""])[0]
    if query["rvdir"] == ["newer"]:
        fitting = pages[title]
    else:
        fitting = [revision for revision in reversed(pages[title]) if not start or revision[1] <= start]
    found = [{"revid": number, "timestamp": time} for number, time, _ in fitting[:1]]
    return _json({"query": {"pages": [{"title": title, "revisions": found} if found else {"title": title}]}})


def _json(said: object) -> bytes:
    return reply(body=json.dumps(said).encode(), headers={"Content-Type": "application/json"})
