"""Brings the store's index up to date with its files after a run was killed, or makes it anew if it is lost.

A run that is killed leaves at most one torn record, at the end of its file: it is cut off. Whole records that the index
does not know yet are added to it.
"""

from pathlib import Path
from typing import BinaryIO

from warcio.recordloader import ArcWarcRecord

from crawler.archives.local.warc_records import BadRecord, FoundRecord, read_records
from crawler.storage.store_index import Entry, StoreFile, StoreIndex
from crawler.storage.warc_writer import FILE_PATTERN, KEY
from crawler.timestamps import first_moment


def recover(folder: Path, index: StoreIndex, *, repair: bool = True) -> list[str]:
    """Index what the files in `folder` hold beyond what the index knows, and forget those that were deleted.

    With `repair`, torn records are cut off.

    Returns:
        what was repaired or is damaged, a sentence each.

    Raises:
        OSError: a file cannot be read, or not repaired.
        sqlite3.Error: the index cannot be written.
    """
    notes: list[str] = []
    known = {file.name: file for file in index.files()}
    for path in sorted(folder.glob(FILE_PATTERN)):
        file = known.get(path.name)
        if path.stat().st_size == (file.size if file else 0):
            continue
        file = file or index.add_file(path.name)
        with path.open("rb+" if repair else "rb") as stream:
            torn = _index_tail(stream, file, index, notes)
            if torn is not None and repair:
                notes.append(f"{path.name}: a torn record at byte {torn} was cut off.")
                stream.truncate(torn)
            index.set_size(file.id, stream.seek(0, 2))
    for name, file in known.items():
        if not (folder / name).exists():
            index.remove_file(file.id)
    index.commit()
    return notes


def _index_tail(stream: BinaryIO, file: StoreFile, index: StoreIndex, notes: list[str]) -> int | None:
    """Index the records behind the file's known size; return at which byte a torn one at its end begins, or None.

    A record that is damaged while others follow it is no torn one.
    """
    whole: FoundRecord | None = None
    last: FoundRecord | None = None
    bad: BadRecord | None = None
    damaged = False
    for item in read_records(stream, file.size):
        if bad:
            damaged = True
            notes.append(f"{file.name}: the record at byte {bad.offset} is damaged and left out.")
        bad = item if isinstance(item, BadRecord) else None
        if last and not (bad and bad.offset == last.offset):  # one that is cut short is found first and called bad next
            whole = last
            _index_record(whole, file, index)
        last = None if isinstance(item, BadRecord) else item
    if last:
        _index_record(last, file, index)
    if bad is None or damaged:
        return None
    # without its response, a request goes too
    return whole.offset if whole and whole.record.rec_type == "request" else bad.offset


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
