"""`citewatch store`: what was fetched and kept: list it, verify its digests, prune it."""

import sys
from pathlib import Path

from crawler.settings import Settings
from crawler.storage.store import Store
from crawler.timestamps import first_moment

DAMAGED = 1


def run(action: str, before: str | None, to_bytes: int | None, wanted: Settings) -> int:
    """Do `action` (`list`, `verify` or `prune`) on the store of `wanted`.

    Returns:
        1 where `verify` finds an entry that is damaged, else 0.

    Raises:
        ConfigurationError: the store cannot be opened, or another run is using it.
    """
    with Store(_folder(wanted), writing=action == "prune") as store:
        if action == "prune":
            freed = store.prune(before=first_moment(before) if before else None, to_bytes=to_bytes)
            print(f"{freed} bytes freed.", file=sys.stderr)
            return 0
        entries = store.entries() if action == "list" else store.damaged()
        for entry in entries:
            print(f"{entry.time}  {entry.status}  {entry.length:>9}  {entry.digest}  {entry.url}")
    if action == "verify":
        print(f"{len(entries)} damaged entries.", file=sys.stderr)
        return DAMAGED if entries else 0
    return 0


def _folder(wanted: Settings) -> Path:
    return wanted.store / "fetched"
