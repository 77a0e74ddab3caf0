"""An archive with every fault there is, under 150 citations: each ends as it should, in bounded time and memory."""

import gzip
import json
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

from claims.records import Status
from tests.crawler.archive_files import article
from tests.crawler.servers import Asked, Reply, drip, endless, reply, reset, serving, silence
from tests.shared import ROOT

CITATIONS = 150
TIME = "20100101000000"
MEMENTO = {"Memento-Datetime": "Fri, 01 Jan 2010 00:00:00 GMT", "Content-Type": "text/html"}
PAGE = article("The bridge at Ulvund was opened in 1986.")


def raw(octets: bytes):  # type: ignore[no-untyped-def]
    return lambda connection: connection.sendall(octets)


ITSELF = f"/{TIME}id_/http://page.example/{{number}}"
BOMB = gzip.compress(bytes(100_000_000))
# How each kind of capture is answered, and the status that a citation of it must get.
FAULTS: dict[str, tuple[Reply, Status]] = {
    "well": (reply(body=PAGE, headers=MEMENTO), Status.CHECKED),
    "packed": (reply(body=gzip.compress(PAGE), headers=MEMENTO | {"Content-Encoding": "gzip"}), Status.CHECKED),
    "not found there": (reply("404 Not Found", b"gone", MEMENTO), Status.ERROR_CAPTURE),
    "too often, there": (reply("429 Slow down", b"slow", MEMENTO), Status.ERROR_CAPTURE),
    "soft 404": (reply(body=b"<title>Page not found</title>", headers=MEMENTO), Status.SOFT_404),
    "picture": (reply(body=b"\x89PNG\0", headers=MEMENTO | {"Content-Type": "image/png"}), Status.UNSUPPORTED_TYPE),
    "nothing": (reply(headers=MEMENTO), Status.NO_TEXT),
    "broken": (reply("500 Oops"), Status.UNREACHABLE),
    "overloaded": (reply("503 Busy", headers={"Retry-After": "1"}), Status.UNREACHABLE),
    "reset": (reset, Status.UNREACHABLE),
    "hung up": (raw(b""), Status.UNREACHABLE),
    "half": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"), Status.UNREACHABLE),
    "drip": (drip, Status.UNREACHABLE),
    "silence": (silence, Status.UNREACHABLE),
    "no http": (raw(b"SSH-2.0-OpenSSH\r\n\r\n"), Status.UNREACHABLE),
    "bad header": (raw(b"HTTP/1.1 200 OK\r\nBad\x00: x\r\n\r\n"), Status.UNREACHABLE),
    "bad length": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"), Status.UNREACHABLE),
    "bad chunk": (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), Status.UNREACHABLE),
    "long header": (raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n"), Status.UNREACHABLE),
    "endless": (endless("Memento-Datetime: Fri, 01 Jan 2010 00:00:00 GMT\r\n"), Status.TOO_LARGE),
    "bomb": (reply(body=BOMB, headers=MEMENTO | {"Content-Encoding": "gzip"}), Status.TOO_LARGE),
    "page redirects to itself": (reply("302 Found", headers=MEMENTO | {"Location": ITSELF}), Status.REFUSED),
    "archive redirects to itself": (reply("302 Found", headers={"Location": ITSELF}), Status.REFUSED),
    "to a private address": (reply("302 Found", headers={"Location": "http://169.254.169.254/"}), Status.REFUSED),
    "script": (reply("302 Found", headers=MEMENTO | {"Location": "javascript:alert(1)"}), Status.REFUSED),
    "never": (reply("404 Not Found"), Status.NEVER_ARCHIVED),
    "held back": (reply("451 Unavailable"), Status.EXCLUDED),
    "first too often": (reply("429 Slow down", headers={"Retry-After": "0"}), Status.CHECKED),
    "first broken": (reply("502 Oops"), Status.CHECKED),
}  # fmt: skip
NAMES = list(FAULTS)


class Archive:
    """Lists one capture of every page, and answers for it with the page's fault."""

    def __init__(self) -> None:
        self.base = ""
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()

    def __call__(self, asked: Asked) -> Reply:
        number = int(asked.path.rstrip("/").rpartition("/")[2])
        url = f"http://page.example/{number}"
        if asked.path.startswith("/timemap/"):
            memento = f'<{self.base}/{TIME}/{url}>; rel="memento"; datetime="Fri, 01 Jan 2010 00:00:00 GMT"'
            return reply(body=memento.encode(), headers={"Content-Type": "application/link-format"})
        name = NAMES[number % len(NAMES)]
        with self._lock:
            self._seen[url] += 1
            first = self._seen[url] == 1
        if name.startswith("first ") and not first:
            return FAULTS["well"][0]
        answer = FAULTS[name][0]
        return answer.replace(b"{number}", str(number).encode()) if isinstance(answer, bytes) else answer


def test_every_citation_ends_as_it_should_whatever_the_archive_does(tmp_path: Path) -> None:
    archive = Archive()
    with serving(archive) as server:
        archive.base = server.base
        command = [sys.executable, "-m", "tests.crawler.fault_run", server.base, str(tmp_path), str(CITATIONS)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=600, check=True, text=True)
    said = json.loads(run.stdout)
    wrong = {
        name: Counter(
            said["statuses"][str(n)] for n in range(CITATIONS) if NAMES[n % len(NAMES)] == name
        )
        for name, (_, status) in FAULTS.items()
        if any(said["statuses"][str(n)] != status for n in range(CITATIONS) if NAMES[n % len(NAMES)] == name)
    }  # fmt: skip
    assert not wrong
    assert len(said["statuses"]) == CITATIONS
    assert said["megabytes"] < 500
    assert run.stderr == ""
