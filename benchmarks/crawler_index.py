"""Memory and speed of a large local collection: a CDXJ index of a million records beside its WARC.

`python -m benchmarks.crawler_index [RECORDS]` prints the seconds to import it, the look-ups a second, and the peak
memory of the process before and after.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import anyio

from crawler.archives.local.archive import open_local

LOOKUPS = 5_000


def main() -> None:
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
        with (folder / "index.cdxj").open("w") as out:
            for n in range(records):
                out.write(
                    f'example,page{n % 997})/{n} 20191201120000 {{"url": "http://page{n % 997}.example/{n}", '
                    f'"mime": "text/html", "status": "200", "digest": "{n:032}", "offset": "{n}", '
                    f'"filename": "a.warc"}}\n'
                )
        before, started = memory(), time.perf_counter()
        archive = open_local(folder, folder / "cache")
        taken = time.perf_counter() - started
        print(f"{records} records taken in {taken:.1f} s; most memory {before:.0f} MB before, {memory():.0f} MB after")
        started = time.perf_counter()
        anyio.run(look_up, archive, records)
        print(f"{LOOKUPS / (time.perf_counter() - started):.0f} look-ups a second; most memory {memory():.0f} MB")


async def look_up(archive, records: int) -> None:  # type: ignore[no-untyped-def]
    for n in range(LOOKUPS):
        number = n * 7919 % records
        await archive.captures(f"http://page{number % 997}.example/{number}", "2019")


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
