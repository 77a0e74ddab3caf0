"""The list of Common Crawl's crawls, and which of them are nearest to a date. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from crawler.timestamps import first_moment, from_datetime, moment

_WEEK = re.compile(r"CC-MAIN-(\d{4})-(\d{2})")
_YEARS = re.compile(r"CC-MAIN-(\d{4})(?:-(\d{4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """A crawl: its name (`CC-MAIN-2024-33`), and the times of its first and last capture, 14 digits of UTC."""

    name: str
    start: str
    end: str


def parse_crawls(document: bytes) -> tuple[Crawl, ...]:
    """Return the crawls of a `collinfo.json`, newest first; what is none is left out.

    Raises:
        ValueError: it is no such list.
    """
    entries = msgspec.json.decode(document, type=list[dict[str, Any]])
    crawls = [crawl for entry in entries if (crawl := _crawl(entry))]
    if not crawls:
        raise ValueError("it names no crawl")
    return tuple(sorted(crawls, key=lambda crawl: crawl.end, reverse=True))


def crawls_near(crawls: tuple[Crawl, ...], near: str | None) -> list[Crawl]:
    """Return the crawls by their distance from a time (14 digits); newest first if that is None."""
    return list(crawls) if near is None else sorted(crawls, key=lambda crawl: _away(crawl, near))


def _away(crawl: Crawl, near: str) -> timedelta:
    wanted = moment(near)
    return max(moment(crawl.start) - wanted, wanted - moment(crawl.end), timedelta(0))


def _crawl(entry: dict[str, Any]) -> Crawl | None:
    """Return a crawl; its times, which the list states since 2023, follow from its name if it does not."""
    name, start, end = (str(entry.get(field) or "") for field in ("id", "from", "to"))
    if not name:
        return None
    if start and end:
        return Crawl(name=name, start=first_moment(start), end=first_moment(end))
    if week := _WEEK.fullmatch(name):
        try:
            monday = datetime.fromisocalendar(int(week[1]), int(week[2]), 1).replace(tzinfo=UTC)
        except ValueError:
            return None
        # Crawls are named after the week of their end (commoncrawl.org, the list of crawls), and take about two.
        return Crawl(
            name=name, start=from_datetime(monday - timedelta(days=7)), end=from_datetime(monday + timedelta(days=7))
        )  # fmt: skip
    if years := _YEARS.fullmatch(name):
        return Crawl(name=name, start=f"{years[1]}0101000000", end=f"{years[2] or years[1]}1231235959")
    return None
