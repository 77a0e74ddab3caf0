"""Times as archives write them: 14 digits of UTC, or the first 4 to 13 of these. Pure.

Impossible dates occur (`20070800000000`, see edgi-govdata-archiving/wayback issues #83 and #85), so nothing here
raises for odd digits: they are read as the nearest possible date.
"""

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

_EARLIEST = "00000101000000"
LATEST = "99991231235959"
"""The last moment that 14 digits can name, for which archives show their last capture."""

_LAST_ZONE = timedelta(hours=12)


def first_moment(date: str) -> str:
    """Return the first second of a date of any precision (`2006-03`, `2006`, `20060312`), as 14 digits."""
    digits = _digits(date)
    return digits + _EARLIEST[len(digits) :]


def last_moment(date: str) -> str:
    """Return the last second of a date of any precision, as 14 digits."""
    digits = _digits(date)
    if len(digits) == 6:
        digits += f"{_month_length(digits):02}"
    return digits + LATEST[len(digits) :]


def end_of_day(date: str) -> str:
    """Return the last second of a date in the last time zone (UTC-12), as 14 digits; a time of day stays as it is.

    An author who writes a date may be in any time zone, and read the page until midnight there.
    """
    last = last_moment(date)
    return last if len(_digits(date)) > 8 else from_datetime(moment(last) + _LAST_ZONE)


def moment(timestamp: str) -> datetime:
    """Return the time that up to 14 digits name; parts out of range are clamped."""
    digits = first_moment(timestamp)
    year, month = max(int(digits[:4]), 1), min(max(int(digits[4:6]), 1), 12)
    day = min(max(int(digits[6:8]), 1), monthrange(year, month)[1])
    hour, minute, second = min(int(digits[8:10]), 23), min(int(digits[10:12]), 59), min(int(digits[12:14]), 59)
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def distance(one: str, other: str) -> timedelta:
    """Return the time between two timestamps, never negative."""
    return abs(moment(one) - moment(other))


def days_between(date: str, timestamp: str) -> int:
    """Return the whole days from an ISO date to a capture, negative if the capture is older.

    From a month or year they are counted from its first or its last day; within it they are 0.
    """
    day, first, last = (moment(time).date() for time in (timestamp, first_moment(date), last_moment(date)))
    return (day - first).days if day < first else max((day - last).days, 0)


def iso_date(timestamp: str) -> str:
    """Return `20071026120000` as `2007-10-26`."""
    return moment(timestamp).date().isoformat()


def iso(timestamp: str) -> str:
    """Return `20071026120000` as `2007-10-26T12:00:00Z`."""
    return moment(timestamp).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_datetime(time: datetime) -> str:
    """Return an aware time as 14 digits."""
    return time.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def from_http_date(text: str) -> str | None:
    """Return an HTTP date (`Fri, 24 Nov 2017 15:13:15 GMT`) as 14 digits, or None if it is not one."""
    try:
        time = parsedate_to_datetime(text)  # has no zone for -0000, which means UTC too
        return from_datetime(time if time.tzinfo else time.replace(tzinfo=UTC))
    except (ValueError, TypeError, OverflowError):
        return None


def http_date(timestamp: str) -> str:
    """Return a timestamp as HTTP writes it."""
    return format_datetime(moment(timestamp), usegmt=True)


def _digits(date: str) -> str:
    """Return the digits of a date: an even number of them, at least the year and at most 14."""
    digits = re.sub(r"\D", "", date.partition("+")[0])[:14]
    digits = digits[: 4 if len(digits) < 6 else len(digits) // 2 * 2]
    return digits if len(digits) >= 4 else "0001"


def _month_length(digits: str) -> int:
    return monthrange(max(int(digits[:4]), 1), min(max(int(digits[4:6]), 1), 12))[1]
