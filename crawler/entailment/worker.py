"""A thread of its own for an entailment model, so that nobody else waits while it reads.

Questions of several threads that wait at the same time become one batch.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Self

Pair = tuple[str, str]
Run = Callable[[Sequence[Pair]], list[float]]

TOGETHER = 64
"""Pairs that are collected before the model is asked."""


class Worker:
    """Runs a model in a thread. Other threads ask it and wait; the model is loaded when it is first asked."""

    def __init__(self, load: Callable[[], Run]) -> None:
        self._load = load
        self._asked: SimpleQueue[tuple[Sequence[Pair], Future[list[float]]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="entailment", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._asked.put(None)
        self._thread.join()

    def __call__(self, pairs: Sequence[Pair]) -> list[float]:
        """Return the answers of the model, in order, when it has given them.

        Raises:
            Exception: what loading or running the model raised.
        """
        answer: Future[list[float]] = Future()
        self._asked.put((pairs, answer))
        return answer.result()

    def _serve(self) -> None:
        run: Run | None = None
        while first := self._asked.get():
            waiting, ended = [first], False
            while not ended and sum(len(pairs) for pairs, _ in waiting) < TOGETHER:
                try:
                    following = self._asked.get_nowait()
                except Empty:
                    break
                if following is None:
                    ended = True
                else:
                    waiting.append(following)
            try:
                run = run or self._load()
                found = iter(run([pair for pairs, _ in waiting for pair in pairs]))
                for pairs, answer in waiting:
                    answer.set_result([next(found) for _ in pairs])
            except BaseException as error:  # noqa: BLE001 - whoever asked learns of it
                for _, answer in waiting:
                    if not answer.done():
                        answer.set_exception(error)
            if ended:
                return
