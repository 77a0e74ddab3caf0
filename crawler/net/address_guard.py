"""Which addresses a connection may go to: public ones only, unless the user permits private ones.

Every host name is resolved here, every address checked, and the connection made to an address that was checked, so a
name that resolves differently a second time (DNS rebinding) changes nothing.
"""

import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Sequence

import anyio
import certifi
import httpcore
import httpx

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Local translation (RFC 8215), site-local and IPv4-compatible addresses (RFC 4291), which Python calls global.
_LOCAL = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "fec0::/10", "::/96")))
# Of a host with many addresses, the first that can be reached is as good as the sixth.
_MAX_ADDRESSES = 3
_MAX_CONNECTIONS = 32


class AddressForbidden(Exception):  # noqa: N818 - named for what happened, as the report says it
    """The address must not be asked: not a web address, or a private one. The message says why."""


async def system_resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a host as the operating system resolves it."""
    found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Return whether an IP address is on the public Internet: not private, loopback, link-local or multicast."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if any(ip in network for network in _LOCAL):
            return False
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Resolves a host when a connection to it is made, and connects to an address that was checked."""

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
        """Connect as httpcore specifies.

        Raises:
            AddressForbidden: one of the host's addresses is private.
        """
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} has no address") from error
        if not self._allow_private and (private := [a for a in addresses if not is_public(a)]):
            raise AddressForbidden(f"{host} is at {private[0]}, which is no public address")
        problem: httpcore.ConnectError | None = None
        for address in addresses[:_MAX_ADDRESSES]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError as error:
                problem = error
        raise problem or httpcore.ConnectError(f"{host} has no address")

    async def sleep(self, seconds: float) -> None:
        """Sleep as httpcore specifies."""
        await self._inner.sleep(seconds)


def _tls() -> ssl.SSLContext:
    """Return a context that trusts certifi's authorities and nothing from the environment.

    `ssl.create_default_context` would write the keys of all connections to the file that SSLKEYLOGFILE names.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(certifi.where())
    return context


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's transport over guarded connections, for which httpx has no parameter of its own."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(trust_env=False, verify=_tls())
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_tls(), network_backend=backend,
            max_connections=_MAX_CONNECTIONS, max_keepalive_connections=_MAX_CONNECTIONS // 2, keepalive_expiry=30,
        )  # fmt: skip
