"""crawler.stages.time_limit: work in a thread that ends when its time is over."""

import contextlib
import threading

import pytest

from crawler.stages.time_limit import OutOfTimeError, time_limit


def busy(steps: float) -> int:
    done = 0
    while done < steps:
        done += 1
    return done


def test_work_that_takes_longer_is_interrupted() -> None:
    with pytest.raises(OutOfTimeError), time_limit(0.05):
        busy(float("inf"))


def test_work_in_time_is_left_alone_and_so_is_what_follows() -> None:
    with time_limit(0.02):
        assert busy(100)
    assert busy(2_000_000)


def test_waiting_takes_no_processor_time() -> None:
    with time_limit(0.02):
        threading.Event().wait(0.1)


def keep_on() -> None:
    while True:
        with contextlib.suppress(Exception):
            busy(float("inf"))


def test_no_handler_of_ordinary_errors_keeps_the_interruption() -> None:
    with pytest.raises(OutOfTimeError), time_limit(0.05):
        keep_on()
