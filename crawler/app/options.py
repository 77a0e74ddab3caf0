"""What can be asked for on the command line, and the command that each request leads to."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

import claims
from claims.records import Verdict
from claims.support.model import Strictness
from crawler import settings
from crawler.app.commands import baseline, check, demo, diff, extract, fetch, report, store, verify
from crawler.documents.inputs import read_documents
from crawler.settings import Settings
from reports.formats.registry import FORMATS

Run = Callable[[argparse.Namespace], int]


def parser() -> argparse.ArgumentParser:
    """The parser of `citewatch`; what it parses has `run`, which takes the parsed options to the exit status."""
    made = argparse.ArgumentParser(
        prog="citewatch", description="Checks every cited claim of a document against the archived page it cites."
    )
    made.add_argument("--version", action="version", version=f"citewatch {claims.__version__}")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--quiet", action="store_const", const=True, help="say nothing but errors")
    common.add_argument("--verbose", action="store_const", const=True, help="say what is done, request by request")

    def add(name: str, run: Run, summary: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, parents=[common], help=summary, description=summary)
        command.set_defaults(run=run)
        return command

    command = add("verify", _verify, "the whole way: document, claims, archived copies, verdicts, report")
    _add_inputs(command)
    _add_archives(command)
    _add_report(command)
    command.add_argument("--baseline", metavar="FILE", help="findings already known: only new or worse ones count")
    command.add_argument(
        "--save", action="store_const", const=True, help="give pages that no archive holds to the Wayback Machine"
    )
    _add_strictness(command)
    _add_judge(command)
    command = add("extract", _extract, "claims and citations only, as JSON Lines")
    _add_inputs(command)
    _add_network(command)
    command = add("fetch", _fetch, "the archived copy of a URL, and its text")
    command.add_argument("url", metavar="URL")
    command.add_argument("--at", type=_date, metavar="DATE", help="the day the copy should be nearest to")
    command.add_argument("--text", action="store_true", help="print the text alone")
    _add_archives(command)
    command = add("check", _check, "support alone: JSON Lines in, JSON Lines out")
    command.add_argument("file", metavar="FILE", help='lines of {"id", "claim", "text"}; - is standard input')
    _add_strictness(command)
    command = add("demo", _demo, "verify the bundled example, offline")
    _add_report(command)
    command = add("report", _report, "a report.json in other formats, without checking again")
    command.add_argument("file", type=Path, metavar="REPORT")
    _add_report(command)
    command = add("baseline", _baseline, "the findings of a report.json as a file of what is known, for --baseline")
    command.add_argument("file", type=Path, metavar="REPORT")
    command.add_argument("--reason", default="", help="why they are left as they are, for every entry")
    command.add_argument("--until", type=_date, metavar="DATE", help="the last day that the entries hold")
    command = add("diff", _diff, "what became of the claims between two reports")
    command.add_argument("old", type=Path, metavar="OLD")
    command.add_argument("new", type=Path, metavar="NEW")
    command = add("store", _store, "what was fetched and kept")
    command.add_argument("action", choices=("list", "verify", "prune"))
    command.add_argument("--store", metavar="DIR", help="the store's folder, if it is not the usual one")
    command.add_argument("--before", type=_date, metavar="DATE", help="prune what was last used before this day")
    command.add_argument("--to-bytes", type=int, metavar="N", help="prune the oldest until so many bytes are left")
    return made


def _settings(options: argparse.Namespace) -> Settings:
    return settings.load(vars(options), os.environ, Path.cwd())


def _verify(options: argparse.Namespace) -> int:
    wanted = _settings(options)
    return verify.run(read_documents(options.input, wanted), wanted)


def _extract(options: argparse.Namespace) -> int:
    return extract.run(options.input, _settings(options))


def _fetch(options: argparse.Namespace) -> int:
    return fetch.run(options.url, options.at, options.text, _settings(options))


def _check(options: argparse.Namespace) -> int:
    return check.run(options.file, _settings(options).strictness)


def _demo(options: argparse.Namespace) -> int:
    return demo.run(_settings(options))


def _report(options: argparse.Namespace) -> int:
    return report.run(options.file, _settings(options))


def _baseline(options: argparse.Namespace) -> int:
    return baseline.run(options.file, options.reason, options.until)


def _diff(options: argparse.Namespace) -> int:
    return diff.run(options.old, options.new)


def _store(options: argparse.Namespace) -> int:
    return store.run(options.action, options.before, options.to_bytes, _settings(options))


def _date(text: str) -> str:
    if not settings.is_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2010-01-31, 2010-01 or 2010")
    return text


def _add_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "input", nargs="+", metavar="INPUT", help="a path, a pattern, a folder, an address, wiki:Title, or -"
    )
    command.add_argument("--wiki", metavar="BASE", help="the MediaWiki for wiki:Title (default: English Wikipedia)")
    command.add_argument("--input-format", metavar="FORMAT", help="the documents' format, where it is not recognised")
    command.add_argument(
        "--sources", metavar="FILE", help="CSL-JSON, BibTeX, RIS or CSV that gives URLs to references that print none"
    )
    command.add_argument(
        "--find-urls", metavar="WHERE", help="wikipedia: take missing URLs from the article that the document copies"
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
    command.add_argument(
        "--live", action="store_const", const=True, help="ask the page itself where no archive has a readable copy"
    )
    command.add_argument("--jobs", metavar="N", help="citations under way at once (default: 8)")
    _add_network(command)


def _add_strictness(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--strictness", metavar="LEVEL", help=f"of {', '.join(Strictness)}: stricter finds more and errs more often"
    )


def _add_judge(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--judge",
        metavar="URL",
        help="an OpenAI-compatible endpoint to ask about what is undecided or an alarm; its key: CITEWATCH_JUDGE_KEY",
    )
    command.add_argument("--judge-model", metavar="NAME", help="the model to ask for there")
    command.add_argument("--judge-calls", metavar="N", help="calls in one run at most (default: 100)")


def _add_network(command: argparse.ArgumentParser) -> None:
    command.add_argument("--offline", action="store_const", const=True, help="touch no network")
    command.add_argument("--store", metavar="DIR", help="folder of what was fetched and of the archives' indexes")
    command.add_argument("--contact", metavar="EMAIL_OR_URL", help="who runs this, for the User-Agent")
    command.add_argument("--max-bytes", metavar="N", help="bytes of one answer at most (default: 20000000)")
    command.add_argument("--max-requests", metavar="N", help="stop asking after so many, and go on in the next run")
    command.add_argument("--max-time", metavar="SECONDS", help="stop asking then, and go on in the next run")
    command.add_argument("--timeout", metavar="SECONDS", help="for one request (default: 30)")
    command.add_argument("--rate", metavar="N", help="requests a second to one host at most")
    command.add_argument(
        "--allow-private", action="store_const", const=True, help="permit loopback and private addresses"
    )


def _add_report(command: argparse.ArgumentParser) -> None:
    verdicts = ", ".join(Verdict)
    command.add_argument("--out", metavar="DIR", help="folder for the report (default: citewatch-report)")
    command.add_argument("--format", metavar="F,...", help=f"of {','.join(FORMATS)} (default: html,json)")
    command.add_argument(
        "--fail-on", metavar="LIST", help=f"of {verdicts}, statuses, shares: what makes the exit status 1"
    )
