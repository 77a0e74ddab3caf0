"""Save Page Now: has the Wayback Machine capture a page, only if the user asks for it, at its own rate.

A save takes half a minute and more. So a page is submitted once, which gives a job, and the job is asked for until it
is done; nothing is submitted twice because an answer was slow.
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import anyio

from claims.records import Status
from crawler.archives.wayback import HOME
from crawler.net.client import HttpResponse
from crawler.net.decoding import TooLarge
from crawler.net.retrying import Endpoint
from crawler.outcome import Failure

# The names that the Internet Archive's own tools give them (archive.org/account/s3.php).
ACCESS_KEY, SECRET_KEY = "IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"
_FORM = "application/x-www-form-urlencoded"
# Users without keys get a page that watches the job, in place of JSON.
_JOB = re.compile(r"\bspn2-[0-9a-z]{8,80}")
# Seconds between questions, and after which a job is given up: most take 33, the longest two minutes.
_PAUSE, _LONGEST = 6.0, 180.0
_MOST_READ = 1_000_000


class SavePageNow:
    """Save Page Now. Without keys in the environment it is anonymous: fewer saves a minute, and some are refused."""

    def __init__(
        self, submissions: Endpoint, jobs: Endpoint, environment: Mapping[str, str], *, home: str = HOME
    ) -> None:
        """Make it of endpoints that do not answer from the store: `submissions` at `WAYBACK_SAVE_PER_MINUTE`."""
        self._submissions, self._jobs, self._home = submissions, jobs, home.rstrip("/")
        access, secret = environment.get(ACCESS_KEY), environment.get(SECRET_KEY)
        keys = {"Authorization": f"LOW {access}:{secret}"} if access and secret else {}
        self._headers = {"Accept": "application/json", **keys}

    async def save(self, url: str) -> str | Failure:
        """Capture `url` now; return the address of the capture, or why there is none."""
        content = urlencode({"url": url}).encode()
        answer = await self._submissions.post(f"{self._home}/save", content, self._headers | {"Content-Type": _FORM})
        if isinstance(answer, Failure):
            return answer
        job = _JOB.search(_text(answer))
        return await self._finished(url, job[0]) if job else self._refused(answer, url)

    async def _finished(self, url: str, job: str) -> str | Failure:
        """Ask for a job until it is done."""
        begun = anyio.current_time()
        while anyio.current_time() - begun < _LONGEST:
            await anyio.sleep(_PAUSE)
            answer = await self._jobs.get(f"{self._home}/save/status/{job}", self._headers)
            if isinstance(answer, Failure):
                return answer
            said = _json(answer)
            if said.get("status") == "success":
                return f"https://web.archive.org/web/{said.get('timestamp')}/{said.get('original_url') or url}"
            if said.get("status") == "error":
                reason = f"the Wayback Machine could not save {url}: {said.get('message') or said.get('status_ext')}"
                return Failure(status=Status.UNREACHABLE, reason=reason)
        reason = f"the Wayback Machine had not saved {url} after {_LONGEST:.0f} seconds, and may still do so"
        return Failure(status=Status.UNREACHABLE, reason=reason)

    def _refused(self, answer: HttpResponse, url: str) -> Failure:
        if answer.status in (401, 403):
            reason = f"the Wayback Machine does not save {url} for us: set {ACCESS_KEY} and {SECRET_KEY}"
            return Failure(status=Status.REFUSED, reason=reason)
        reason = f"the Wayback Machine did not save {url} (HTTP status {answer.status})"
        return Failure(status=Status.UNREACHABLE, reason=reason)


def _text(answer: HttpResponse) -> str:
    try:
        return answer.plain(_MOST_READ).decode("utf-8", "replace")
    except TooLarge:
        return ""


def _json(answer: HttpResponse) -> dict[str, Any]:
    try:
        said = json.loads(_text(answer))
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
