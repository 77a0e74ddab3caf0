"""Limits the memory of a process, where the operating system can (Linux)."""

from pathlib import Path

_STATM = Path("/proc/self/statm")


def limit_memory(more: int) -> None:
    """Make requests for memory fail once this process takes `more` bytes than now."""
    if not _STATM.exists():
        return
    import resource  # absent on Windows

    pages = int(_STATM.read_text(encoding="ascii").split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
