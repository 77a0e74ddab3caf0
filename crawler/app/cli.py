"""The edge of the program: the exit status of each outcome, and the only handler that catches every exception."""

import argparse
import errno
import logging
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType

import platformdirs

from claims.errors import CitewatchError, StoppedError, UnfinishedError
from crawler.app.options.parser import command_parser

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

WRONG_USAGE, UNFINISHED, STOPPED, INTERRUPTED, TERMINATED = 2, 3, 4, 130, 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `citewatch` with `arguments` (the process's own where None) and return its exit status."""
    terminated: list[int] = []
    _open_streams()
    before = signal.signal(signal.SIGTERM, partial(_interrupt, terminated))
    try:
        options = command_parser().parse_args(arguments)
        logging.basicConfig(format="citewatch: %(message)s", level=_level(options))
        from crawler.app.dispatch import dispatch  # neither --help nor wrong usage needs it

        return dispatch(options)
    except CitewatchError as error:
        from reports.text.sanitising import clean  # --help does not need it

        print(f"citewatch: {clean(str(error))}", file=sys.stderr)
        return _status(error)
    except KeyboardInterrupt:
        ending = "terminated" if terminated else "interrupted"
        print(f"citewatch: {ending}; what was fetched is kept.", file=sys.stderr)
        return TERMINATED if terminated else INTERRUPTED
    except BrokenPipeError:
        from crawler.app.terminal import discard_output

        discard_output()
        return 0
    except Exception as error:  # noqa: BLE001 - no user should see a traceback
        said, status = _unexpected(error)
        print(f"citewatch: {said}", file=sys.stderr)
        return status
    finally:
        signal.signal(signal.SIGTERM, before)


def _open_streams() -> None:
    """Let a standard stream that the caller has closed lead nowhere, so that no file of ours takes its number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115


def _interrupt(received: list[int], number: int, frame: FrameType | None) -> None:
    """Treat the signal `number` as Ctrl-C, for which the event loop ends its tasks in order, and note it."""
    received.append(number)
    if signal.getsignal(signal.SIGINT) in (signal.SIG_IGN, signal.SIG_DFL, None):
        raise KeyboardInterrupt  # a shell starts jobs in the background with Ctrl-C ignored
    signal.raise_signal(signal.SIGINT)


def _unexpected(error: Exception) -> tuple[str, int]:
    """Return what to say of an error that no command expects, and the exit status: two of the disk, or a bug."""
    if isinstance(error, OSError) and error.errno in _FULL:  # that other files do not fit, commands expect
        from crawler.app.terminal import discard_output

        discard_output()
        full = "standard output cannot be written: its disk is full."
        return f"{full} Free some space, and run again; reports are kept.", STOPPED
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:  # whichever option has it
        from reports.text.sanitising import clean, shorten

        return f"{shorten(clean(str(error.filename)), 60)}: no file can have so long a name. Check it.", WRONG_USAGE
    return f"a bug in citewatch: {error!r}. Details: {_log(error)}", STOPPED


def _status(error: CitewatchError) -> int:
    if isinstance(error, StoppedError):
        return STOPPED
    return UNFINISHED if isinstance(error, UnfinishedError) else WRONG_USAGE


def _level(options: argparse.Namespace) -> int:
    if options.quiet:
        return logging.ERROR
    return logging.INFO if options.verbose else logging.WARNING


def _log(error: Exception) -> Path | str:
    """Write the traceback to a new file, in the folder for logs or else for temporary files, and return its path."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for folder in (platformdirs.user_log_dir("citewatch"), tempfile.gettempdir()):
        path = Path(folder) / f"bug-{stamp}-{os.getpid()}.log"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        except OSError:
            continue
        return path
    return "nowhere, since neither the folder for logs nor the one for temporary files can be written to"
