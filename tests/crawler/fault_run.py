"""The run that `test_faults` starts as a process of its own: citations against one archive that misbehaves.

`python -m tests.crawler.fault_run BASE STORE COUNT` prints, as JSON, the status of each citation and the peak memory
of the process in MB.
"""

import json
import sys
from pathlib import Path

import anyio

from claims.records import Citation
from crawler.app.open_archives import open_archives
from crawler.lookup.capture_lookup import look_up
from crawler.net.retrying import RetryPolicy
from crawler.settings import Settings

RETRY_POLICY = RetryPolicy(
    backoff=0.01, max_backoff=0.05, pause=0.2, min_pause=0.2, max_failures=10_000, max_resets=10_000
)


async def run(base: str, store: Path, count: int) -> dict[str, str]:
    settings = Settings(archive=(base,), store=store, allow_private=True, timeout=2.0, max_bytes=2_000_000)
    statuses: dict[str, str] = {}
    limiter = anyio.CapacityLimiter(16)
    async with open_archives(settings, RETRY_POLICY) as archives, anyio.create_task_group() as tasks:

        async def settle(number: int) -> None:
            async with limiter:
                citation = Citation(id=str(number), text="", url=f"http://page.example/{number}")
                result = await look_up(citation, archives, None)
                assert citation.id not in statuses
                statuses[citation.id] = result.status.value

        for number in range(count):
            tasks.start_soon(settle, number)
    return statuses


def most_memory() -> float:
    """The most resident memory since this program began, in MB.

    Not `ru_maxrss`: Linux carries the parent's over `exec` (`setmax_mm_hiwater_rss` in fs/exec.c), so that a run which
    a test suite of 500 MB starts seems to need as much.
    """
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    statuses = anyio.run(run, sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    json.dump({"statuses": statuses, "megabytes": most_memory()}, sys.stdout)
