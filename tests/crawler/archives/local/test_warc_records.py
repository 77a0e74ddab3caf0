"""crawler.archives.local.warc_records: wherever a file is cut off, that is said."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest

from crawler.archives.local.warc_records import BadRecord, read_records
from tests.crawler.archive_files import Archived, write_warc

PAGES = [Archived(url=f"http://a.example/{number}", time="2010-05-02T00:00:00Z", body=b"words") for number in range(2)]
END = len(b"\r\n\r\n")
"""Octets behind a record, which nobody misses."""


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_is_cut_off_anywhere_in_a_record_is_damaged(tmp_path: Path, packed: bool) -> None:
    data = write_warc(tmp_path / "a.warc.gz", PAGES).read_bytes()
    data = data if packed else gzip.decompress(data)
    starts = [record.offset for record in read_records(BytesIO(data))]
    assert len(starts) == 2
    whole = {end - more for end in (*starts, len(data)) for more in range(1 if packed else END + 1)}
    unnoticed = [cut for cut in range(1, len(data)) if not damaged(data[:cut]) and cut not in whole]
    assert unnoticed == []


def damaged(data: bytes) -> bool:
    return any(isinstance(record, BadRecord) for record in read_records(BytesIO(data)))
