"""The HTTP client: one request, one response, within limits of time and size.

It follows no redirect, keeps no cookie, and takes no proxy, certificate or password from the environment. Its errors
are these, and `TooLarge` and `AddressForbidden` beside them:

    RequestFailed             no response, or half of one, or not in time
    ├── ConnectionRefused     the host does not even accept connections
    └── NameNotFound          there is no host of that name
"""

import errno
import socket
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import anyio
import httpcore
import httpx

from crawler.net.address_guard import AddressForbidden, GuardedBackend, GuardedTransport, Resolve, system_resolve
from crawler.net.decoding import TooLarge, decode

# Seconds; the largest archives accept connections within one.
_CONNECT_TIMEOUT = 15.0


class RequestFailed(Exception):  # noqa: N818 - named for what happened, as the report says it
    """No response came, or none that can be read. The message says why."""


class ConnectionRefused(RequestFailed):
    """The host does not even accept connections."""


class NameNotFound(RequestFailed):
    """There is no host of that name; a name server that cannot answer now is a plain `RequestFailed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpResponse:
    """What a server sent.

    Attributes:
        url: the address that was asked.
        status: the HTTP status.
        headers: names and values in order, as sent.
        body: the bytes as sent, content coding included, transfer coding removed.
        time: when it was retrieved, 14 digits of UTC, as the store has it; None if it was never stored.
        request: the line and headers of its request, as sent; empty if it was read from the store.
        head: its status line and headers, as received; empty if it was read from the store.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    time: str | None = None
    request: bytes = b""
    head: bytes = b""

    def header(self, name: str) -> str:
        """Return the first value of the header `name` (lower case), empty if absent."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    def plain(self, limit: int) -> bytes:
        """Return the body with its content codings undone.

        Raises:
            TooLarge: it has more than `limit` bytes.
        """
        codings = ", ".join(value for key, value in self.headers if key.lower() == "content-encoding")
        return decode(self.body, codings, limit)


class Client:
    """An HTTP client. Use it as an asynchronous context manager.

    Attributes:
        max_bytes: the largest body in bytes, as sent.
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
        """Make a client. In tests, `network` replaces what connects, `transport` everything behind the client."""
        self.max_bytes, self.timeout = max_bytes, timeout
        guard = GuardedBackend(network or httpcore.AnyIOBackend(), allow_private=allow_private, resolve=resolve)
        self._http = httpx.AsyncClient(
            transport=transport or GuardedTransport(guard),
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
        """Return the response to a GET request, of any status.

        Raises:
            RequestFailed: no response, or half of one, or not in time.
            ConnectionRefused: the host accepts no connection.
            NameNotFound: there is no host of that name.
            AddressForbidden: `url` must not be asked.
            TooLarge: more bytes than allowed.
        """
        return await self._request("GET", url, headers or {}, None)

    async def post(self, url: str, content: bytes, headers: dict[str, str]) -> HttpResponse:
        """Return the response to a POST request with `content`; raises what `get` raises."""
        return await self._request("POST", url, headers, content)

    async def _request(self, method: str, url: str, headers: dict[str, str], content: bytes | None) -> HttpResponse:
        try:
            with anyio.fail_after(self.timeout):
                return await self._exchange(method, url, headers, content)
        except TimeoutError as error:
            raise RequestFailed(f"no whole answer within {self.timeout:g} seconds") from error
        except httpx.ConnectError as error:
            raise _connection_error(error) from error
        except httpx.TimeoutException as error:
            raise RequestFailed(f"no answer within {self.timeout:g} seconds") from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
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
        return HttpResponse(
            url=url, status=response.status_code, body=bytes(body),
            headers=tuple((key.decode("latin-1"), _text(value)) for key, value in response.headers.raw),
            request=_message(b"%s %s HTTP/1.1" % (method.encode(), request.url.raw_path), request.headers.raw),
            head=_message(_status_line(response), response.headers.raw),
        )  # fmt: skip


def _status_line(response: httpx.Response) -> bytes:
    version, reason = (response.extensions.get(name, b"") for name in ("http_version", "reason_phrase"))
    return b"%s %d %s" % (version, response.status_code, reason)


def _message(line: bytes, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"".join([line, b"\r\n", *(b"%s: %s\r\n" % pair for pair in headers), b"\r\n"])


def _text(value: bytes) -> str:
    """Decode the value of a header as readers of WARC files do, so that it is the same out of the store."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _connection_error(error: httpx.ConnectError) -> RequestFailed:
    """Return why a connection failed: refused, or a certificate that cannot be trusted, or a host without address."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return RequestFailed(f"its TLS cannot be trusted: {cause.reason or cause}")
        if isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_NONAME:
            return NameNotFound(str(error))
        if isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED:
            return ConnectionRefused("the connection was refused")
        inner = cause.__cause__ or cause.__context__
        if inner is None and isinstance(cause, BaseExceptionGroup):
            inner = cause.exceptions[0]
        cause = inner
    refused = "refused" in str(error).lower() or "All connection attempts failed" in str(error)
    return (ConnectionRefused if refused else RequestFailed)(str(error) or "no connection")
