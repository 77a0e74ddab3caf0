"""crawler.spool: records that wait on disk, in their order, read as often as wanted."""

import gc
import weakref

import pytest

from claims.errors import ReportError
from crawler.spool import Spool


class Record:
    """Something whose end in memory can be seen."""

    def __init__(self, text: str) -> None:
        self.text = text


def spooled(*texts: str) -> Spool[Record]:
    spool = Spool[Record]()
    for text in texts:
        spool.append(Record(text))
    return spool


def test_records_come_back_in_their_order_and_as_often_as_wanted() -> None:
    spool = spooled("a", "b", "c")
    assert [[record.text for record in spool] for _ in range(2)] == [["a", "b", "c"]] * 2
    assert (len(spool), spool[-1].text, [record.text for record in spool[1:]]) == (3, "c", ["b", "c"])


def test_two_readers_do_not_disturb_each_other() -> None:
    spool = spooled("a", "b")
    assert [(one.text, other.text) for one in spool for other in spool] == [
        ("a", "a"), ("a", "b"), ("b", "a"), ("b", "b"),
    ]  # fmt: skip


def test_a_record_can_be_put_in_the_place_of_another() -> None:
    spool = spooled("a", "b")
    spool.replace(0, Record("c"))
    assert [record.text for record in spool] == ["c", "b"]


def test_half_a_surrogate_pair_is_kept() -> None:
    assert spooled("\ud83d")[0].text == "\ud83d"


def test_a_record_does_not_stay_in_memory() -> None:
    spool, record = Spool[Record](), Record("a")
    spool.append(record)
    gone = weakref.ref(record)
    del record
    gc.collect()
    assert gone() is None
    assert spool[0].text == "a"


def test_a_full_disk_says_what_to_do() -> None:
    spool = spooled("a")
    spool._file.close()
    spool._file = open("/dev/full", "w+b", buffering=0)  # noqa: SIM115
    with spool._file, pytest.raises(ReportError, match="TMPDIR"):
        spool.append(Record("b"))
