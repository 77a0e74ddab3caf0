"""The one way to the network: an httpx client that is told what it may reach, how long and how much.

It follows no redirect, keeps no cookie, and takes no proxy, certificate or password from the environment. The name of
every host is resolved here, every address checked, and the connection made to the address that was checked, so that a
name which resolves differently a second time (DNS rebinding) changes nothing.
"""

import errno
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import anyio
import httpcore
import httpx

from crawler.net.decoding import TooLarge, decode

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Hosts with many addresses: the first that can be reached is as good as the sixth.
_MOST_ADDRESSES = 3
# Seconds; the largest archives accept connections within one.
_CONNECT_TIMEOUT = 15.0
_MOST_CONNECTIONS = 32


class RequestFailed(Exception):  # noqa: N818 - what happened, in the words of a report
    """No answer came, or none that is one. The message says why."""


class ConnectionRefused(RequestFailed):
    """The host would not even talk."""


class AddressForbidden(Exception):  # noqa: N818
    """The address must not be asked: no web address, or a private one. The message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpResponse:
    """What a server sent: the body as it was sent, coded if it was coded, but without its transfer coding.

    Attributes:
        headers: names and values in order, as sent.
        time: when it was sent, 14 digits of UTC, as the store has it; None for what was never kept.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    time: str | None = None

    def header(self, name: str) -> str:
        """The first value of a header, empty where it is absent."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    def plain(self, limit: int) -> bytes:
        """The body decoded.

        Raises:
            TooLarge: more than `limit` bytes.
        """
        codings = ", ".join(value for key, value in self.headers if key.lower() == "content-encoding")
        return decode(self.body, codings, limit)


async def system_resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system resolves it."""
    found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guard(httpcore.AsyncNetworkBackend):
    """Resolves a host where a connection to it is made, and connects to an address that was checked."""

    def __init__(self, inner: httpcore.AsyncNetworkBackend, *, allow_private: bool, resolve: Resolve) -> None:
        self._inner, self._allow_private, self._resolve = inner, allow_private, resolve

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """See httpcore. Raises `AddressForbidden` where any of the host's addresses must not be reached."""
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} has no address") from error
        if not self._allow_private and (inner := [a for a in addresses if not is_public(a)]):
            raise AddressForbidden(f"{host} is at {inner[0]}, which is no public address")
        problem: httpcore.ConnectError | None = None
        for address in addresses[:_MOST_ADDRESSES]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError as error:
                problem = error
        raise problem or httpcore.ConnectError(f"{host} has no address")

    async def sleep(self, seconds: float) -> None:
        """See httpcore."""
        await self._inner.sleep(seconds)


class _Guarded(httpx.AsyncHTTPTransport):
    """httpx's transport over guarded connections, for which it has no parameter of its own."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=backend,
            max_connections=_MOST_CONNECTIONS, max_keepalive_connections=_MOST_CONNECTIONS // 2, keepalive_expiry=30,
        )  # fmt: skip


def is_public(address: str) -> bool:
    """Whether an IP address is on the public Internet: not private, loopback, link-local, metadata or multicast."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


class Client:
    """Requests, one answer each. Use as an asynchronous context manager.

    Attributes:
        max_bytes: the most bytes of one answer, as sent.
        timeout: seconds for a whole request.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        max_bytes: int,
        timeout: float,
        allow_private: bool = False,
        resolve: Resolve = system_resolve,
        network: httpcore.AsyncNetworkBackend | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """In tests, `network` stands in for what makes connections, `transport` for everything behind the client."""
        self.max_bytes, self.timeout = max_bytes, timeout
        guard = Guard(network or httpcore.AnyIOBackend(), allow_private=allow_private, resolve=resolve)
        self._http = httpx.AsyncClient(
            transport=transport or _Guarded(guard),
            headers={"User-Agent": user_agent, "Accept-Encoding": "gzip"}, trust_env=False,
            timeout=httpx.Timeout(timeout, connect=min(_CONNECT_TIMEOUT, timeout / 2)),
        )  # fmt: skip

    async def __aenter__(self) -> Self:
        await self._http.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.__aexit__(kind, error, trace)

    async def get(self, url: str, headers: dict[str, str] | None = None) -> HttpResponse:
        """The answer of `url`, whatever its status.

        Raises:
            RequestFailed: no answer, or half of one, or not in time.
            ConnectionRefused: the same, at the door.
            AddressForbidden: `url` must not be asked.
            TooLarge: more bytes than allowed.
        """
        return await self._answer("GET", url, headers or {}, None)

    async def post(self, url: str, content: bytes, headers: dict[str, str]) -> HttpResponse:
        """The answer of `url` to `content`. Raises what `get` raises."""
        return await self._answer("POST", url, headers, content)

    async def _answer(self, method: str, url: str, headers: dict[str, str], content: bytes | None) -> HttpResponse:
        try:
            with anyio.fail_after(self.timeout):
                return await self._exchange(method, url, headers, content)
        except TimeoutError as error:
            raise RequestFailed(f"no whole answer within {self.timeout:g} seconds") from error
        except httpx.ConnectError as error:
            raise _connect_failure(error) from error
        except httpx.TimeoutException as error:
            raise RequestFailed(f"no answer within {self.timeout:g} seconds") from error
        except httpx.InvalidURL as error:
            raise AddressForbidden(f"{url} is no address of a web page") from error
        except httpx.UnsupportedProtocol as error:
            raise AddressForbidden(f"{url} is no address of a web page") from error
        except httpx.HTTPError as error:
            raise RequestFailed(str(error) or type(error).__name__) from error

    async def _exchange(self, method: str, url: str, headers: dict[str, str], content: bytes | None) -> HttpResponse:
        request = self._http.build_request(method, url, headers=headers, content=content)
        if request.url.scheme not in ("http", "https") or not request.url.host:
            raise AddressForbidden(f"{url} is no address of a web page")
        response = await self._http.send(request, stream=True)
        try:
            body = bytearray()
            async for piece in response.aiter_raw():
                body += piece
                if len(body) > self.max_bytes:
                    raise TooLarge
        finally:
            with anyio.CancelScope(shield=True):
                await response.aclose()
        pairs = [(key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers.raw]
        return HttpResponse(url=url, status=response.status_code, headers=tuple(pairs), body=bytes(body))


def _connect_failure(error: httpx.ConnectError) -> RequestFailed:
    """What a failed connection was: refused, or TLS that cannot be trusted, or a host that is not there."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return RequestFailed(f"its TLS cannot be trusted: {cause.reason or cause}")
        if isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED:
            return ConnectionRefused("the connection was refused")
        inner = cause.__cause__ or cause.__context__
        if inner is None and isinstance(cause, BaseExceptionGroup):
            inner = cause.exceptions[0]
        cause = inner
    refused = "refused" in str(error).lower() or "All connection attempts failed" in str(error)
    return (ConnectionRefused if refused else RequestFailed)(str(error) or "no connection")
