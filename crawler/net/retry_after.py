"""The `Retry-After` header: how long a server asks its clients to wait (RFC 9110, section 10.2.3)."""

from datetime import UTC, datetime

from crawler.timestamps import from_http_date, moment


def retry_after_seconds(value: str, now: datetime | None = None) -> float | None:
    """Return the seconds that a header value asks for, a number or an HTTP date; None if it is neither.

    Args:
        value: the header's value, empty if the header is absent.
        now: the time from which to count to a date; the clock's if None.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    date = from_http_date(value)
    return max((moment(date) - (now or datetime.now(UTC))).total_seconds(), 0.0) if date else None
