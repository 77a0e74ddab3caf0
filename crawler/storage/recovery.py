"""Brings the store's index up to date with its files after a run was killed, or makes it anew if it is lost.

A run that is killed leaves at most one torn record, at the end of its file: it is cut off. Whole records that the index
does not know yet are added to it.
"""

from pathlib import Path

from warcio.recordloader import ArcWarcRecord

from crawler.archives.local.warc_records import BadRecord, FoundRecord, read_records
from crawler.storage.store_index import Entry, StoreFile, StoreIndex
from crawler.storage.warc_writer import FILE_PATTERN, KEY
from crawler.timestamps import first_moment


def recover(folder: Path, index: StoreIndex) -> list[str]:
    """Index what the files in `folder` hold beyond what the index knows, and cut torn records off.

    Returns:
        what was repaired, a sentence each.
    """
    notes: list[str] = []
    known = {file.name: file for file in index.files()}
    for path in sorted(folder.glob(FILE_PATTERN)):
        file = known.get(path.name)
        if path.stat().st_size == (file.size if file else 0):
            continue
        file = file or index.add_file(path.name)
        index.set_size(file.id, _index_tail(path, file, index, notes))
    index.commit()
    return notes


def _index_tail(path: Path, file: StoreFile, index: StoreIndex, notes: list[str]) -> int:
    """Index the records behind the file's known size; return its size in bytes, a torn record cut off."""
    with path.open("rb+") as stream:
        previous: FoundRecord | None = None
        for item in read_records(stream, file.size):
            if isinstance(item, BadRecord):
                notes.append(f"{path.name}: a torn record at byte {item.offset} was cut off.")
                stream.truncate(item.offset)
                break
            if previous:
                _index_record(previous, file, index)
            previous = item
        end = stream.seek(0, 2)
        if previous and previous.offset < end:  # a record that is cut short is found first and called bad next
            _index_record(previous, file, index)
        return end


def _index_record(found: FoundRecord, file: StoreFile, index: StoreIndex) -> None:
    record: ArcWarcRecord = found.record
    headers = record.rec_headers
    key = headers.get_header(KEY)
    if not key or record.rec_type not in ("response", "revisit") or record.http_headers is None:
        return
    digest = headers.get_header("WARC-Payload-Digest") or ""
    body_offset, length = found.offset, max(record.payload_length, 0)
    if record.rec_type == "revisit":
        earlier = index.same_body(digest, file.id)
        if earlier is None:
            return
        body_offset, length = earlier.body_offset, earlier.length
    entry = Entry(
        key=key, url=headers.get_header("WARC-Target-URI"), time=first_moment(headers.get_header("WARC-Date")),
        status=int(record.http_headers.get_statuscode()), digest=digest, length=length, file=file.name,
        offset=found.offset, body_offset=body_offset,
    )  # fmt: skip
    index.add(entry, file.id)
