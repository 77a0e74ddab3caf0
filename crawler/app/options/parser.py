"""The parser of `citewatch`: its commands, and the options that each takes."""

import argparse
from pathlib import Path

import claims
from crawler.app.options import groups
from crawler.app.options.arguments import SHELLS, Parser, PrintCompletion
from crawler.app.options.dates import in_past, is_date

EPILOG = """\
exit status:
  0  finished, nothing that --fail-on names
  1  findings that --fail-on names
  2  wrong usage or unreadable input: nothing was checked
  3  no findings so far, but unfinished: run it again, and it goes on from there
  4  citewatch could not go on; the message says what was kept

Every option of verify can stand in citewatch.toml, in [tool.citewatch] of pyproject.toml, or in the environment
(CITEWATCH_FAIL_ON=...). citewatch COMMAND --help shows the options of a command.
"""

EXAMPLES = {
    "verify": (
        "article.md --contact you@example.org",
        "https://en.wikipedia.org/wiki/Ulaanbaatar --contact you@example.org",
        "drafts/ --archive captures.warc.gz --offline --sources bibliography.csv",
        "notes.md --fail-on 'not_supported,contradicted,unclear > 20 %' --baseline known.json",
    ),
    "extract": ("article.md", "- < article.md"),
    "fetch": ("https://example.org/page --at 2012-05-01 --text", "https://example.org/page --html > page.html"),
    "check": ("pairs.jsonl", "- < pairs.jsonl"),
    "demo": ("", "--out example"),
    "report": ("citewatch-report/report.json --format markdown --out -",),
    "baseline": ("citewatch-report/report.json > known.json",),
    "diff": ("old/report.json new/report.json",),
    "store": ("list", "prune --before 2025-01-01", "export citewatch-report/report.json --wacz evidence.wacz"),
    "corpus": (
        "run enwiki_namespace_0.tar.gz --to corpus --archive crawl/ --offline",
        "run 's3://dumps/*.tar.gz' --to s3://results/2026-11 --archive cc --scheduler tcp://10.0.0.1:8786",
        "report corpus --out overview",
    ),
    "model": ("list", "install NAME"),
    "config": ("", "--archive arquivo.pt --offline"),
}
"""Examples of each command, as its `--help` shows them."""


