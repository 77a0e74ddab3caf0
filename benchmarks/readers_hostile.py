"""A megabyte of anything, in every format: what takes longest to read and link, in seconds and memory.

    python -m benchmarks.readers_hostile [FORMAT ...]

Each document is read in a process of its own, whose seconds are divided by how slow the core is at that moment: one
megabyte has to end within 10 s and 300 MB, or be refused. The script ends with 1 if one does not. Documents of nothing
but blocks, notes or entries of a few characters are the slowest: a megabyte holds a hundred thousand of them, each
takes 10 to 80 µs, and more of them are refused (`claims.readers.limits`). None grows with the square, which
`tests/claims/test_growth.py` checks by counting the lines executed.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import FORMATS, read
from tests.claims.hostile import HOSTILE, MANY, SHAPES, repeated

MEGABYTE = 1_000_000  # characters
MOST_SECONDS, MOST_MEGABYTES = 10.0, 300.0
GIVEN_UP = 60  # seconds of processor time
SHOWN = 5
STEPS = 4_000_000
SECONDS_OF_STEPS = 0.08  # on an idle core of the machine on which the limits were set

Row = tuple[float, float, str]
"""Seconds, megabytes, and how it ended."""


def slowness() -> float:
    """How many times as long as an idle core this one takes at this moment, by a loop of 4 million steps."""
    started = time.process_time()
    for _ in range(STEPS):
        pass
    return (time.process_time() - started) / SECONDS_OF_STEPS


def seconds(input_format: str, piece: str, size: int) -> float:
    """Seconds of processor time to read and link a document of `size` characters of `piece`."""
    text = repeated(piece, size)
    started = time.process_time()
    try:
        link(read(text, "any", input_format), "any")
    except InputError:
        pass
    return time.process_time() - started


def measured(input_format: str, make: Callable[[int], str]) -> Row:
    """Read and link a megabyte in a process of its own."""
    receiver, sender = multiprocessing.get_context("fork").Pipe(duplex=False)
    worker = multiprocessing.get_context("fork").Process(target=_work, args=(sender, input_format, make))
    worker.start()
    sender.close()
    try:
        row: Row = receiver.recv()
    except EOFError:  # killed at the limit of its time
        row = float(GIVEN_UP), 0.0, "not finished"
    worker.join()
    return row


def _work(sender: Connection, input_format: str, make: Callable[[int], str]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (GIVEN_UP, GIVEN_UP))
    text, ending = make(MEGABYTE), "read"
    slow = slowness()
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    try:
        link(read(text, "any", input_format), "any")
    except InputError as error:
        ending = f"refused: {error}"
    except (RecursionError, MemoryError) as error:
        ending = f"fails: {type(error).__name__}"
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1_000
    taken = time.process_time() - started
    sender.send((taken * 2 / (slow + slowness()), memory, ending))


def main(formats: list[str]) -> int:
    """Print the table; return 1 if a document exceeds the limits."""
    print("| format | document | seconds | MB | |\n| --- | --- | --- | --- | --- |")
    exceeded = False
    for input_format in formats:
        slowest = sorted(HOSTILE, key=lambda piece: -seconds(input_format, piece, MEGABYTE // 20))[:SHOWN]
        documents = [(repr(piece), partial(repeated, piece)) for piece in slowest]
        documents += [(repr(piece), partial(repeated, piece)) for name, piece in MANY if name == input_format]
        for name, make in [*documents, *((what, make) for kind, what, make in SHAPES if kind == input_format)]:
            taken, memory, ending = measured(input_format, make)
            over = taken > MOST_SECONDS or memory > MOST_MEGABYTES or ending.startswith(("fails", "not"))
            exceeded = exceeded or over
            print(
                f"| {input_format} | `{name}` | {taken:.1f} | {memory:.0f} | {ending[:90]}{' (!)' if over else ''} |",
                flush=True,
            )
    return 1 if exceeded else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(FORMATS)))
