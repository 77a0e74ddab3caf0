"""Pages that no archive holds are given to the Wayback Machine, here a stand-in on loopback, and no others are."""

from dataclasses import replace
from pathlib import Path

import pytest

from claims.records import Check, Report, Status, Verdict
from crawler.app.save_missing import save_missing, unarchived
from crawler.settings import Settings
from tests.crawler.clock import VirtualClock
from tests.crawler.servers import Asked, Reply, reply, serving
from tests.reports.examples import lighthouse

pytestmark = pytest.mark.anyio


def report_with(*statuses: Status) -> Report:
    """A report with a claim whose checks, all of one citation, ended so."""
    report = lighthouse()
    (document,) = report.documents[:1]
    cited = next(citation for citation in document.citations if citation.url)
    checks = [Check(citation=cited.id, status=status, verdict=Verdict.SOURCE_UNAVAILABLE) for status in statuses]
    claim = replace(document.claims[0], checks=tuple(checks))
    return replace(report, documents=(replace(document, claims=(claim,)),))


def test_only_what_was_never_archived_is_wanted_and_each_page_once() -> None:
    assert len(unarchived(report_with(Status.NEVER_ARCHIVED, Status.NEVER_ARCHIVED))) == 1


@pytest.mark.parametrize("status", [Status.THROTTLED, Status.SOFT_404, Status.EXCLUDED, Status.NO_URL, Status.CHECKED])
def test_what_the_archives_did_not_deny_is_not_saved(status: Status) -> None:
    assert unarchived(report_with(status)) == ()


async def told(report: Report, home: str, store: Path) -> list[str]:
    settings = Settings(store=store, allow_private=True, rate=100)
    return [line async for line in save_missing(report, settings, {}, home=home)]


async def test_a_page_is_saved_and_its_capture_named(tmp_path: Path, clock: VirtualClock) -> None:
    report = report_with(Status.NEVER_ARCHIVED)
    (url,) = unarchived(report)

    def save(asked: Asked) -> Reply:
        if asked.path == "/save":
            return reply(body=b'{"job_id": "spn2-0123456789"}')
        return reply(body=b'{"status": "success", "timestamp": "20261123120000"}')

    with serving(save) as server:
        (line,) = await told(report, server.base, tmp_path)
        assert [asked.path for asked in server.asked] == ["/save", "/save/status/spn2-0123456789"]
    assert f"/web/20261123120000/{url}" in line


async def test_a_refusal_is_told_and_is_no_error(tmp_path: Path) -> None:
    with serving(lambda asked: reply("401 Unauthorized")) as server:
        (line,) = await told(report_with(Status.NEVER_ARCHIVED), server.base, tmp_path)
    assert line.startswith("not saved")
    assert "IA_ACCESS_KEY_ID" in line
