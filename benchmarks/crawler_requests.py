"""Requests that an article of 300 references costs at the Wayback Machine, counted at a stand-in.

`python -m benchmarks.crawler_requests` looks every reference up and prints the requests to the playback and to the
index, and the time that they take at the pace which the Wayback Machine states. The stand-in answers as recorded
sessions of web.archive.org do (tests/crawler/archives/fake_wayback.py). Its pages have 1 to 40 captures from 2005 to
2020, at random times; of a hundred, six were never archived, five were captured as errors about the wanted day, three
as not-found pages, and six redirect. The limits are those of issue 13.
"""

import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import anyio

from claims.records import Citation
from crawler.archives.wayback import WaybackArchive
from crawler.lookup.capture_lookup import look_up
from crawler.net.rate_limits import UNLIMITED, WAYBACK_INDEX_PER_MINUTE, WAYBACK_PLAYBACK_PER_MINUTE
from crawler.net.retrying import Service
from crawler.settings import Settings
from crawler.storage.network import open_network
from tests.crawler.archive_files import article
from tests.crawler.archives.fake_wayback import FakeCapture, FakeWayback
from tests.crawler.servers import serving

REFERENCES = 300
FIRST, LAST = date(2005, 1, 1), date(2020, 1, 1)
LIMITS = {0.0: 780, 0.6: 590}
NOT_FOUND = b"<html><title>Page not found</title><p>The page was not found on this server.</p></html>"
KINDS = {"never": 6, "error": 5, "not found": 3, "redirect": 6, "page": 80}


def main() -> None:
    """Count the requests of an article with access dates alone, and of one where 60 % of references name captures."""
    print(f"{'references':34} {'playback':>8} {'index':>6} {'sum':>5} {'limit':>6} {'minutes':>8}")
    for named, limit in LIMITS.items():
        playback, index = anyio.run(requests, named)
        minutes = max(playback / WAYBACK_PLAYBACK_PER_MINUTE, index / WAYBACK_INDEX_PER_MINUTE)
        what = f"{REFERENCES}, {named:.0%} name a capture"
        print(f"{what:34} {playback:8} {index:6} {playback + index:5} {limit:6} {minutes:8.1f}")


async def requests(named: float) -> tuple[int, int]:
    """Return the requests to playback and index for all references, of which the share `named` names a capture."""
    rng = random.Random(13)
    citations, captures = [], []
    for number in range(REFERENCES):
        page = list(_captures(rng, number))
        captures += page
        citations.append(_citation(rng, number, page, named=rng.random() < named))
    standing = FakeWayback(captures)
    with serving(standing) as server, tempfile.TemporaryDirectory() as folder:
        standing.base = server.base
        settings = Settings(store=Path(folder), allow_private=True)
        async with open_network(settings) as network:
            service = Service("wayback")
            playback, index = (network.caching_fetcher(service, UNLIMITED) for _ in range(2))
            archive = WaybackArchive(playback, index, home=server.base)
            for citation in citations:
                result = await look_up(citation, [archive], None)
                assert not result.status.unfinished, result.reason
        indexed = sum(asked.path.startswith("/cdx/") for asked in server.asked)
        return len(server.asked) - indexed, indexed


def _captures(rng: random.Random, number: int) -> Iterator[FakeCapture]:
    (kind,) = rng.choices(list(KINDS), list(KINDS.values()))
    if kind == "never":
        return
    url, body = f"http://site{number}.example/{number}", article(f"This is page {number}.")
    days = sorted(rng.sample(range((LAST - FIRST).days), rng.randint(1, 40)))
    for place, day in enumerate(days):
        stamp = f"{FIRST + timedelta(day):%Y%m%d}120000"
        later = place >= len(days) // 2
        if kind == "redirect":
            yield FakeCapture(url=url, timestamp=stamp, status=301, location=f"{url}/new")
            yield FakeCapture(url=f"{url}/new", timestamp=f"{stamp[:-1]}5", body=body)
        elif kind == "page" or not later:
            yield FakeCapture(url=url, timestamp=stamp, body=body, digest=f"{number:032}")
        elif kind == "error":
            yield FakeCapture(url=url, timestamp=stamp, body=NOT_FOUND, status=404)
        else:
            yield FakeCapture(url=url, timestamp=stamp, body=NOT_FOUND, digest="N" * 32)


def _citation(rng: random.Random, number: int, captures: list[FakeCapture], *, named: bool) -> Citation:
    url = f"http://site{number}.example/{number}"
    access = FIRST + timedelta(rng.randrange((LAST - FIRST).days))
    own = [capture for capture in captures if capture.url == url]
    archive_url = f"https://web.archive.org/web/{rng.choice(own).timestamp}/{url}" if named and own else None
    return Citation(
        id=str(number), text="", url=url, urls=(url,), archive_url=archive_url, access_date=access.isoformat()
    )


if __name__ == "__main__":
    main()
