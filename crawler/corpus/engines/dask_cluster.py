"""The engine Dask: a cluster of processes on this machine, or one that runs already, by its scheduler's address."""

import asyncio
import logging
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import dask
from distributed import Client, LocalCluster, Scheduler, SchedulerPlugin, Worker, as_completed, get_worker
from distributed.client import FutureCancelledError
from distributed.comm import CommClosedError

from claims.errors import ConfigurationError, UnfinishedError
from crawler.corpus.engines.interface import Work
from crawler.corpus.engines.pacing import Held, OwnPaces

# Its profiler asks for the frames of all threads every 10 ms; CPython 3.11 may then wait for itself for ever, where a
# thread of a worker starts or ends meanwhile (https://github.com/python/cpython/issues/106883).
dask.config.set({"distributed.worker.profile.enabled": False})

logging.getLogger("distributed").setLevel(logging.ERROR)  # it reports each connection; the run says what goes wrong

_GONE = "the scheduler of the cluster is gone."
_MEND = "Start the same command again: it goes on with the partitions that are not done."


class DaskEngine:
    """See `crawler.corpus.engines.interface.Engine`."""

    def __init__(self, client: Client) -> None:
        self.client = client
        client.register_plugin(PaceKeeper())

    def run(self, work: Work, parts: Sequence[int]) -> Iterator[tuple[int, Exception | None]]:
        """See `crawler.corpus.engines.interface.Engine`.

        Raises:
            claims.errors.UnfinishedError: the scheduler is gone.
        """
        run = uuid4().hex  # equal names would be equal tasks to the scheduler, with the result of an earlier run
        tasks = {
            self.client.submit(_on_worker, work, part, key=f"partition-{run}-{part}", pure=False): part
            for part in parts
        }
        try:
            for task in as_completed(list(tasks)):
                if task.status not in ("finished", "error"):  # it is lost with its scheduler
                    raise UnfinishedError(_GONE, mend=_MEND)
                yield tasks.pop(task), task.exception()
        except (CommClosedError, FutureCancelledError, TimeoutError) as error:
            raise UnfinishedError(_GONE, mend=_MEND) from error


def _on_worker(work: Work, part: int) -> None:
    logging.getLogger("crawler").setLevel(logging.ERROR)  # each partition would repeat what the run has said once
    work(part, ClusterPaces(get_worker()))


class PaceKeeper(SchedulerPlugin):  # type: ignore[misc]
    """Keeps the paces of a cluster in its scheduler, which outlives every worker."""

    name = "citewatch-paces"
    idempotent = True

    async def start(self, scheduler: Scheduler) -> None:
        """Let workers call the methods of `Paces` on the scheduler."""
        paces = OwnPaces()
        methods = (paces.reserve, paces.held, paces.pause, paces.close)
        scheduler.handlers.update({f"citewatch_{method.__name__}": method for method in methods})


class ClusterPaces:
    """See `crawler.corpus.engines.pacing.Paces`: those that the scheduler keeps, asked from a thread of a worker."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def reserve(self, service: str, endpoint: str, per_minute: float) -> Held:
        """See `crawler.corpus.engines.pacing.Paces`."""
        seconds, closed = self._ask("reserve", service=service, endpoint=endpoint, per_minute=per_minute)
        return seconds, closed

    def held(self, service: str, endpoint: str) -> Held:
        """See `crawler.corpus.engines.pacing.Paces`."""
        seconds, closed = self._ask("held", service=service, endpoint=endpoint)
        return seconds, closed

    def pause(self, endpoint: str, seconds: float) -> None:
        """See `crawler.corpus.engines.pacing.Paces`."""
        self._ask("pause", endpoint=endpoint, seconds=seconds)

    def close(self, service: str, reason: str) -> None:
        """See `crawler.corpus.engines.pacing.Paces`."""
        self._ask("close", service=service, reason=reason)

    def _ask(self, method: str, **values: Any) -> Any:
        asked = getattr(self._worker.scheduler, f"citewatch_{method}")(**values)
        return asyncio.run_coroutine_threadsafe(asked, self._worker.loop.asyncio_loop).result()


@contextmanager
def local_cluster(workers: int) -> Iterator[DaskEngine]:
    """Start a cluster of so many processes on this machine, and stop it with the context."""
    with (
        tempfile.TemporaryDirectory(prefix="citewatch-dask-") as scratch,
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            local_directory=scratch,
            silence_logs=logging.CRITICAL,  # the run says what went wrong, without tracebacks
        ) as cluster,
        Client(cluster) as client,
    ):
        yield DaskEngine(client)


@contextmanager
def running_cluster(address: str) -> Iterator[DaskEngine]:
    """Connect to the cluster whose scheduler has this address.

    Raises:
        UnfinishedError: it cannot be reached.
        ConfigurationError: no scheduler has such an address.
    """
    try:
        client = Client(address, timeout=30)
    except ValueError as error:
        mend = "Give one such as tcp://10.0.0.1:8786."
        raise ConfigurationError("this is no address of a scheduler.", place=address, mend=mend) from error
    except (OSError, TimeoutError) as error:
        message = f"the scheduler of the cluster cannot be reached: {error}."
        raise UnfinishedError(message, place=address, mend="Check that it runs, and its address.") from error
    with client:
        yield DaskEngine(client)
