"""`--save`: after a run, ask the Wayback Machine to save the pages that no archive holds."""

from collections.abc import AsyncIterator, Mapping

from claims.records import Report, Status
from crawler.archives.save_page_now import SavePageNow
from crawler.archives.wayback import HOME
from crawler.net.rate_limits import UNSTATED_PER_MINUTE, WAYBACK_SAVE_PER_MINUTE
from crawler.settings import Settings
from crawler.storage.network import open_network


def unarchived(report: Report) -> tuple[str, ...]:
    """Return the URLs of which the archives answered that they hold no capture, each once, in order."""
    found: dict[str, None] = {}
    for document in report.documents:
        urls = {citation.id: citation.url for citation in document.citations}
        for check in (check for claim in document.claims for check in claim.checks):
            url = urls.get(check.citation)
            if check.status is Status.NEVER_ARCHIVED and url:
                found[url] = None
    return tuple(found)


async def save_missing(
    report: Report, settings: Settings, environment: Mapping[str, str], *, home: str = HOME
) -> AsyncIterator[str]:
    """Save every page of `report` that was never archived, at the rate that Save Page Now allows.

    Args:
        report: the report of the run.
        settings: the settings of the run.
        environment: holds the keys for Save Page Now, if there are any.
        home: base URL of the Wayback Machine.

    Yields:
        a line for each page: the URL of its new capture, or why there is none.
    """
    async with open_network(settings) as network:
        submissions = network.endpoint("Save Page Now", WAYBACK_SAVE_PER_MINUTE)
        saver = SavePageNow(submissions, network.endpoint("Save Page Now", UNSTATED_PER_MINUTE), environment, home=home)
        for url in unarchived(report):
            saved = await saver.save(url)
            yield f"saved {url}: {saved}" if isinstance(saved, str) else f"not saved: {saved.reason}"
