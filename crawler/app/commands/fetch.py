"""`citewatch fetch`: print the archived copy that `verify` would use for a URL, and its text."""

import sys
from dataclasses import replace

import anyio
import msgspec

from claims.records import Citation, Status
from claims.references.urls import without_credentials
from crawler.app.open_archives import open_archives
from crawler.lookup.capture_lookup import LookupResult, look_up
from crawler.settings import Settings
from reports.text.sanitising import clean


def run(url: str, at: str | None, text_only: bool, settings: Settings) -> int:
    """Print the copy of `url` nearest to the date `at` as JSON, or with `text_only` its text alone.

    Returns:
        0 if a readable copy was found, 3 if an archive would not or could not answer, 1 otherwise.
    """
    obtained = anyio.run(_obtain, url, at, settings)
    source = obtained.whole_source() or obtained.source
    if text_only and source is not None:
        sys.stdout.write(source.text + "\n")
    elif text_only:
        print(clean(f"{url}: {obtained.status.value}: {obtained.reason}"), file=sys.stderr)
    else:
        sys.stdout.buffer.write(
            msgspec.json.format(msgspec.json.encode(replace(obtained, source=source, response=None)), indent=2) + b"\n"
        )
        sys.stdout.flush()
    if obtained.status is Status.CHECKED:
        return 0
    return 3 if obtained.status.unfinished else 1


async def _obtain(url: str, at: str | None, settings: Settings) -> LookupResult:
    url = without_credentials(url)
    citation = Citation(id="1", text=url, url=url, urls=(url,), access_date=at)
    async with open_archives(settings) as archives:
        return await look_up(citation, archives, settings.as_of)
