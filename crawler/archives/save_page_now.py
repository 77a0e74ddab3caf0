"""Save Page Now: has the Wayback Machine capture a page, only if the user asks for it, at its own rate."""

from collections.abc import Mapping

from claims.records import Status
from crawler.archives.wayback import HOME
from crawler.net.client import HttpResponse
from crawler.net.retrying import Endpoint
from crawler.outcome import Failure

# The names that the Internet Archive's own tools give them (archive.org/account/s3.php).
ACCESS_KEY, SECRET_KEY = "IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"


class SavePageNow:
    """Save Page Now. Without keys in the environment it is anonymous: fewer saves a minute, and some are refused."""

    def __init__(self, endpoint: Endpoint, environment: Mapping[str, str], *, home: str = HOME) -> None:
        """Make it of an endpoint at `WAYBACK_SAVE_PER_MINUTE` that does not answer from the store."""
        self._endpoint, self._home = endpoint, home.rstrip("/")
        access, secret = environment.get(ACCESS_KEY), environment.get(SECRET_KEY)
        self._headers = {"Authorization": f"LOW {access}:{secret}"} if access and secret else {}

    async def save(self, url: str) -> str | Failure:
        """Capture `url` now; return the address of the capture, or why there is none."""
        answer = await self._endpoint.get(f"{self._home}/save/{url}", self._headers)
        if isinstance(answer, Failure):
            return answer
        from crawler.archives.wayback_cdx import saved_address  # see wayback.py

        return saved_address(url, answer) or self._refused(answer, url)

    def _refused(self, answer: HttpResponse, url: str) -> Failure:
        if answer.status in (401, 403):
            reason = f"the Wayback Machine does not save {url} for us: set {ACCESS_KEY} and {SECRET_KEY}"
            return Failure(status=Status.REFUSED, reason=reason)
        reason = f"the Wayback Machine did not save {url} (HTTP status {answer.status})"
        return Failure(status=Status.UNREACHABLE, reason=reason)
