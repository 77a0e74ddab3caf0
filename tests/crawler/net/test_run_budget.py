"""Partial runs: what is over the budget is left for the next run, and what is known is kept."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from crawler.net.run_budget import RunBudget
from tests.crawler.clock import VirtualClock
from tests.crawler.servers import Asked, Reply, reply, serving
from tests.process import citewatch

TEXT = "The tower is 31 metres high, and it is still in use."
PAGE = f"<html><head><title>Towers</title></head><body><p>{TEXT}</p></body></html>".encode()
CLAIMS = "".join(f"The tower is 31 metres high.[{number}]\n\n" for number in range(1, 7))
LIST = "".join(f"{number}. ^ Towers. https://t{number}.example/. Retrieved 2010-01-02.\n" for number in range(1, 7))


def archive(asked: Asked) -> Reply:
    """A Memento archive that holds every page, captured on one day."""
    stamp = "20100101000000"
    if f"/{stamp}" not in asked.path:
        return reply("302 Found", headers={"Location": f"/web/{stamp}/{asked.path.removeprefix('/web/')}"})
    held = {"Memento-Datetime": "Fri, 01 Jan 2010 00:00:00 GMT", "Content-Type": "text/html; charset=utf-8"}
    return reply(body=PAGE, headers=held)


def verify(home: Path, base: str, *more: str) -> tuple[int, dict[str, Any]]:
    (home / "towers.txt").write_text(f"{CLAIMS}\nReferences\n\n{LIST}")
    finished = citewatch(
        "verify", "towers.txt", "--archive", f"{base}/web", "--allow-private", "--store", "store", *more, home=home
    )
    report: dict[str, Any] = json.loads((home / "citewatch-report" / "report.json").read_bytes())
    return finished.returncode, report


def fetched(report: dict[str, Any]) -> list[str | None]:
    return [check["fetched"] for claim in report["documents"][0]["claims"] for check in claim["checks"]]


def test_a_run_that_reaches_its_limit_is_not_finished_and_the_next_ones_go_on_where_it_stopped(tmp_path: Path) -> None:
    with serving(archive) as server:
        unchecked = []
        for _ in range(12):
            before = len(server.asked)
            status, report = verify(tmp_path, server.base, "--max-requests", "4")
            assert len(server.asked) - before <= 4
            unchecked.append(report["summary"]["unchecked"])
            assert status == (3 if unchecked[-1] else 0)
            if not unchecked[-1]:
                break
        asked = [request.path for request in server.asked]
    assert unchecked[0] > 0
    assert unchecked == sorted(unchecked, reverse=True)
    assert unchecked[-1] == 0
    assert report["summary"]["supported"] == 6
    assert len(asked) == len(set(asked))


def test_a_continued_run_says_which_results_are_from_when(tmp_path: Path) -> None:
    with serving(archive) as server:
        _, first = verify(tmp_path, server.base, "--max-requests", "8", "--jobs", "1")
        time.sleep(1.1)  # so that the second night is another second
        _, second = verify(tmp_path, server.base)
        _, offline = verify(tmp_path, server.base, "--offline")
    assert {None} < set(fetched(first))
    for before, after in zip(fetched(first), fetched(second), strict=True):
        assert after == before if before else after > max(filter(None, fetched(first)))
    assert fetched(offline) == fetched(second)


def test_the_report_says_why_a_citation_was_left(tmp_path: Path) -> None:
    with serving(archive) as server:
        _, report = verify(tmp_path, server.base, "--max-requests", "1", "--jobs", "1")
    reasons = [check["reason"] for claim in report["documents"][0]["claims"] for check in claim["checks"]]
    assert any("--max-requests" in reason for reason in reasons if reason)


@pytest.mark.anyio
async def test_time_that_is_over_ends_the_asking(clock: VirtualClock) -> None:
    budget = RunBudget(seconds=60)
    assert budget.spend() is None
    clock.now = 60
    assert "--max-time" in (budget.spend() or "")


@pytest.mark.anyio
async def test_a_budget_without_limits_never_ends() -> None:
    budget = RunBudget()
    assert [budget.spend() for _ in range(1000)] == [None] * 1000
