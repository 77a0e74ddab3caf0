"""Which requests are repeated, when, and when no more: the policy between the rate limiter and the client.

A response of 429 holds back every request to the same endpoint for as long as it says. A service that answers 429
again and again, or that refuses connections after a 429, has banned us: it is not asked again in this run. A service
that fails several times in a row is not asked for a while, so that hundreds of citations do not each wait for it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type
from tenacity.wait import wait_base, wait_random_exponential

from claims.records import Status
from crawler.net.address_guard import AddressForbidden
from crawler.net.citation_budget import TIMEOUTS, seconds_left, timed_request
from crawler.net.client import Client, ConnectionRefused, HttpResponse, NameNotFound, RequestFailed
from crawler.net.decoding import TooLarge
from crawler.net.rate_limits import RateLimiter
from crawler.net.retry_after import retry_after_seconds
from crawler.net.run_budget import RunBudget
from crawler.outcome import Failure, NoSuchHost

# The server is overloaded or restarting, so another attempt may succeed. 501 and 505 mean "never".
_TRANSIENT_STATUSES = (500, 502, 503, 504, 520, 521, 522, 523, 524)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often to try, and how long to wait; all times in seconds.

    Attributes:
        attempts: requests for one response, the first included.
        backoff: the longest random wait before the second attempt; it doubles each time up to `max_backoff`.
        max_backoff: see `backoff`.
        pause: the wait after a 429 without `Retry-After` (akamhy/waybackpy#200: it is sometimes absent).
        min_pause: the wait after a 429 that asks for less.
        max_pause: a 429 that asks for more is not waited for: the service is not asked again in this run.
        max_throttles: 429s in a row, each obeyed, after which the service is not asked again in this run.
        max_failures: failures in a row after which an endpoint is not asked for `recovery`.
        slow_down: how long a 503 without `Retry-After` holds back every request to the endpoint; it doubles each time
            in a row up to `max_backoff`.
        max_resets: requests in a row that got no answer at all, after which it is not either.
        recovery: see `max_failures`.
    """

    attempts: int = 3
    backoff: float = 2.0
    max_backoff: float = 30.0
    pause: float = 60.0
    min_pause: float = 1.0
    max_pause: float = 300.0
    max_throttles: int = 3
    max_failures: int = 10
    slow_down: float = 0.0
    max_resets: int = 6
    recovery: float = 60.0


class _Transient(Exception):  # noqa: N818
    """No response, or an error that another attempt may mend."""


class _NoHost(_Transient):
    """There is no host of that name, which one more attempt confirms."""


class _Throttled(Exception):  # noqa: N818
    """The service answered 429. It is asked again when the pause that it asks for is over."""


