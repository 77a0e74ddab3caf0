"""Small crawls, laid out as Common Crawl lays its crawls out: WARC files, both indexes, and the list of crawls.

From pages of a test's own: `write_crawl` writes a crawl into a folder, which `serving_files` serves with ranges.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archives.local.index_rows import normalise_digest
from crawler.urls import surt_key
from tests.crawler.archive_files import Archived
from tests.crawler.servers import Asked, Reply, Server, reply, serving

LINES_A_BLOCK = 5
"""Lines of a block of the index; Common Crawl's blocks have 3,000."""
BLOCKS_A_FILE = 4
RECORDS_A_FILE = 50


T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A record of a crawl, as both its indexes list it."""

    key: str
    page: Archived
    digest: str
    file: str
    offset: int
    length: int
    truncated: str | None

    @property
    def time(self) -> str:
        return "".join(c for c in self.page.time if c.isdigit())

    def line(self) -> str:
        """The line of the CDXJ index."""
        entry = {
            "url": self.page.url, "mime": "text/html", "mime-detected": "text/html", "status": self.page.status[:3],
            "digest": self.digest, "length": str(self.length), "offset": str(self.offset), "filename": self.file,
        }  # fmt: skip
        entry |= {"truncated": self.truncated} if self.truncated else {}
        return f"{self.key} {self.time} {json.dumps(entry)}"


def write_crawl(folder: Path, name: str, pages: Iterable[Archived], cut: Iterable[str] = ()) -> list[Row]:
    """Write the crawl `name` into a store; the index and the records call the addresses in `cut` truncated.

    Returns:
        the rows of its index, in order.
    """
    rows: list[Row] = []
    for number, some in enumerate(_batches(pages, RECORDS_A_FILE)):
        rows += _write_warcs(folder, f"crawl-data/{name}/segments/1.{number:02}", some, frozenset(cut))
    rows.sort(key=lambda row: (row.key, row.time))
    write_index(folder / "cc-index" / "collections" / name / "indexes", [row.line() for row in rows])
    return rows


def write_crawl_list(folder: Path, crawls: dict[str, tuple[str, str]]) -> None:
    """Write the list of crawls, each with its first and last day."""
    entries = [{"id": name, "name": name, "from": f"{start}T00:00:00", "to": f"{end}T00:00:00"}
               for name, (start, end) in crawls.items()]  # fmt: skip
    (folder / "collinfo.json").write_text(json.dumps(entries))


def write_index(folder: Path, lines: Sequence[str]) -> None:
    """Write the sorted lines of an index in gzipped blocks, and the list of these."""
    folder.mkdir(parents=True, exist_ok=True)
    listed: list[str] = []
    for number, blocks in enumerate(_batches(_batches(lines, LINES_A_BLOCK), BLOCKS_A_FILE)):
        file, written = f"cdx-{number:05}.gz", b""
        for block in blocks:
            packed = gzip.compress("".join(f"{line}\n" for line in block).encode(), mtime=0)
            first = " ".join(block[0].split(" ")[:2])
            listed.append(f"{first}\t{file}\t{len(written)}\t{len(packed)}\t{len(listed) + 1}\n")
            written += packed
        (folder / file).write_bytes(written)
    (folder / "cluster.idx").write_text("".join(listed))


def write_table(folder: Path, crawl: str, rows: Sequence[Row], group: int = 4) -> Path:
    """Write the columnar index of a crawl, and the list of its files.

    It has so many rows in a row group, and columns that nobody needs.
    """
    import pyarrow
    import pyarrow.parquet

    from crawler.archives.crawls.columnar_index import table_path
    from crawler.archives.crawls.crawl_tables import tables_list

    path = folder / table_path(crawl, "warc") / "part-00000.gz.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    table = pyarrow.table({
        "url_surtkey": [row.key for row in rows],
        "url": [row.page.url for row in rows],
        "url_host_name": [row.page.url.split("/")[2] for row in rows],
        "fetch_time": pyarrow.array([datetime.fromisoformat(row.page.time).replace(tzinfo=None) for row in rows],
                                    pyarrow.timestamp("ms")),
        "fetch_status": pyarrow.array([int(row.page.status[:3]) for row in rows], pyarrow.int16()),
        "content_digest": [row.digest for row in rows],
        "content_mime_type": ["text/html"] * len(rows),
        "content_truncated": pyarrow.array([row.truncated for row in rows], pyarrow.string()),
        "warc_filename": [row.file for row in rows],
        "warc_record_offset": pyarrow.array([row.offset for row in rows], pyarrow.int32()),
        "warc_record_length": pyarrow.array([row.length for row in rows], pyarrow.int32()),
    })  # fmt: skip
    pyarrow.parquet.write_table(table, path, row_group_size=group)
    paths = [str(path.relative_to(folder)), f"{table_path(crawl, 'robotstxt')}/part-00000.gz.parquet"]
    listed = folder / tables_list(crawl)
    listed.parent.mkdir(parents=True, exist_ok=True)
    listed.write_bytes(gzip.compress("".join(f"{name}\n" for name in paths).encode()))
    return path


def serving_files(folder: Path, spoil: Callable[[Asked, bytes], Reply | None] | None = None) -> "Serving":
    """Serve a folder, with ranges; `spoil` may answer a request in another way, given the bytes that it asks for."""

    def answer(asked: Asked) -> Reply:
        path = folder / asked.path.lstrip("/").partition("?")[0]
        if not path.is_file():
            return reply("404 Not Found", b"<Error><Code>NoSuchKey</Code></Error>")
        whole = path.read_bytes()
        start, length = asked_range(asked)
        part = whole[start : start + length]
        if spoil and (spoilt := spoil(asked, part)) is not None:
            return spoilt
        if not part:
            return reply("416 Range Not Satisfiable", headers={"Content-Range": f"bytes */{len(whole)}"})
        sent = f"bytes {start}-{start + len(part) - 1}/{len(whole)}"
        return reply("206 Partial Content", part, {"Content-Range": sent})

    return serving(answer)


Serving = AbstractContextManager[Server]


def asked_range(asked: Asked) -> tuple[int, int]:
    """The range that a request asks for: its start and length in bytes."""
    start, last = asked.headers["range"].removeprefix("bytes=").split("-")
    return int(start), int(last) - int(start) + 1


def _write_warcs(folder: Path, segment: str, pages: Sequence[Archived], cut: frozenset[str]) -> list[Row]:
    """Write pages into a WARC file of captures and one of redirects and errors."""
    rows: list[Row] = []
    for subset in ("warc", "crawldiagnostics"):
        some = [page for page in pages if page.status.startswith("200") == (subset == "warc")]
        path = folder / segment / subset / "CC-MAIN-00000.warc.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            name = str(path.relative_to(folder))
            rows += [_write_record(file, page, name, "length" if page.url in cut else None) for page in some]
    return rows


def _write_record(file: Any, page: Archived, path: str, truncated: str | None) -> Row:
    offset = file.tell()
    http = StatusAndHeaders(page.status, list(page.headers.items()), protocol="HTTP/1.1")
    headers = {"WARC-Date": page.time} | ({"WARC-Truncated": truncated} if truncated else {})
    record = WARCWriter(file, gzip=True).create_warc_record(
        page.url, "response", payload=BytesIO(page.body), http_headers=http, warc_headers_dict=headers
    )
    WARCWriter(file, gzip=True).write_record(record)
    digest = normalise_digest(record.rec_headers.get_header("WARC-Payload-Digest")) or ""
    record.raw_stream.close()  # warcio leaves its temporary file to the garbage collector
    return Row(
        key=surt_key(page.url), page=page, digest=digest.partition(":")[2], file=path, offset=offset,
        length=file.tell() - offset, truncated=truncated,
    )  # fmt: skip


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
