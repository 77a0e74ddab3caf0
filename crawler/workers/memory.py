"""Limits the memory of a process, where the operating system can (Linux), and how often it looks for garbage."""

import gc
from pathlib import Path

_STATM = Path("/proc/self/statm")

GARBAGE = 20_000
"""Records made, less those freed, between two searches for cycles of them. At Python's 700 the searches take 9 % of the
processor time of a run (`benchmarks.cores`, 182 pages) and save 10 of 190 MB: judging makes hardly a cycle."""


def collect_seldom() -> None:
    """Look for cycles of records that nobody needs less often than Python does by itself."""
    gc.set_threshold(GARBAGE)


def limit_memory(more: int) -> None:
    """Make requests for memory fail once this process takes `more` bytes than now."""
    if not _STATM.exists():
        return
    import resource  # absent on Windows

    pages = int(_STATM.read_text(encoding="ascii").split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
