"""Known findings: made from a report, written, read, and how long they hold."""

from dataclasses import replace

import pytest

from claims.records import Verdict
from reports.formats.json import JsonFormat
from reports.policy.baseline import BaselineEntry, active_entries, baseline_of, expired, read_baseline, write_baseline
from tests.reports.examples import lighthouse
from tests.reports.lighthouse import LIGHTHOUSE
from tests.reports.lighthouse_text import AUTOMATED, LIT, OIL


def test_a_baseline_holds_every_finding_and_nothing_that_was_not_answered():
    texts = {entry.text for entry in baseline_of(lighthouse()).entries}

    assert LIT in texts
    assert "Visitors are rowed out on Sundays in July." in texts
    assert not texts & {OIL, AUTOMATED}


def test_a_baseline_read_back_is_the_same():
    baseline = baseline_of(lighthouse(), reason="known since May", until="2026-06-30")

    assert read_baseline(write_baseline(baseline)) == baseline


def test_a_report_serves_as_a_baseline():
    text = "".join(JsonFormat().render(lighthouse())["report.json"])

    assert read_baseline(text) == baseline_of(lighthouse())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"\xff", b'{"baseline_version": 1}', b'{"baseline_version": 2, "entries": []}']
)
def test_what_is_no_baseline_is_refused_with_a_mend(data):
    with pytest.raises(ValueError, match=r"citewatch baseline|report\.json"):
        read_baseline(data)


def test_an_entry_covers_its_claim_while_that_is_no_worse():
    claim = LIGHTHOUSE.claims[4]
    entry = BaselineEntry(id=claim.id, verdict=Verdict.PARTIALLY_SUPPORTED)

    assert entry.covers(claim)
    assert entry.covers(replace(claim, verdict=Verdict.SOURCE_UNAVAILABLE))
    assert not entry.covers(replace(claim, verdict=Verdict.NOT_SUPPORTED))
    assert not entry.covers(replace(claim, id="edited"))


@pytest.mark.parametrize(
    ("until", "today", "over"),
    [
        (None, "2026-01-01", False),
        ("2026-01-01", "2026-01-01", False),
        ("2026-01-01", "2026-01-02", True),
        ("2026-01", "2026-01-31", False),
        ("2026-01", "2026-02-01", True),
    ],
)
def test_an_entry_expires_after_its_last_day(until, today, over):
    assert expired(until, today) is over


def test_of_two_entries_for_a_claim_the_more_lenient_one_in_force_holds():
    strict = BaselineEntry(id="a", verdict=Verdict.PARTIALLY_SUPPORTED)
    lenient = BaselineEntry(id="a", verdict=Verdict.NOT_SUPPORTED, until="2026-01-31")

    assert active_entries((lenient, strict), "2026-01-31")["a"] is lenient
    assert active_entries((lenient, strict), "2026-02-01")["a"] is strict
