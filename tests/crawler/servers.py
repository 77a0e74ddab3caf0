"""Servers on loopback that answer as a test tells them to, well or badly."""

import random
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request as it came: path with query, headers by lower-case name, body, method."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    method: str = "GET"


# What to do with a request: octets to send, or something to do with the connection (which is closed after it).
Reply = bytes | Callable[[socket.socket], None]


def reply(status: str = "200 OK", body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
    """A well-formed answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + body


def drip(connection: socket.socket) -> None:
    """An answer of an octet at a time, slower than anybody waits for."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    with suppress(OSError):  # until the client hangs up
        while True:
            connection.sendall(b"x")
            time.sleep(0.05)


def silence(connection: socket.socket) -> None:
    """No answer."""
    connection.recv(1)  # until the client hangs up


def reset(connection: socket.socket) -> None:
    """A connection that ends by a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def endless(header: str = "") -> Reply:
    """An answer of 65 MB whose length no header gives."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\n{header}\r\n".encode())
        for _ in range(1_000):
            connection.sendall(b"x" * 65_536)

    return answer


class Server(socketserver.ThreadingTCPServer):
    """A server at `base`; `asked` grows by each request."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, answer: Callable[[Asked], Reply]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.asked: list[Asked] = []
        self.base = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are no news."""


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        assert isinstance(self.server, Server)
        while line := self.rfile.readline(65_536):
            headers = {}
            while (header := self.rfile.readline(65_536)).strip():
                name, _, value = header.decode("latin-1").partition(":")
                headers[name.strip().lower()] = value.strip()
            body = self.rfile.read(int(headers.get("content-length", "0")))
            method, path = line.decode("latin-1").split(" ")[:2]
            asked = Asked(path=path, headers=headers, body=body, method=method)
            self.server.asked.append(asked)
            answer = self.server.answer(asked)
            if callable(answer):
                answer(self.connection)
                return
            self.wfile.write(answer)


@contextmanager
def serving(answer: Callable[[Asked], Reply]) -> Iterator[Server]:
    """A server that runs until the block ends."""
    with Server(answer) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def out_of_service() -> Iterator[str]:
    """The base address of an archive that asks to be left alone for an hour: an outage that is clear at once."""
    with serving(lambda asked: reply("429 Too Many Requests", headers={"Retry-After": "3600"})) as server:
        yield server.base


class Crowd:
    """Holds the requests under way back until so many have come together, and counts the most of them.

    Attributes:
        most: how many were under way at once.
    """

    def __init__(self, size: int) -> None:
        self.most = 0
        self._under_way, self._size = 0, size
        self._lock, self._complete = threading.Lock(), threading.Event()

    def enter(self) -> None:
        """Be under way until the others have come, or nobody has for a minute."""
        with self._lock:
            self._under_way += 1
            self.most = max(self.most, self._under_way)
            if self._under_way == self._size:
                self._complete.set()
        self._complete.wait(60)
        time.sleep(0.01)  # in which one too many would come
        with self._lock:
            self._under_way -= 1


def closed_port() -> int:
    """A port of loopback at which nobody listens, nor will: systems give none below 32,768 to those who ask for any."""
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)  # tests that run beside this one have the same seed
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
