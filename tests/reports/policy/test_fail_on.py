"""Conditions of --fail-on, parsed."""

import pytest

from claims.records import Status, Verdict
from reports.policy.fail_on import parse_fail_on


@pytest.mark.parametrize(
    "word", ["throttled", "unreachable", "bad", "bad > 2 %", "not_supported > x %", "> 2 %", "never", ""]
)
def test_other_words_are_refused(word):
    with pytest.raises(ValueError, match=r"never a finding|not a verdict"):
        parse_fail_on([word])


@pytest.mark.parametrize("words", [[], ["none", "uncited"]])
def test_no_condition_is_spelt_none_and_alone(words):
    with pytest.raises(ValueError, match="none"):
        parse_fail_on(words)


def test_every_verdict_can_be_asked_for():
    assert parse_fail_on(list(Verdict)).verdicts == set(Verdict)


def test_every_finished_status_can_be_asked_for():
    words = [status.value for status in Status if not status.unfinished]

    assert parse_fail_on(words).statuses == {status for status in Status if not status.unfinished}
