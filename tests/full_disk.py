"""A disk without room, for what writes in a block."""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """Let no file grow beyond `most` bytes, in this process and in those that it starts.

    Of what is imported meanwhile Python would keep the bytecode cut short, for all who import it later, so this process
    writes none. Those that it starts need `PYTHONDONTWRITEBYTECODE`.
    """
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))
        sys.dont_write_bytecode = written
