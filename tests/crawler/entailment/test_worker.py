"""A thread of its own for a model."""

import threading
from collections.abc import Sequence

import anyio
import anyio.lowlevel
import anyio.to_thread
import pytest

from crawler.entailment.worker import Pair, Worker


def lengths(pairs: Sequence[Pair]) -> list[float]:
    return [len(premise) / 100 for premise, _ in pairs]


def test_answers_come_in_the_order_of_the_questions() -> None:
    with Worker(lambda: lengths) as worker:
        assert worker([("aaa", ""), ("a", "")]) == [0.03, 0.01]
        assert worker([("aa", "")]) == [0.02]


def test_questions_that_wait_together_become_one_batch() -> None:
    reading, going, sizes = threading.Event(), threading.Event(), []

    def slowly(pairs: Sequence[Pair]) -> list[float]:
        sizes.append(len(pairs))
        reading.set()
        going.wait()
        return lengths(pairs)

    found: dict[int, list[float]] = {}

    def ask(worker: Worker, size: int) -> None:
        found[size] = worker([("a" * size, "")])

    with Worker(lambda: slowly) as worker:
        threads = [threading.Thread(target=ask, args=(worker, size)) for size in range(1, 6)]
        threads[0].start()
        reading.wait()
        for thread in threads[1:]:
            thread.start()
        while worker._asked.qsize() < 4:
            threading.Event().wait(0.01)
        going.set()
        for thread in threads:
            thread.join()
    assert found == {size: [size / 100] for size in range(1, 6)}
    assert sizes == [1, 4]


def test_the_model_is_loaded_once_and_only_when_it_is_asked() -> None:
    loaded = []

    def load() -> object:
        loaded.append(threading.current_thread().name)
        return lengths

    with Worker(load):  # type: ignore[arg-type]
        pass
    assert loaded == []
    with Worker(load) as worker:  # type: ignore[arg-type]
        worker([("a", "")])
        worker([("a", "")])
    assert loaded == ["entailment"]


def test_whoever_asks_learns_what_went_wrong_and_may_ask_again() -> None:
    def fail(pairs: Sequence[Pair]) -> list[float]:
        if pairs[0][0] == "bad":
            raise MemoryError("no room")
        return lengths(pairs)

    with Worker(lambda: fail) as worker:
        with pytest.raises(MemoryError, match="no room"):
            worker([("bad", "")])
        assert worker([("a", "")]) == [0.01]


def test_the_event_loop_goes_on_while_the_model_reads() -> None:
    reading, ticked = threading.Event(), threading.Event()

    def until_ticked(pairs: Sequence[Pair]) -> list[float]:
        reading.set()
        assert ticked.wait(60)
        return lengths(pairs)

    async def both(worker: Worker) -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(anyio.to_thread.run_sync, worker, [("a", "")])
            while not reading.is_set():
                await anyio.lowlevel.checkpoint()
            ticked.set()

    with Worker(lambda: until_ticked) as worker:
        anyio.run(both, worker)
    assert ticked.is_set()
