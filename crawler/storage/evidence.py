"""The exchanges by which captures were fetched: their records as the store has them, with the bodies they refer to."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from warcio.recordloader import ArcWarcRecord

from crawler.archives.local.warc_records import BadRecord, read_records
from crawler.storage.warc_writer import FILE_PATTERN
from crawler.timestamps import first_moment
from crawler.urls import surt_key

# A capture: the SURT key of its address, and its time (14 digits).
CaptureKey = tuple[str, str]
_WITH_BODY = ("response", "revisit")


@dataclass(slots=True)
class Exchange:
    """Consecutive records of a file, of one request.

    Attributes:
        start: where they begin, in bytes.
        end: where they end.
        captures: what they show: the response itself, and the capture at its original address.
        refers_to: the response that has the body, where they do not hold it.
    """

    start: int
    end: int = 0
    captures: list[CaptureKey] = field(default_factory=list)
    refers_to: CaptureKey | None = None


def capture_key(url: str, time: str) -> CaptureKey:
    """Return the key of the capture of `url` at `time`, 14 digits or ISO 8601."""
    return surt_key(url), first_moment(time)


def stored_evidence(folder: Path, wanted: Collection[CaptureKey]) -> tuple[bytes, set[CaptureKey]]:
    """Return the records of the wanted captures, compressed as the store in `folder` keeps them, and which it holds.

    Raises:
        OSError: a file cannot be read.
    """
    records, found = bytearray(), set[CaptureKey]()
    for path in sorted(folder.glob(FILE_PATTERN)):
        exchanges = list(_exchanges(path))
        with path.open("rb") as stream:
            for exchange in _chosen(exchanges, set(wanted) - found):
                stream.seek(exchange.start)
                records += stream.read(exchange.end - exchange.start)
                found |= set(wanted).intersection(exchange.captures)
    return bytes(records), found


def _exchanges(path: Path) -> Iterator[Exchange]:
    exchange: Exchange | None = None
    with path.open("rb") as stream:
        for item in read_records(stream):
            kind = None if isinstance(item, BadRecord) else item.record.rec_type
            if exchange and kind in ("request", "warcinfo", None):
                exchange.end = item.offset
                yield exchange
                exchange = None
            if kind == "request":
                exchange = Exchange(start=item.offset)
            elif exchange and not isinstance(item, BadRecord) and kind in _WITH_BODY:
                _add(exchange, item.record)
        if exchange:
            exchange.end = stream.seek(0, 2)
            yield exchange


def _add(exchange: Exchange, record: ArcWarcRecord) -> None:
    header = record.rec_headers.get_header
    exchange.captures.append(capture_key(header("WARC-Target-URI"), header("WARC-Date")))
    if record.rec_type == "revisit":
        body = capture_key(header("WARC-Refers-To-Target-URI"), header("WARC-Refers-To-Date"))
        exchange.refers_to = body if body not in exchange.captures else None


def _chosen(exchanges: Sequence[Exchange], wanted: set[CaptureKey]) -> list[Exchange]:
    """Return the first exchange of each wanted capture and those with their bodies, in the order of the file."""
    places: dict[CaptureKey, int] = {}
    for place, exchange in enumerate(exchanges):
        for key in exchange.captures:
            places.setdefault(key, place)
    chosen = {places[key] for key in wanted if key in places}
    bodies = {exchanges[place].refers_to for place in chosen}
    chosen |= {places[body] for body in bodies if body in places}
    return [exchanges[place] for place in sorted(chosen)]
