"""What is asked again, when, and when no more: the policy between a limiter and the client.

An answer of 429 holds back every request to the same endpoint for as long as it says. A service that says so again and
again, or that refuses connections after having said so, has banned us: it is not asked any more in this run. A service
that fails a few times in a row is left alone for a while, so that hundreds of citations do not wait for it one by one.
"""

from dataclasses import dataclass

import anyio
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_base, wait_random_exponential

from claims.records import Status
from crawler.net.citation_budget import TIMEOUTS, seconds_left, timed_request
from crawler.net.client import AddressForbidden, Client, ConnectionRefused, HttpResponse, RequestFailed
from crawler.net.decoding import TooLarge
from crawler.net.rate_limits import RateLimiter
from crawler.net.retry_after import retry_after_seconds
from crawler.net.run_budget import RunBudget
from crawler.outcome import Failure

# Worth another try: the server is overloaded or on its way up. 501 and 505 say "never".
_PASSING = (500, 502, 503, 504, 520, 521, 522, 523, 524)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How long to wait for what; all times in seconds.

    Attributes:
        attempts: requests for one answer, the first included.
        backoff: the longest random wait before the second attempt; it doubles each time up to `max_backoff`.
        pause: the wait after a 429 that names none (akamhy/waybackpy#200: `Retry-After` is sometimes absent).
        min_pause: the wait after a 429 that names less.
        max_pause: a 429 that asks for more than this is not waited for: the endpoint is closed for the run.
        scoldings: 429s in a row, each obeyed, after which the endpoint is closed for the run.
        failures: answers in a row that never came, after which the service is left alone for `recovery`.
    """

    attempts: int = 3
    backoff: float = 2.0
    max_backoff: float = 30.0
    pause: float = 60.0
    min_pause: float = 1.0
    max_pause: float = 300.0
    scoldings: int = 3
    failures: int = 10
    recovery: float = 60.0


class _Passing(Exception):  # noqa: N818
    """No answer, or none worth having, that another attempt may mend."""


class _Scolded(Exception):  # noqa: N818
    """The service answered 429. It is asked again when the pause that it wants is over."""


class Service:
    """A host, whose endpoints share its mood: a ban holds for all of them.

    Attributes:
        closed: why it is not asked any more in this run, or None.
        scolded: whether it ever answered 429 in this run.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.closed: str | None = None
        self.scolded = False


class Endpoint:
    """A part of a service that has a rate of its own.

    Attributes:
        max_bytes: the most bytes of one answer, sent or decoded.
    """

    def __init__(
        self,
        service: Service,
        client: Client,
        limiter: RateLimiter,
        retry_policy: RetryPolicy | None = None,
        budget: RunBudget | None = None,
    ) -> None:
        self.service, self.limiter = service, limiter
        self._budget = budget or RunBudget()
        self.max_bytes = client.max_bytes
        self._client = client
        self._retry_policy = retry_policy or RetryPolicy()
        self._scoldings = 0
        self._failures = 0
        self._rests_until = 0.0

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """The answer of `url`, of any status but 429 and those that other attempts did not mend."""
        retrying = AsyncRetrying(
            sleep=anyio.sleep, stop=stop_after_attempt(self._retry_policy.attempts), wait=_Wait(self._retry_policy),
            retry=retry_if_exception_type((_Passing, _Scolded)), reraise=True,
        )  # fmt: skip
        try:
            answer: HttpResponse | Failure = await retrying(self._attempt, url, headers)
        except _Scolded as error:
            return Failure(status=Status.THROTTLED, reason=str(error))
        except _Passing as error:
            return self._failed(str(error))
        except AddressForbidden as error:
            return Failure(status=Status.REFUSED, reason=str(error))
        except TooLarge:
            most = f"{self.max_bytes / 1e6:g} million bytes"
            return Failure(status=Status.TOO_LARGE, reason=f"{self.service.name} sent more than {most}")
        if isinstance(answer, HttpResponse):
            self._failures = self._scoldings = 0
        return answer

    async def _attempt(self, url: str, headers: dict[str, str] | None) -> HttpResponse | Failure:
        if closed := self._closed():
            return closed
        if seconds_left(self._client.timeout) <= 0:
            return self._given_up()
        with anyio.move_on_at(self._budget.deadline):
            await self.limiter.turn()
        if closed := self._closed():  # meanwhile
            return closed
        if spent := self._budget.spend():
            return Failure(status=Status.UNREACHABLE, reason=f"{self.service.name} was not asked: {spent}")
        try:
            with timed_request(self._client.timeout) as request:
                answer = await self._client.get(url, headers)
        except ConnectionRefused as error:
            if self.service.scolded:
                # EDGI wayback #137: who goes on after 429s is locked out by the firewall for an hour and longer
                self.service.closed = "it refuses connections after having said that it was asked too often"
                return self._closed() or Failure(status=Status.THROTTLED, reason=self.service.closed)
            raise _Passing(f"{self.service.name} could not be reached: {error}") from error
        except RequestFailed as error:
            raise _Passing(f"{self.service.name} gave no answer: {error}") from error
        if request.cancelled_caught:
            return self._given_up()
        if answer.header("memento-datetime"):
            return answer  # archived: the trouble it tells of, if any, was the page's
        if answer.status == 429:
            raise self._scold(answer)
        if answer.status in _PASSING:
            raise _Passing(f"{self.service.name} is in trouble (HTTP status {answer.status})")
        return answer

    def _scold(self, answer: HttpResponse) -> Exception:
        wait = retry_after_seconds(answer.header("retry-after"))
        wait = self._retry_policy.pause if wait is None else max(wait, self._retry_policy.min_pause)
        self.service.scolded = True
        if not self.limiter.paused:  # requests that were under way together are scolded together
            self._scoldings += 1
        if self._scoldings >= self._retry_policy.scoldings or wait > self._retry_policy.max_pause:
            self.service.closed = f"it said {self._scoldings} times in a row that it was asked too often"
            if wait > self._retry_policy.max_pause:
                self.service.closed = f"it wants to be left alone for {wait:.0f} seconds"
        else:
            self.limiter.pause(wait)
        return _Scolded(f"{self.service.name} was asked too often (HTTP status 429)")

    def _given_up(self) -> Failure:
        most = f"{TIMEOUTS * self._client.timeout:g} seconds"
        reason = f"{self.service.name} was given up: this citation has had the {most} that one may take"
        return Failure(status=Status.UNREACHABLE, reason=reason)

    def _failed(self, reason: str) -> Failure:
        self._failures += 1
        if self._failures >= self._retry_policy.failures:
            self._rests_until = anyio.current_time() + self._retry_policy.recovery
        return Failure(status=Status.UNREACHABLE, reason=reason)

    def _closed(self) -> Failure | None:
        name = self.service.name
        if self.service.closed:
            reason = f"{name} is not asked any more in this run: {self.service.closed}"
            return Failure(status=Status.THROTTLED, reason=reason)
        if anyio.current_time() < self._rests_until:
            reason = f"{name} failed {self._failures} times in a row and is left alone for a while"
            return Failure(status=Status.UNREACHABLE, reason=reason)
        return None


class _Wait(wait_base):
    """Random and growing after trouble; none after a 429, for which the limiter holds everybody back."""

    def __init__(self, retry_policy: RetryPolicy) -> None:
        self._jitter = wait_random_exponential(multiplier=retry_policy.backoff, max=retry_policy.max_backoff)

    def __call__(self, retry_state: RetryCallState) -> float:
        error = retry_state.outcome.exception() if retry_state.outcome else None
        return 0.0 if isinstance(error, _Scolded) else self._jitter(retry_state)
