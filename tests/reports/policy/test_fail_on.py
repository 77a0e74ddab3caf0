"""Conditions of --fail-on, parsed."""

import pytest

from claims.records import Status
from reports.policy.fail_on import parse_fail_on


@pytest.mark.parametrize("word", ["throttled", "unreachable", "bad", "bad > 2 %", "not_supported > x %", "> 2 %", ""])
def test_other_words_are_refused(word):
    with pytest.raises(ValueError, match=r"never a finding|not a verdict"):
        parse_fail_on([word])


def test_every_finished_status_can_be_asked_for():
    words = [status.value for status in Status if not status.unfinished]

    assert parse_fail_on(words).statuses == {status for status in Status if not status.unfinished}