def command_parser() -> argparse.ArgumentParser:
    """Build the parser. What it parses has `command`, the name of the command to run."""
    parser = Parser(
        prog="citewatch",
        description="Check every cited claim of a document against the archived page that it cites.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"citewatch {claims.__version__}")
    parser.add_argument(
        "--print-completion",
        action=PrintCompletion,
        choices=SHELLS,
        metavar="SHELL",
        help=f"print a completion script for {', '.join(SHELLS)}",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=_examples(name),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    _verify(add("verify", "find the archived copies that a document cites, judge its claims, write a report"))
    _extract(add("extract", "print the claims of documents with their citations, as JSON Lines"))
    _fetch(add("fetch", "print the archived copy of a URL and its text, as JSON"))
    _check(add("check", "judge pairs of claim and text: JSON Lines in, JSON Lines out"))
    groups.report(add("demo", "verify the bundled example, offline"))
    _report(add("report", "write a report.json in other formats, without checking again"))
    _baseline(add("baseline", "print the findings of a report.json as a file for --baseline"))
    _diff(add("diff", "print what changed between two reports"))
    _store(add("store", "list, verify, prune or export the store of fetched pages"))
    _model(add("model", "install, verify, remove or calibrate local entailment models"))
    _corpus(add("corpus", "check the citations of a whole wiki or a folder on a cluster, and summarise the result"))
    _config(add("config", "print the settings in force and where each comes from"))
    for command in commands.choices.values():
        groups.messages(command)
    return parser


def _examples(name: str) -> str:
    return "\n".join(["examples:", *(f"  citewatch {name} {example}".rstrip() for example in EXAMPLES[name])])


def _verify(command: argparse.ArgumentParser) -> None:
    groups.inputs(command)
    _settings(command)


def _config(command: argparse.ArgumentParser) -> None:
    _settings(command)


def _settings(command: argparse.ArgumentParser) -> None:
    """Add every option of `verify`."""
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
    groups.inputs(command)
    groups.documents(command)
    groups.network(command)


def _fetch(command: argparse.ArgumentParser) -> None:
    command.add_argument("url", metavar="URL")
    command.add_argument(
        "--at", type=_date, metavar="DATE", help="choose the capture nearest to this day (default: the latest)"
    )
    what = command.add_mutually_exclusive_group()
    what.add_argument("--text", dest="show", action="store_const", const="text", help="print the text alone")
    what.add_argument("--html", dest="show", action="store_const", const="html", help="print the page itself")
    groups.archives(command)
    groups.network(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help='lines of {"id", "claim", "text"}; - is standard input')
    groups.judging(command)
    groups.store(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="REPORT", help="a report.json")
    groups.report(command)


def _baseline(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="REPORT", help="a report.json")
    command.add_argument("--reason", default="", help="why these findings are accepted; written to every entry")
    command.add_argument(
        "--until", type=_last_day, metavar="DATE", help="last day on which the entries hold (default: no end)"
    )


def _diff(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", type=Path, metavar="OLD", help="the earlier report.json")
    command.add_argument("new", type=Path, metavar="NEW", help="the later report.json")


def _store(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "action",
        choices=("list", "verify", "prune", "export"),
        help="list the entries, verify their digests, remove old entries, or export the evidence of a report",
    )
    command.add_argument("file", type=Path, nargs="?", metavar="REPORT", help="the report.json to export for")
    groups.store(command)
    command.add_argument("--before", type=_date, metavar="DATE", help="prune entries last used before this day")
    command.add_argument("--to-bytes", type=_count, metavar="N", help="prune the oldest entries until N bytes are left")
    command.add_argument("--wacz", type=Path, metavar="FILE", help="web archive to export to: the pages and the report")


def _model(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="list the models that are installed and those that can be")
    install = actions.add_parser("install", help="download a published model, the only thing that ever does")
    install.add_argument("name", metavar="NAME", help="its name in `citewatch model list`")
    install.add_argument(
        "--revision", metavar="REV", help="commit, branch or tag to install (default: the one in the list)"
    )
    verify = actions.add_parser("verify", help="compare the files of installed models with their digests")
    verify.add_argument("name", nargs="?", metavar="NAME", help="the model (default: all)")
    remove = actions.add_parser("remove", help="remove an installed model")
    remove.add_argument("name", metavar="NAME")
    calibrate = actions.add_parser("calibrate", help="fit the score to pairs of claim and text that people judged")
    calibrate.add_argument(
        "file", metavar="JUDGED", help='lines of {"claim", "text", "supported": true or false}; - is standard input'
    )
    groups.judging(calibrate)
    for action in (listing, install, verify, remove, calibrate):
        groups.store(action)


def _corpus(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    run = actions.add_parser("run", help="check documents into tables; started again, it goes on where it stopped")
    groups.corpus(run)
    groups.reading(run)
    groups.archives(run)
    groups.judging(run)
    groups.requests(run)
    run.add_argument(
        "--with-sources", action="store_const", const=True, help="keep the text of every source in the table `sources`"
    )
    report = actions.add_parser("report", help="write an HTML overview of a corpus, or the report of one document")
    report.add_argument("corpus", metavar="OUT", help="the corpus, as `citewatch corpus run --to` named it")
    report.add_argument("--document", metavar="NAME", help="name, title or key of the document to report on")
    groups.report(report)
    for action in (run, report):
        groups.messages(action)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number, at least 0")
    return int(text)


def _last_day(text: str) -> str:
    if in_past(_date(text)):
        raise argparse.ArgumentTypeError(f"{text} is past: the entries would not hold")
    return text


def _date(text: str) -> str:
    if not is_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2010-01-31, 2010-01 or 2010")
    return text
