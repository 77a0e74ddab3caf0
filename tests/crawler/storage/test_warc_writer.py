"""crawler.storage.warc_writer: what was sent and received, as other tools read it."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio

from crawler.archives.local.archive import open_local
from crawler.net.client import Client
from crawler.outcome import Failure
from crawler.storage.store import Store, cited_by
from tests.crawler.pywb import pywb
from tests.crawler.responses import response
from tests.crawler.storage.test_store import NOW

pytestmark = pytest.mark.anyio

PAGE = "http://page.example/a?b=1"
MEMENTO = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Memento-Datetime", "Fri, 24 Nov 2017 15:13:15 GMT"),
    ("Link", f'<{PAGE}>; rel="original", <http://archive.example/timemap/{PAGE}>; rel="timemap"'),
    ("X-Archive-Orig-Content-Language", "nb"),
    ("X-Archive-Orig-Content-Length", "77"),
)
CAPTURE = f"http://archive.example/20171124151315id_/{PAGE}"
REDIRECT = "http://archive.example/20171124151310id_/http://page.example/old"


@contextmanager
def saying(reply: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers one request with `reply`, at this address, and the requests that came."""
    came: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                came.append(connection.recv(65_536))
                connection.sendall(reply)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", came
        thread.join()


def records(folder: Path) -> dict[str, tuple[dict[str, str], bytes]]:
    """The headers and block of the record of each type, the last one of each."""
    found = {}
    (path,) = folder.glob("*.warc.gz")
    with path.open("rb") as file:
        for record in ArchiveIterator(file, no_record_parse=True):
            found[record.rec_type] = dict(record.rec_headers.headers), record.raw_stream.read()
    return found


async def test_an_exchange_is_kept_as_it_was_sent_and_received(tmp_path: Path) -> None:
    body = gzip.compress("Brücke".encode())
    head = (
        b"HTTP/1.0 203 Not Authoritative\r\nContent-type: text/html\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n"
        b"X-Place: M\xfcnchen\r\nContent-Encoding: gzip\r\n\r\n"
    )
    with saying(head + body) as (base, came), Store(tmp_path, writing=True) as store:
        async with Client(user_agent="test", max_bytes=9_999, timeout=30, allow_private=True) as client:
            answer = await client.get(f"{base}/a?b=%20c", {"Accept-Datetime": "now"})
        with cited_by("article.txt", "7"):
            store.keep("k", answer)
        found = store.find("k")
    kept = records(tmp_path)
    assert kept["request"][1] == came[0]
    assert kept["response"][1] == head + body
    assert found
    assert (found.status, found.headers, found.body) == (answer.status, answer.headers, body)
    number = kept["response"][0]["WARC-Record-ID"]
    assert {kept[kind][0]["WARC-Concurrent-To"] for kind in ("request", "metadata")} == {number}
    assert all("WARC-Block-Digest" in headers for headers, _ in kept.values())
    assert "WARC-Payload-Digest" in kept["response"][0]
    about, information = kept["warcinfo"]
    assert (tmp_path / about["WARC-Filename"]).exists()
    assert information.startswith(b"software: citewatch/")


async def test_of_a_transfer_coding_the_name_is_kept_and_the_body_without_it(tmp_path: Path) -> None:
    reply = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"
    )
    with saying(reply) as (base, _), Store(tmp_path, writing=True) as store:
        async with Client(user_agent="test", max_bytes=9_999, timeout=30, allow_private=True) as client:
            store.keep("k", await client.get(base))
    assert records(tmp_path)["response"][1] == (
        b"HTTP/1.1 200 OK\r\nX-Orig-Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nabcdefg"
    )


def filled(folder: Path) -> Path:
    """The WARC file of a store that holds two captures of one page, of the same text, and a redirect."""
    with Store(folder, writing=True) as store, cited_by("article.txt", "7"):
        store.keep("k", response(CAPTURE, b"<p>The bridge.", *MEMENTO), now=NOW)
        later = (("Memento-Datetime", "Sat, 24 Nov 2018 15:13:15 GMT"), *MEMENTO)
        store.keep("l", response(CAPTURE.replace("2017", "2018"), b"<p>The bridge.", *later), now=NOW)
        moved = (("Location", CAPTURE), ("Memento-Datetime", "Fri, 24 Nov 2017 15:13:10 GMT"))
        store.keep("m", response(REDIRECT, b"", *moved, status="301 Moved"), now=NOW)
    (path,) = folder.glob("*.warc.gz")
    return path


def test_warcio_finds_every_digest_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        warcio(["check", "-v", str(filled(tmp_path))])
    assert ended.value.code == 0
    assert capsys.readouterr().out.count("digest pass") == 9


async def test_a_page_is_replayed_by_its_original_address(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    archive = open_local(tmp_path / "store", tmp_path / "cache")
    rows = await archive.captures(PAGE, None)
    assert not isinstance(rows, Failure)
    assert sorted(row.timestamp for row in rows if row.status == 200) == ["20171124151315", "20181124151315"]
    with pywb(tmp_path / "pywb", path) as base:
        async with Client(user_agent="t", max_bytes=99_999, timeout=30, allow_private=True) as http:
            shown = await http.get(f"{base}/20171124151315mp_/{PAGE}")
            raw = await http.get(f"{base}/20181124151315id_/{PAGE}")
            moved = await http.get(f"{base}/20171124151310id_/http://page.example/old")
            of_archive = await http.get(f"{base}/20260102030405id_/{CAPTURE}")
    assert b"<p>The bridge." in shown.body
    assert (raw.body, raw.header("content-language")) == (b"<p>The bridge.", "nb")
    assert raw.header("memento-datetime") == "Sat, 24 Nov 2018 15:13:15 GMT"
    assert (moved.status, moved.header("location")) == (301, PAGE)
    assert of_archive.body == b"<p>The bridge."