class Service:
    """A host. Its endpoints share its fate: a ban holds for all of them.

    Attributes:
        name: what reports call it.
        closed: why it is not asked again in this run, or None.
        throttled: whether it ever answered 429 in this run.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.closed: str | None = None
        self.throttled = False


class Endpoint:
    """A part of a service that has a rate of its own.

    Attributes:
        max_bytes: the largest body in bytes, as sent or decoded.
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
        self._policy = retry_policy or RetryPolicy()
        self._throttles = self._slow_downs = 0
        self._failures = self._resets = 0
        self._closed_until = 0.0

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse | Failure:
        """Return the response of `url`, of any status but 429 and those that retries did not mend, or the failure."""
        retrying = AsyncRetrying(
            sleep=anyio.sleep, stop=self._is_last, wait=_Wait(self._policy),
            retry=retry_if_exception_type((_Transient, _Throttled)), reraise=True,
        )  # fmt: skip
        return await self._settled(lambda: retrying(self._attempt, url, headers))

    def _is_last(self, state: RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome else None
        most = min(2, self._policy.attempts) if isinstance(error, _NoHost) else self._policy.attempts
        return state.attempt_number >= most

    async def post(self, url: str, content: bytes, headers: dict[str, str]) -> HttpResponse | Failure:
        """Return the response to `content`, or the failure; it is sent once, since the service may have accepted it."""
        return await self._settled(lambda: self._attempt(url, headers, content))

    async def _settled(self, send: Callable[[], Awaitable[HttpResponse | Failure]]) -> HttpResponse | Failure:
        try:
            answer = await send()
        except _Throttled as error:
            return Failure(status=Status.THROTTLED, reason=str(error))
        except _Transient as error:
            failure = self._failed(str(error))
            if isinstance(error, _NoHost):
                return NoSuchHost(status=failure.status, reason=failure.reason)
            return failure
        except AddressForbidden as error:
            return Failure(status=Status.REFUSED, reason=str(error))
        except TooLarge:
            most = f"{self.max_bytes / 1e6:g} million bytes"
            return Failure(status=Status.TOO_LARGE, reason=f"{self.service.name} sent more than {most}")
        if isinstance(answer, HttpResponse):
            self._failures = self._throttles = self._slow_downs = 0
        return answer

    async def _attempt(
        self, url: str, headers: dict[str, str] | None, content: bytes | None = None
    ) -> HttpResponse | Failure:
        if refusal := self._refusal():
            return refusal
        with anyio.move_on_at(self._budget.deadline):
            await self.limiter.wait()
        if refusal := self._refusal():  # closed while this request waited
            return refusal
        if spent := self._budget.spend():
            return Failure(status=Status.UNREACHABLE, reason=f"{self.service.name} was not asked: {spent}")
        answer = await self._send(url, headers, content)
        if isinstance(answer, Failure) or answer.header("memento-datetime"):
            return answer  # an archived response is one, whatever its status: the error was the page's
        if answer.status == 429:
            raise self._throttle(answer)
        if answer.status in _TRANSIENT_STATUSES:
            self._obey(answer)
            raise _Transient(f"{self.service.name} is in trouble (HTTP status {answer.status})")
        return answer

    async def _send(self, url: str, headers: dict[str, str] | None, content: bytes | None) -> HttpResponse | Failure:
        try:
            with timed_request(self._client.timeout) as request:
                if content is None:
                    answer = await self._client.get(url, headers)
                else:
                    answer = await self._client.post(url, content, headers or {})
        except ConnectionRefused as error:
            if self.service.throttled:
                # EDGI wayback #137: a client that goes on after 429s is locked out by the firewall for an hour or more
                return self._closed(self._close("it refuses connections after it answered that it was asked too often"))
            raise _Transient(f"{self.service.name} could not be reached: {error}") from error
        except NameNotFound as error:
            raise _NoHost(f"{self.service.name} could not be reached: {error}") from error
        except RequestFailed as error:
            self._resets += 1
            if self._resets >= self._policy.max_resets:
                self._closed_until = anyio.current_time() + self._policy.recovery
            raise _Transient(f"{self.service.name} gave no answer: {error}") from error
        if request.cancelled_caught:
            return self._out_of_time()
        self._resets = 0
        return answer

    def _obey(self, answer: HttpResponse) -> None:
        """Hold the endpoint back as long as an overloaded service asks for (503 with `Retry-After`), or as is usual."""
        wait = retry_after_seconds(answer.header("retry-after"))
        if wait is None and answer.status == 503 and self._policy.slow_down:
            wait = min(self._policy.slow_down * 2**self._slow_downs, self._policy.max_backoff)
            self._slow_downs += 1
        if wait is not None and wait > self._policy.max_pause:
            self._close(f"it asks to be left alone for {wait:.0f} seconds")
        elif wait:
            self.limiter.pause(wait)

    def _throttle(self, answer: HttpResponse) -> Exception:
        """Pause the endpoint after a 429, or close the service."""
        wait = retry_after_seconds(answer.header("retry-after"))
        wait = self._policy.pause if wait is None else max(wait, self._policy.min_pause)
        self.service.throttled = True
        if not self.limiter.paused:  # requests under way together are throttled together
            self._throttles += 1
        if wait > self._policy.max_pause:
            self._close(f"it asks to be left alone for {wait:.0f} seconds")
        elif self._throttles >= self._policy.max_throttles:
            self._close(f"it answered {self._throttles} times in a row that it was asked too often")
        else:
            self.limiter.pause(wait)
        return _Throttled(f"{self.service.name} was asked too often (HTTP status 429)")

    def _failed(self, reason: str) -> Failure:
        self._failures += 1
        if self._failures >= self._policy.max_failures:
            self._closed_until = anyio.current_time() + self._policy.recovery
        return Failure(status=Status.UNREACHABLE, reason=reason)

    def _refusal(self) -> Failure | None:
        """Return why no request may be sent now, or None."""
        if self.service.closed:
            return self._closed(self.service.closed)
        if anyio.current_time() < self._closed_until:
            failed = max(self._failures, self._resets)
            reason = f"{self.service.name} failed {failed} times in a row and is left alone for a while"
            return Failure(status=Status.UNREACHABLE, reason=reason)
        return self._out_of_time() if seconds_left(self._client.timeout) <= 0 else None

    def _close(self, why: str) -> str:
        """Ask the service for nothing more in this run, nor let those who share its limiter; return the reason."""
        self.service.closed = why
        self.limiter.close(why)
        return why

    def _closed(self, why: str) -> Failure:
        reason = f"{self.service.name} is not asked again in this run: {why}"
        return Failure(status=Status.THROTTLED, reason=reason)

    def _out_of_time(self) -> Failure:
        most = f"{TIMEOUTS * self._client.timeout:g} seconds"
        reason = f"{self.service.name} was given up: this citation has used the {most} that one may take"
        return Failure(status=Status.UNREACHABLE, reason=reason)


class _Wait(wait_base):
    """A random and growing wait after a failure; none after a 429, for which the rate limiter holds everything back."""

    def __init__(self, policy: RetryPolicy) -> None:
        self._jitter = wait_random_exponential(multiplier=policy.backoff, max=policy.max_backoff)

    def __call__(self, retry_state: RetryCallState) -> float:
        error = retry_state.outcome.exception() if retry_state.outcome else None
        return 0.0 if isinstance(error, _Throttled) else self._jitter(retry_state)
