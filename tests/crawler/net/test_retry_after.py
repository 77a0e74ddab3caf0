"""crawler.net.retry_after: how long a server asks to wait."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest

from crawler.net.retry_after import retry_after_seconds

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_number_is_seconds() -> None:
    assert retry_after_seconds(" 120 ", NOW) == 120


@pytest.mark.parametrize("hours", [0, 2, -8])
def test_a_date_in_any_zone_is_counted_from_now(hours: int) -> None:
    later = (NOW + timedelta(seconds=90)).astimezone(timezone(timedelta(hours=hours)))
    assert retry_after_seconds(format_datetime(later), NOW) == 90


def test_a_date_in_the_past_asks_for_no_wait() -> None:
    assert retry_after_seconds(format_datetime(NOW - timedelta(days=1)), NOW) == 0


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5"])
def test_other_values_ask_for_nothing(value: str) -> None:
    assert retry_after_seconds(value, NOW) is None
