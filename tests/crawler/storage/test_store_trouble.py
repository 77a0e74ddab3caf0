"""crawler.storage: damaged indexes and files, full disks, and stores that cannot be written."""

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from claims.errors import ConfigurationError, StoreError
from crawler.net.client import HttpResponse
from crawler.storage.store import Store
from tests.crawler.archive_files import article
from tests.crawler.responses import response
from tests.crawler.servers import Asked, Reply, reply, serving
from tests.full_disk import full_disk
from tests.process import command, environment
from tests.unprivileged import without_privileges

KEYS = [f"k{number}" for number in range(40)]


def answer(key: str, body: bytes | None = None) -> HttpResponse:
    return response(f"http://a.example/{key}", body or key.encode() * 99)


def filled(folder: Path) -> Path:
    """A store that holds a response for each of KEYS, closed."""
    with Store(folder, writing=True) as store:
        for key in KEYS:
            store.keep(key, answer(key))
    return folder


def found(store: Store) -> list[str]:
    return [key for key in KEYS if store.find(key)]


def garbage(index: Path) -> None:
    index.write_bytes(b"no database, " * 1_000)


def cut(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:-5_000])


def overwritten(index: Path) -> None:
    with index.open("rb+") as file:
        file.seek(4_096)
        file.write(os.urandom(8_192))


def of_another_program(index: Path) -> None:
    index.unlink()
    with closing(sqlite3.connect(index)) as rows:
        rows.execute("CREATE TABLE answers (question TEXT, digest TEXT, file INTEGER)")


DAMAGE = [garbage, cut, overwritten, of_another_program]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_index_is_made_anew_from_the_files(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    damage(filled(tmp_path) / "index.sqlite")
    with Store(tmp_path, writing=True) as store:
        assert "the index was damaged; it was made anew" in store.notes[0]
        assert found(store) == KEYS
        store.keep("new", answer("new"))
    with Store(tmp_path, writing=True) as store:
        assert store.notes == ()
        assert store.find("new")


def test_a_damaged_lock_is_made_anew(tmp_path: Path) -> None:
    garbage(filled(tmp_path) / "lock.sqlite")
    with Store(tmp_path, writing=True) as store:
        assert found(store) == KEYS


def test_who_only_reads_leaves_a_damaged_index_as_it_is(tmp_path: Path) -> None:
    index = filled(tmp_path) / "index.sqlite"
    garbage(index)
    damaged = index.read_bytes()
    with Store(tmp_path, writing=False) as store:
        assert "was damaged" in store.notes[0]
        assert found(store) == KEYS
    assert index.read_bytes() == damaged


def test_of_a_damaged_file_the_records_after_the_damage_are_kept(tmp_path: Path) -> None:
    with Store(filled(tmp_path), writing=False) as store:
        places = {entry.key: entry.offset for entry in store.entries()}
    (tmp_path / "index.sqlite").unlink()
    (path,) = tmp_path.glob("*.warc.gz")
    size = path.stat().st_size
    with path.open("rb+") as file:
        file.seek(places["k7"])
        file.write(bytes(60))
    with Store(tmp_path, writing=True) as store:
        assert f"the record at byte {places['k7']} is damaged and left out" in store.notes[0]
        assert found(store) == [key for key in KEYS if key != "k7"]
    assert path.stat().st_size == size


def test_a_file_that_was_deleted_is_forgotten(tmp_path: Path) -> None:
    (path,) = filled(tmp_path).glob("*.warc.gz")
    path.unlink()
    with Store(tmp_path, writing=True) as store:
        assert (store.entries(), store.notes) == ([], ())
        store.keep("k0", answer("k0"))
        assert found(store) == ["k0"]


def test_on_a_full_disk_nothing_more_is_kept_and_what_was_is_whole(tmp_path: Path) -> None:
    with Store(filled(tmp_path), writing=True) as store:
        with full_disk(150_000), pytest.raises(StoreError, match="full") as raised:
            store.keep("large", answer("large", os.urandom(200_000)))
        assert "--store" in (raised.value.mend or "")
        with pytest.raises(StoreError):
            store.keep("small", answer("small"))
        assert found(store) == KEYS
    (path,) = tmp_path.glob("*.warc.gz")
    with path.open("rb") as file:
        assert sum(record.rec_type in ("response", "revisit") for record in ArchiveIterator(file)) == len(KEYS)
    with Store(tmp_path, writing=True) as store:
        assert store.notes == ()
        assert store.keep("large", answer("large"))


def test_a_read_only_store_is_refused_by_name_and_read_offline() -> None:
    with without_privileges() as folder:
        store = filled(folder / "store")
        for path in (*store.iterdir(), store):
            path.chmod(path.stat().st_mode & 0o555)
        with pytest.raises(ConfigurationError, match="read-only") as raised:
            Store(store, writing=True)
        assert "--store" in str(raised.value)
        with Store(store, writing=False) as reader:
            assert found(reader) == KEYS


def test_a_store_that_does_not_exist_is_empty_to_who_only_reads(tmp_path: Path) -> None:
    with Store(tmp_path / "none", writing=False) as store:
        assert store.entries() == []
    assert not (tmp_path / "none").exists()


MEMENTO = {"Memento-Datetime": "Fri, 01 Jan 2010 00:00:00 GMT", "Content-Type": "text/html"}


def archived(asked: Asked) -> Reply:
    page = asked.path.rpartition("/")[2]
    if "timemap" in asked.path:
        memento = f'<http://{asked.headers["host"]}/20100101000000/http://page.example/{page}>; rel="memento"; '
        memento += 'datetime="Fri, 01 Jan 2010 00:00:00 GMT"'
        return reply(body=memento.encode(), headers={"Content-Type": "application/link-format"})
    padding = os.urandom(150_000).hex() if page == "large" else ""
    return reply(body=article(f"The bridge at Ulvund was opened in 1911. {padding}"), headers=MEMENTO)


def test_a_run_on_a_full_disk_reports_what_it_checked_and_goes_on_later(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "The bridge at Ulvund was opened in 1911.[^1] The bridge at Ulvund was opened in 1911 in May.[^2]\n\n"
        "[^1]: The opening. <http://page.example/small>\n[^2]: The opening. <http://page.example/large>\n"
    )
    with serving(archived) as server:
        verify = [
            "verify", "a.md", "--archive", server.base, "--allow-private", "--store", "s", "--format", "json",
            "--jobs", "1", "--fail-on", "none", "--out", "out",
        ]  # fmt: skip

        def run() -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                command(*verify), cwd=tmp_path, env=environment(tmp_path, {"PYTHONDONTWRITEBYTECODE": "1"}),
                capture_output=True, text=True, timeout=120, check=False,
            )  # fmt: skip

        with full_disk(150_000):
            full = run()
        assert full.returncode == 4, full.stderr
        assert "its disk is full. What was fetched before is kept." in full.stderr.splitlines()[-1]
        report = json.loads((tmp_path / "out/report.json").read_bytes())
        statuses = [claim["checks"][0]["status"] for claim in report["documents"][0]["claims"]]
        assert statuses == ["checked", "unreachable"]
        assert "its disk is full" in report["notes"][0]
        assert run().returncode == 0
