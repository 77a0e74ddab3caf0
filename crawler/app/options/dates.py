"""Dates as the options take them: a day, a month or a year."""

import re
from datetime import UTC, date, datetime, timedelta

from crawler.settings import ISO_DATE


def is_date(text: str) -> bool:
    """Return whether `text` is a day, month or year of the calendar: `2010-01-31`, `2010-01`, `2010`."""
    first_day = text + "-01-01"[len(text) - len("2010") :]
    try:
        return re.fullmatch(ISO_DATE, text) is not None and bool(date.fromisoformat(first_day))
    except ValueError:
        return False


def in_future(text: str) -> bool:
    """Return whether the day, month or year `text` begins after today, which is tomorrow already in some time zone."""
    return text > (datetime.now(UTC) + timedelta(days=1)).date().isoformat()


def in_past(text: str) -> bool:
    """Return whether the day, month or year `text` ended before today in every time zone."""
    return text < (datetime.now(UTC) - timedelta(days=1)).date().isoformat()[: len(text)]
