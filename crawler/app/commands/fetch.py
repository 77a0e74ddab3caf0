"""`citewatch fetch`: print the archived copy that `verify` would use for a URL, its text, or the page itself."""

import sys
from dataclasses import replace
from typing import Literal

import anyio
import msgspec

from claims.errors import UsageError
from claims.records import Citation, Status
from claims.references.links.urls import without_credentials
from crawler.app.open_archives import open_archives
from crawler.lookup.capture_lookup import look_up
from crawler.lookup.lookup_result import LookupResult
from crawler.settings import Settings
from crawler.urls import split_web_url
from reports.text.sanitising import clean

Show = Literal["text", "html"]


def run(url: str, at: str | None, show: Show | None, settings: Settings) -> int:
    """Print the copy of `url` nearest to the date `at`: as JSON, its `text` alone, or the page itself (`html`).

    Returns:
        0 if a readable copy was found, 3 if an archive would not or could not answer, 1 otherwise.

    Raises:
        claims.errors.UsageError: `url` is no address of a web page, or an archive is wrong.
    """
    if split_web_url(url) is None:
        mend = "Give one that begins with http:// or https://."
        raise UsageError("this is no address of a web page.", place=without_credentials(url), mend=mend)
    obtained = anyio.run(_obtain, url, at, settings)
    if show is not None and obtained.source is None:
        print(clean(f"{url}: {obtained.status.value}: {obtained.reason}"), file=sys.stderr)
    else:
        sys.stdout.buffer.write(_shown(obtained, show))
        sys.stdout.flush()
    if obtained.status is Status.CHECKED:
        return 0
    return 3 if obtained.status.unfinished else 1


def _shown(obtained: LookupResult, show: Show | None) -> bytes:
    source = obtained.whole_source() or obtained.source
    if show == "html":
        page = obtained.capture.url if obtained.capture else ""
        return next((response.body for response in obtained.responses if response.url == page), b"")
    if show == "text":
        return f"{source.text if source else ''}\n".encode()
    return msgspec.json.format(msgspec.json.encode(replace(obtained, source=source, responses=())), indent=2) + b"\n"


async def _obtain(url: str, at: str | None, settings: Settings) -> LookupResult:
    url = without_credentials(url)
    citation = Citation(id="1", text=url, url=url, urls=(url,), access_date=at)
    async with open_archives(settings) as archives:
        return await look_up(citation, archives, settings.as_of)
