"""The command line: what can be asked for, the exit status of each ending, and the one catch-all."""

import argparse
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import platformdirs

import claims
from claims.errors import CitewatchError
from claims.records import Verdict
from crawler import settings
from crawler.commands import check, demo, extract, fetch, verify
from crawler.inputs import read_documents
from reports.formats.registry import FORMATS

WRONG_USAGE, BUG, INTERRUPTED = 2, 4, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `citewatch` with `arguments` (the process's own where None) and return its exit status."""
    try:
        options = _parser().parse_args(arguments)
        logging.basicConfig(format="citewatch: %(message)s", level=_level(options))
        return _run(options)
    except CitewatchError as error:
        print(f"citewatch: {error}", file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        print("citewatch: interrupted; what was fetched is kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has closed it (`citewatch extract … | head`): nobody is left to tell. Python would
        # complain once more when it flushes standard output at exit, so that goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the one catch-all: no user should see a traceback
        print(f"citewatch: a bug in citewatch: {error!r}. Details: {_log(error)}", file=sys.stderr)
        return BUG


def _run(options: argparse.Namespace) -> int:
    if options.command == "check":
        return check.run(options.file)
    wanted = settings.load(vars(options), os.environ, Path.cwd())
    if options.command == "extract":
        return extract.run(options.input, wanted)
    if options.command == "fetch":
        return fetch.run(options.url, options.at, options.text, wanted)
    if options.command == "demo":
        return demo.run(wanted)
    return verify.run(read_documents(options.input, wanted), wanted)


def _date(text: str) -> str:
    try:
        return msgspec.convert(text, settings.IsoDate)
    except msgspec.ValidationError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2010-01-31, 2010-01 or 2010") from error


def _level(options: argparse.Namespace) -> int:
    if options.quiet:
        return logging.ERROR
    return logging.INFO if options.verbose else logging.WARNING


def _log(error: Exception) -> Path:
    """Write the traceback of `error` to a file of its own and say where."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    path = Path(platformdirs.user_log_dir("citewatch")) / f"bug-{stamp}-{os.getpid()}.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citewatch", description="Checks every cited claim of a document against the archived page it cites."
    )
    parser.add_argument("--version", action="version", version=f"citewatch {claims.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--quiet", action="store_const", const=True, help="say nothing but errors")
    common.add_argument("--verbose", action="store_const", const=True, help="say what is done, request by request")

    command = commands.add_parser(
        "verify", parents=[common], help="the whole way: document, claims, archived copies, verdicts, report"
    )
    _add_inputs(command)
    _add_archives(command)
    _add_report(command)
    command = commands.add_parser("extract", parents=[common], help="claims and citations only, as JSON Lines")
    _add_inputs(command)
    command = commands.add_parser("fetch", parents=[common], help="the archived copy of a URL, and its text")
    command.add_argument("url", metavar="URL")
    command.add_argument(
        "--at", type=_date, metavar="DATE", help="the day the copy should be nearest to (default: the latest)"
    )
    command.add_argument("--text", action="store_true", help="print the text alone")
    _add_archives(command)
    command = commands.add_parser("check", parents=[common], help="support alone: JSON Lines in, JSON Lines out")
    command.add_argument("file", metavar="FILE", help='lines of {"id", "claim", "text"}; - is standard input')
    command = commands.add_parser("demo", parents=[common], help="verify the bundled example, offline")
    _add_report(command)
    return parser


def _add_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument("input", nargs="+", metavar="INPUT", help="a path, a pattern, a folder, or - (standard input)")
    command.add_argument("--input-format", metavar="FORMAT", help="the documents' format, where it is not recognised")
    command.add_argument(
        "--sources", metavar="FILE", help="CSL-JSON, BibTeX, RIS or CSV that gives URLs to references that print none"
    )
    command.add_argument("--as-of", metavar="DATE", help="the day the document was written, if it does not say")


def _add_archives(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--archive",
        action="append",
        metavar="A",
        help="wayback, a .warc, .warc.gz or .wacz file or a folder of them, or a Memento archive's base URL; "
        "repeat it to ask several in order (default: wayback)",
    )
    command.add_argument("--offline", action="store_const", const=True, help="touch no network")
    command.add_argument("--store", metavar="DIR", help="folder of what was fetched and of the archives' indexes")
    command.add_argument("--contact", metavar="EMAIL_OR_URL", help="who runs this, for the User-Agent")
    command.add_argument("--jobs", metavar="N", help="citations under way at once (default: 8)")
    command.add_argument("--max-bytes", metavar="N", help="bytes of one answer at most (default: 20000000)")
    command.add_argument("--timeout", metavar="SECONDS", help="for one request (default: 30)")
    command.add_argument("--rate", metavar="N", help="requests a second to one host at most")
    command.add_argument(
        "--allow-private", action="store_const", const=True, help="permit loopback and private addresses"
    )


def _add_report(command: argparse.ArgumentParser) -> None:
    verdicts = ",".join(verdict.value for verdict in Verdict)
    command.add_argument("--out", metavar="DIR", help="folder for the report (default: citewatch-report)")
    command.add_argument("--format", metavar="F,...", help=f"of {','.join(FORMATS)} (default: html,json)")
    command.add_argument(
        "--fail-on", metavar="LIST", help=f"of {verdicts}: what makes the exit status 1 (default: not_supported)"
    )
