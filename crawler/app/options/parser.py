"""The parser of `citewatch`: its commands, and the options that each takes."""

import argparse
from pathlib import Path

import claims
from crawler.app.options import groups
from crawler.app.options.dates import is_date


def command_parser() -> argparse.ArgumentParser:
    """Build the parser. What it parses has `command`, the name of the command to run."""
    parser = argparse.ArgumentParser(
        prog="citewatch", description="Check every cited claim of a document against the archived page that it cites."
    )
    parser.add_argument("--version", action="version", version=f"citewatch {claims.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        description = f"{summary[0].upper()}{summary[1:]}."
        return commands.add_parser(name, help=summary, description=description)

    _verify(add("verify", "find the archived copies that a document cites, judge its claims, write a report"))
    _extract(add("extract", "print the claims of documents with their citations, as JSON Lines"))
    _fetch(add("fetch", "print the archived copy of a URL and its text, as JSON"))
    _check(add("check", "judge pairs of claim and text: JSON Lines in, JSON Lines out"))
    groups.report(add("demo", "verify the bundled example, offline"))
    _report(add("report", "write a report.json in other formats, without checking again"))
    _baseline(add("baseline", "print the findings of a report.json as a file for --baseline"))
    _diff(add("diff", "print what changed between two reports"))
    _store(add("store", "list, verify or prune the store of fetched pages"))
    for command in commands.choices.values():
        groups.messages(command)
    return parser


def _verify(command: argparse.ArgumentParser) -> None:
    groups.documents(command)
    groups.archives(command)
    groups.judging(command)
    groups.second_judge(command)
    groups.report(command)
    group = command.add_argument_group("known findings")
    group.add_argument("--baseline", metavar="FILE", help="known findings: only new or worse ones count")
    groups.network(command)
    group = command.add_argument_group("after the run")
    group.add_argument(
        "--save",
        action="store_const",
        const=True,
        help="ask the Wayback Machine to save the pages that no archive holds",
    )


def _extract(command: argparse.ArgumentParser) -> None:
    groups.documents(command)
    groups.network(command)


def _fetch(command: argparse.ArgumentParser) -> None:
    command.add_argument("url", metavar="URL")
    command.add_argument(
        "--at", type=_date, metavar="DATE", help="choose the capture nearest to this day (default: the latest)"
    )
    command.add_argument("--text", action="store_true", help="print the text alone")
    groups.archives(command)
    groups.network(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help='lines of {"id", "claim", "text"}; - is standard input')
    groups.judging(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="REPORT", help="a report.json")
    groups.report(command)


def _baseline(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="REPORT", help="a report.json")
    command.add_argument("--reason", default="", help="why these findings are accepted; written to every entry")
    command.add_argument(
        "--until", type=_date, metavar="DATE", help="last day on which the entries hold (default: no end)"
    )


def _diff(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", type=Path, metavar="OLD", help="the earlier report.json")
    command.add_argument("new", type=Path, metavar="NEW", help="the later report.json")


def _store(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        choices=("list", "verify", "prune"),
        help="list the entries, verify their digests, or remove old entries",
    )
    command.add_argument(
        "--store", metavar="DIR", help=f"folder of the store (default: {groups.shown(groups.DEFAULTS.store)})"
    )
    command.add_argument("--before", type=_date, metavar="DATE", help="prune entries last used before this day")
    command.add_argument("--to-bytes", type=int, metavar="N", help="prune the oldest entries until N bytes are left")


def _date(text: str) -> str:
    if not is_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2010-01-31, 2010-01 or 2010")
    return text
