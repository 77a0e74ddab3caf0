"""Why there is no capture, no answer or no text: a value, since "could not check" is a result and not an error."""

from dataclasses import dataclass

from claims.records import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """The status to report, and the reason in words.

    Attributes:
        by_title: whether only a title speaks against the page, which a page that speaks of the claim's matter refutes.
    """

    status: Status
    reason: str
    by_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchHost(Failure):
    """There is no host of that name, as the name servers said each time that they were asked."""
