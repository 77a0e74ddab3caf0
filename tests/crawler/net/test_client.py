"""crawler.net.client: one request, one response, within limits of time and size."""

import gzip

import pytest

from crawler.net.client import Client, ConnectionRefused, RequestFailed
from crawler.net.decoding import TooLarge
from tests.crawler.servers import Reply, closed_port, drip, endless, reply, reset, serving, silence

pytestmark = pytest.mark.anyio


def client(**other: object) -> Client:
    settings = {"user_agent": "citewatch-tests", "max_bytes": 100_000, "timeout": 30.0, "allow_private": True, **other}
    return Client(**settings)  # type: ignore[arg-type]


async def test_an_answer_keeps_its_status_headers_and_body_as_sent() -> None:
    packed = gzip.compress(b"words")
    with serving(lambda _: reply("404 Nope", packed, {"Content-Encoding": "gzip", "X-A": "1"})) as server:
        async with client() as http:
            answer = await http.get(f"{server.base}/page?x=1", {"Accept-Datetime": "now"})
    assert (answer.status, answer.body, answer.header("x-a")) == (404, packed, "1")
    assert answer.plain(1_000) == b"words"
    (asked,) = server.asked
    assert (asked.path, asked.headers["accept-datetime"]) == ("/page?x=1", "now")
    assert asked.headers["user-agent"] == "citewatch-tests"


async def test_redirects_are_not_followed() -> None:
    with serving(lambda _: reply("302 Found", headers={"Location": "/other"})) as server:
        async with client() as http:
            assert (await http.get(server.base)).status == 302
    assert len(server.asked) == 1


FAULTS: dict[str, tuple[Reply, type[Exception]]] = {
    "endless": (endless(), TooLarge),
    "reset": (reset, RequestFailed),
    "hung up": (lambda _: None, RequestFailed),
    "half": (lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"), RequestFailed),
    "no http": (lambda c: c.sendall(b"SSH-2.0-OpenSSH\r\n"), RequestFailed),
    "bad header": (b"HTTP/1.1 200 OK\r\nBad Header\x00: x\r\n\r\n", RequestFailed),
    "bad length": (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", RequestFailed),
    "bad chunk": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", RequestFailed),
    "long header": (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", RequestFailed),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_has_its_own_error(fault: str) -> None:
    answer, error = FAULTS[fault]
    with serving(lambda _: answer) as server:
        async with client() as http:
            with pytest.raises(error):
                await http.get(server.base)


@pytest.mark.parametrize("answer", [drip, silence])
async def test_a_server_that_takes_too_long_is_given_up(answer: Reply) -> None:
    with serving(lambda _: answer) as server:
        async with client(timeout=0.5) as http:
            with pytest.raises(RequestFailed, match=r"within 0\.5 seconds"):
                await http.get(server.base)


async def test_a_bomb_is_caught_when_it_is_unpacked() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with serving(lambda _: reply(body=bomb, headers={"Content-Encoding": "gzip"})) as server:
        async with client() as http:
            answer = await http.get(server.base)
            with pytest.raises(TooLarge):
                answer.plain(http.max_bytes)


async def test_a_refused_connection_is_told_apart() -> None:
    async with client() as http:
        with pytest.raises(ConnectionRefused):
            await http.get(f"http://127.0.0.1:{closed_port()}/")


async def test_a_server_without_tls_is_not_trusted() -> None:
    with serving(lambda _: reply()) as server:
        async with client() as http:
            with pytest.raises(RequestFailed):
                await http.get(server.base.replace("http://", "https://"))


async def test_nothing_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{closed_port()}")
    with serving(lambda asked: reply(body=b"direct")) as server:
        async with client() as http:
            assert (await http.get(server.base)).body == b"direct"
