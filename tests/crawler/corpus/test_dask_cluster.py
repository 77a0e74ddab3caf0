"""The engine Dask: workers that die, on a real cluster of processes; one pace for all; a scheduler that is gone."""

import logging
import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster, SchedulerPlugin
from distributed.utils import get_mp_context

from claims.errors import UnfinishedError
from crawler.corpus.engines.dask_cluster import ClusterPaces, DaskEngine, local_cluster
from crawler.corpus.engines.interface import Work
from crawler.corpus.engines.pacing import Held, Paces
from crawler.corpus.job import Job
from crawler.corpus.stages import judge, look_up, read, split
from tests.crawler.corpus.small_corpus import SmallCorpus, made
from tests.crawler.corpus.test_run import equal_tables
from tests.crawler.servers import Asked, reply, serving


@pytest.fixture
def processes() -> Iterator[DaskEngine]:
    with dask.config.set({"distributed.worker.multiprocessing-method": "forkserver"}):
        # Workers are forked with all that they import, so that those which replace the dead cost little.
        get_mp_context().set_forkserver_preload(["distributed", "crawler.corpus.run"])
        with local_cluster(2) as engine:
            yield engine


@pytest.fixture
def threads(tmp_path: Path) -> Iterator[DaskEngine]:
    """A cluster whose workers are threads of this process, which takes no time to start."""
    log = logging.getLogger("crawler")  # whose level the workers set, here for all tests
    level = log.level
    with in_process(2, tmp_path) as cluster, Client(cluster) as client:
        yield DaskEngine(client)
    log.setLevel(level)


def in_process(workers: int, folder: Path) -> LocalCluster:
    return LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0",
        local_directory=str(folder / "scratch"),
    )  # fmt: skip


@dataclass(frozen=True)
class Dying:
    """Work whose first worker is killed when the files of its partition are written and it is not marked as done."""

    work: Work
    flag: Path

    def __call__(self, part: int, paces: Paces) -> None:
        try:
            self.flag.touch(exist_ok=False)
        except FileExistsError:
            self.work(part, paces)
        else:
            for stage in (split, read, look_up, judge):
                stage.mark = _die  # type: ignore[assignment]
            self.work(part, paces)


def _die(*anything: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Deadly:
    """The engine, of which one worker dies in every stage."""

    def __init__(self, engine: DaskEngine, folder: Path) -> None:
        self._engine, self._folder = engine, folder
        self.stages = 0

    def run(self, work: Work, parts: Sequence[int]) -> Iterator[tuple[int, Exception | None]]:
        self.stages += 1
        yield from self._engine.run(Dying(work, self._folder / f"died-{self.stages}"), parts)


def test_workers_killed_in_every_stage_change_nothing(
    processes: DaskEngine, small: SmallCorpus, undisturbed: Job, tmp_path: Path
) -> None:
    job, deadly = small.job(tmp_path), Deadly(processes, tmp_path)
    made(job, deadly)
    assert len(list(tmp_path.glob("died-*"))) == deadly.stages == 4
    assert equal_tables(job, undisturbed)


def test_every_request_of_all_workers_takes_its_moment_from_the_scheduler(
    threads: DaskEngine, small: SmallCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    reserved: Counter[str] = Counter()
    take = ClusterPaces.reserve

    def answer(request: Asked) -> bytes:
        asked["index" if "/timemap/" in request.path else "playback"] += 1
        return reply("404 Not Found")

    def reserve(paces: ClusterPaces, service: str, endpoint: str, per_minute: float) -> Held:
        reserved[endpoint] += 1
        return take(paces, service, endpoint, per_minute)

    monkeypatch.setattr(ClusterPaces, "reserve", reserve)
    with serving(answer) as server:
        settings = replace(
            small.settings(tmp_path), archive=(server.base,), offline=False, allow_private=True, rate=20.0
        )
        documents = tmp_path / "documents"
        documents.mkdir()
        for number in range(2):
            said = "".join(
                f"The bridge of Ulvund has {n} arches.<ref>[http://valley.example/{number}-{n} A page]</ref>\n\n"
                for n in range(4)
            )
            (documents / f"{number}.wikitext").write_text(said)
        made(small.job(tmp_path, inputs=(str(documents),), settings=settings, part_bytes=100), threads)
    assert min(asked.values()) >= 8
    assert sorted(reserved.values()) == sorted(asked.values())


def test_no_worker_profiles_itself(processes: DaskEngine) -> None:
    profiling = processes.client.run(dask.config.get, "distributed.worker.profile.enabled")
    assert list(profiling.values()) == [False, False]


def test_a_partition_that_fails_does_not_end_the_others(threads: DaskEngine) -> None:
    results = dict(threads.run(_fail_on_two, [1, 2, 3]))
    assert results[1] is results[3] is None
    assert isinstance(results[2], OSError)


def _fail_on_two(part: int, paces: Paces) -> None:
    if part == 2:
        raise OSError(28, "No space left on device")


class Arrival(SchedulerPlugin):
    """Says when a task has come to the scheduler."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def transition(self, key: object, start: str, finish: str, *anything: object, **more: object) -> None:
        self.happened.set()


def test_a_scheduler_that_is_gone_leaves_the_run_unfinished(tmp_path: Path) -> None:
    cluster, arrival = in_process(0, tmp_path), Arrival()
    cluster.scheduler.add_plugin(arrival)

    def stop() -> None:
        arrival.happened.wait()
        cluster.close()

    stopping = threading.Thread(target=stop, daemon=True)
    stopping.start()
    with Client(cluster) as client:
        with pytest.raises(UnfinishedError, match="the scheduler of the cluster is gone"):
            list(DaskEngine(client).run(_fail_on_two, [1]))
        stopping.join()
