"""What one stage hands to the next: a file for each partition that sends, with a batch for each one that receives.

The files are Arrow's IPC files, whose footer says where each batch is, so that a receiver reads its own batch alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import TypeVar

import msgspec
import pyarrow as pa

from crawler.corpus import files

Record = TypeVar("Record")

_SCHEMA = pa.schema([("record", pa.binary())])
_OPTIONS = pa.ipc.IpcWriteOptions(compression="zstd")


def send(url: str, records: Mapping[int, Iterable[object]], receivers: int) -> None:
    """Write the records for each of so many receivers, numbered from 0, to the file at `url`.

    Raises:
        OSError: it cannot be written.
    """
    made = BytesIO()
    with pa.ipc.new_file(made, _SCHEMA, options=_OPTIONS) as file:
        for receiver in range(receivers):
            encoded = [msgspec.msgpack.encode(record) for record in records.get(receiver, ())]
            file.write_batch(pa.record_batch([pa.array(encoded, pa.binary())], schema=_SCHEMA))
    files.write(url, made.getvalue())


def receive(urls: Iterable[str], receiver: int, kind: type[Record]) -> Iterator[Record]:
    """Yield the records of one receiver from the files at `urls`, in order.

    Raises:
        OSError: there is no such file.
    """
    decoder = msgspec.msgpack.Decoder(kind)
    for url in urls:
        with files.opened(url) as stream:
            batch = pa.ipc.open_file(stream).get_batch(receiver)
        for encoded in batch.column(0):
            yield decoder.decode(encoded.as_buffer())
