"""crawler.net.address_guard: the addresses that are never asked."""

import os
import socket
import ssl
from collections.abc import Sequence
from pathlib import Path

import httpcore
import pytest

from crawler.net.address_guard import AddressForbidden, is_public
from crawler.net.client import Client, RequestFailed

pytestmark = pytest.mark.anyio


def client(**other: object) -> Client:
    settings = {"user_agent": "citewatch-tests", "max_bytes": 100_000, "timeout": 30.0, "allow_private": True, **other}
    return Client(**settings)  # type: ignore[arg-type]


class Stream(httpcore.AsyncMockStream):
    """A connection that answers without one, and notes for whom TLS was begun."""

    def __init__(self) -> None:
        super().__init__([b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nreached"])
        self.secured: list[str | None] = []

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
    ) -> httpcore.AsyncNetworkStream:
        self.secured.append(server_hostname)
        return self


class Recorder(httpcore.AsyncMockBackend):
    """Stands in for the network: to which addresses connections would have been made. None is."""

    def __init__(self) -> None:
        super().__init__([])
        self.connected: list[str] = []
        self.streams: list[Stream] = []

    async def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
        self.connected.append(host)
        self.streams.append(Stream())
        return self.streams[-1]


def resolving(*addresses: str):  # type: ignore[no-untyped-def]
    async def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return resolve


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://e.org/", "javascript:alert(1)", "//e.org", "http://", ""])
async def test_only_web_addresses_are_asked(url: str) -> None:
    network = Recorder()
    async with client(network=network, resolve=resolving("93.184.216.34")) as http:
        with pytest.raises(AddressForbidden):
            await http.get(url)
    assert not network.connected


PRIVATE = [
    "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::",
    "64:ff9b:1::a00:1", "fec0::1", "::7f00:1", "::10.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
async def test_private_addresses_are_refused_after_resolution(address: str) -> None:
    network = Recorder()
    async with client(network=network, resolve=resolving(address), allow_private=False) as http:
        with pytest.raises(AddressForbidden, match="no public address"):
            await http.get("http://innocent.example/")
    assert not network.connected


async def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    network = Recorder()
    resolve = resolving("93.184.216.34", "127.0.0.1")
    async with client(network=network, resolve=resolve, allow_private=False) as http:
        with pytest.raises(AddressForbidden):
            await http.get("http://innocent.example/")
    assert not network.connected


async def test_the_connection_goes_to_the_address_that_was_checked_and_tls_to_the_host() -> None:
    network = Recorder()
    async with client(network=network, resolve=resolving("93.184.216.34"), allow_private=False) as http:
        assert (await http.get("https://archive.example/page")).body == b"reached"
    assert network.connected == ["93.184.216.34"]
    assert network.streams[0].secured == ["archive.example"]


async def test_two_hosts_at_one_address_never_share_a_connection() -> None:
    network = Recorder()
    async with client(network=network, resolve=resolving("93.184.216.34"), allow_private=False) as http:
        for host in ("one", "two"):
            await http.get(f"https://{host}.example/")
    assert [stream.secured for stream in network.streams] == [["one.example"], ["two.example"]]


async def test_a_host_without_an_address_is_unanswered() -> None:
    async def resolve(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(-2, "Name or service not known")

    async with client(network=Recorder(), resolve=resolve) as http:
        with pytest.raises(RequestFailed, match="no address"):
            await http.get("http://nowhere.example/")


def test_public_addresses_are_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


async def test_the_environment_gets_no_keys_of_connections(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys.log"))
    async with client():
        pass
    assert not os.listdir(tmp_path)
