"""crawler.archives.local.containers: what is corrupt in packed files is damage, wherever it is."""

import gzip
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.errors import ArchiveFileError
from crawler.archives.local.archive import open_local
from tests.crawler.archive_files import Archived, write_warc

PAGES = [
    Archived(url=f"http://a.example/{number}", time="2010-05-02T00:00:00Z", body=random.Random(number).randbytes(300))
    for number in range(2)
]


def packed_wacz(folder: Path, warc: bytes) -> Path:
    with zipfile.ZipFile(folder / "pages.wacz", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/pages.warc.gz", warc)
    return folder / "pages.wacz"


def one_stream(folder: Path, warc: bytes) -> Path:
    path = folder / "pages.warc.gz"
    path.write_bytes(gzip.compress(gzip.decompress(warc), mtime=0))
    return path


@pytest.mark.parametrize("pack", [packed_wacz, one_stream])
def test_a_flipped_octet_is_said_to_be_damage(tmp_path: Path, pack: Callable[[Path, bytes], Path]) -> None:
    path = pack(tmp_path, write_warc(tmp_path / "made.warc.gz", PAGES).read_bytes())
    whole = path.read_bytes()
    for place in range(100, 400, 10):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            problems = open_local(path, tmp_path / f"cache-{place}").problems
        except ArchiveFileError as error:
            problems = (str(error),)
        assert path.name in "".join(problems), place
