"""`citewatch store`: list, verify or prune the store of fetched pages."""

import sys
from pathlib import Path

from claims.errors import UsageError
from crawler.settings import Settings
from crawler.storage.store import Store
from crawler.timestamps import first_moment
from reports.text.sanitising import clean

DAMAGED = 1


def run(action: str, before: str | None, to_bytes: int | None, settings: Settings) -> int:
    """List, verify or prune the store of `settings`.

    Args:
        action: `list`, `verify` (the digests) or `prune`.
        before: date before which an entry was last used to be pruned.
        to_bytes: number of bytes to prune the store to, the oldest entries first.
        settings: the settings of the run.

    Returns:
        1 if `verify` finds a damaged entry, else 0.

    Raises:
        ConfigurationError: the store cannot be opened, or another run is using it.
        UsageError: `prune` has no limit.
    """
    if action == "prune" and before is None and to_bytes is None:
        raise UsageError("store prune removes nothing without --before or --to-bytes.", mend="Give one of them.")
    if not _folder(settings).exists():
        print(f"The store {settings.store} is empty: nothing was fetched yet.", file=sys.stderr)
        return 0
    with Store(_folder(settings), writing=action == "prune") as store:
        if action == "prune":
            freed = store.prune(before=first_moment(before) if before else None, to_bytes=to_bytes)
            print(f"{freed} bytes freed.", file=sys.stderr)
            if (corpus := settings.store / "corpus").exists():
                print(f"{corpus} is kept: stopped runs of citewatch corpus go on from it.", file=sys.stderr)
            return 0
        entries = store.entries() if action == "list" else store.damaged()
        if action == "list" and not entries:
            print(f"The store {settings.store} is empty: nothing was fetched yet.", file=sys.stderr)
        for entry in entries:
            print(f"{entry.time}  {entry.status}  {entry.length:>9}  {entry.digest}  {clean(entry.url)}")
    if action == "verify":
        print(f"{len(entries)} damaged entries.", file=sys.stderr)
        return DAMAGED if entries else 0
    return 0


def _folder(settings: Settings) -> Path:
    return settings.store / "fetched"
