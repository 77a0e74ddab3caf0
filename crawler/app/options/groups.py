"""Groups of options that several commands share, as `--help` shows them.

An option that is not given is None, so that the environment and the configuration file can set it; the defaults in the
help texts are those of `Settings`.
"""

import argparse
import os
from pathlib import Path

from claims.records import Strictness, Verdict
from crawler.settings import Settings

DEFAULTS = Settings()
REPORT_FORMATS = (
    "html", "json", "junit", "sarif", "markdown", "wikitext", "csv",
    "codequality", "annotations", "claimreview", "text",
)  # fmt: skip
"""The names in `reports.formats.registry`, spelt out since importing the formats is slow."""


ARCHIVE_PRESETS = ("arquivo.pt", "archive-it", "loc", "vefsafn")
"""The names in `crawler.archives.memento.PRESETS`, spelt out for the same reason."""


def inputs(command: argparse.ArgumentParser) -> None:
    """Add the input documents."""
    command.add_argument(
        "input",
        nargs="+",
        metavar="INPUT",
        help="a file, a pattern, a folder, the URL of a wiki article or web page, wiki:Title, or - for standard input",
    )


def documents(command: argparse.ArgumentParser) -> None:
    """Add how to read the input documents."""
    group = reading(command)
    group.add_argument("--wiki", metavar="BASE", help=f"the MediaWiki that holds wiki:Title (default: {DEFAULTS.wiki})")
    group.add_argument(
        "--find-urls",
        metavar="WHERE",
        help="'wikipedia': take missing URLs from the article that the document is a copy of",
    )


def reading(command: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Add how to read documents from files, and return the group."""
    group = command.add_argument_group("documents")
    group.add_argument(
        "--input-format", metavar="FORMAT", help="format of the documents (default: recognised from name and content)"
    )
    group.add_argument(
        "--sources",
        metavar="FILE",
        help="a bibliography (CSL-JSON, BibTeX, RIS or CSV) with URLs for references that print none",
    )
    group.add_argument("--as-of", metavar="DATE", help="day on which the documents were written, where they do not say")
    return group


def archives(command: argparse.ArgumentParser) -> None:
    """Add which archives to ask."""
    group = command.add_argument_group("archives")
    group.add_argument(
        "--archive",
        action="append",
        metavar="A",
        help=f"wayback (the Wayback Machine), a preset ({', '.join(ARCHIVE_PRESETS)}), the base URL of a Memento "
        "archive, a .warc, .warc.gz, .wacz or .arc file, or a folder of them; cc (Common Crawl) or cc:BASE for a store "
        "laid out like it; the URL of a .wacz, .cdxj or .idx file, or a folder in object storage such as s3://...; "
        f"repeat to ask several in order (default: {','.join(DEFAULTS.archive)})",
    )
    group.add_argument(
        "--crawl",
        metavar="NAME,...",
        help="crawls of Common Crawl to search, such as CC-MAIN-2024-33 (default: the ones nearest to the date)",
    )
    group.add_argument(
        "--live", action="store_const", const=True, help="fetch the live page where no archive has a readable copy"
    )
    group.add_argument(
        "--obey-robots",
        action="store_const",
        const=True,
        help="with --live, fetch no page that its site's robots.txt forbids",
    )
    group.add_argument("--jobs", metavar="N", help=f"citations to process at once (default: {DEFAULTS.jobs})")


def judging(command: argparse.ArgumentParser) -> None:
    """Add how strictly to judge."""
    group = command.add_argument_group("judging")
    group.add_argument(
        "--strictness",
        metavar="LEVEL",
        help=f"{', '.join(Strictness)}: a stricter checker finds more and errs more often "
        f"(default: {DEFAULTS.strictness})",
    )
    entailment_model(group)


def entailment_model(group: argparse._ActionsContainer) -> None:
    """Add which local entailment model to use."""
    group.add_argument(
        "--entailment-model",
        metavar="NAME_OR_DIR",
        help="a local entailment model: one that `citewatch model install` installed, a folder, or none "
        "(default: the one installed last)",
    )


def store(group: argparse._ActionsContainer) -> None:
    """Add the folder of the store."""
    group.add_argument(
        "--store",
        metavar="DIR",
        help="folder for fetched pages, judgements, models and indexes of local archives "
        f"(default: {shown(DEFAULTS.store)})",
    )


def second_judge(command: argparse.ArgumentParser) -> None:
    """Add the language model that gives a second opinion."""
    group = command.add_argument_group("second opinion by a language model (key in CITEWATCH_JUDGE_KEY)")
    group.add_argument(
        "--judge",
        metavar="URL",
        help="an OpenAI-compatible endpoint that gives a second opinion on alarms and undecided claims",
    )
    group.add_argument("--judge-model", metavar="NAME", help="name of the model at that endpoint")
    group.add_argument(
        "--judge-kind",
        metavar="KIND",
        help="chat, or minicheck for checkers that say yes or no, such as Bespoke-MiniCheck "
        f"(default: {DEFAULTS.judge_kind})",
    )
    group.add_argument(
        "--judge-scope",
        metavar="SCOPE",
        help="undecided: alarms and undecided claims; near-cut: also supported claims near the cut, which it may lower "
        f"(default: {DEFAULTS.judge_scope})",
    )
    group.add_argument(
        "--judge-calls", metavar="N", help=f"maximum number of calls in one run (default: {DEFAULTS.judge_calls})"
    )


def report(command: argparse.ArgumentParser) -> None:
    """Add where the report goes and what makes the run fail."""
    group = command.add_argument_group("report")
    group.add_argument(
        "--out", metavar="DIR", help=f"folder for the report, or - for standard output (default: {DEFAULTS.out})"
    )
    group.add_argument(
        "--format", metavar="F,...", help=f"{', '.join(REPORT_FORMATS)} (default: {','.join(DEFAULTS.format)})"
    )
    group.add_argument(
        "--with-sources",
        action="store_const",
        const=True,
        help="keep the whole texts of the sources of findings, however long; a long one has a page beside report.html",
    )
    group.add_argument(
        "--fail-on",
        metavar="LIST",
        help=f"what makes the exit status 1: {', '.join(Verdict)}; statuses; shares such as 'unclear > 20 %%'; "
        "empty (a document without a cited claim); unfinished; none "
        f"(default: {','.join(DEFAULTS.fail_on)})",
    )


def network(command: argparse.ArgumentParser) -> None:
    """Add the use of the network and its limits."""
    group = requests(command)
    group.add_argument(
        "--max-requests",
        metavar="N",
        help="stop fetching after N requests; the next run goes on from there (default: no limit)",
    )
    group.add_argument(
        "--max-time",
        metavar="SECONDS",
        help="stop fetching after this time; the next run goes on from there (default: no limit)",
    )


def requests(command: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Add how requests are sent and where answers are kept, and return the group."""
    group = command.add_argument_group("network and store")
    group.add_argument(
        "--offline", action="store_const", const=True, help="use no network: local archives and the store only"
    )
    store(group)
    group.add_argument(
        "--contact", metavar="EMAIL_OR_URL", help="who runs this, for the User-Agent; archives ask for it"
    )
    group.add_argument(
        "--rate",
        metavar="N",
        help="maximum number of requests a second to one host (default: the rate that suits each archive)",
    )
    group.add_argument("--timeout", metavar="SECONDS", help=f"for one request (default: {DEFAULTS.timeout:g})")
    group.add_argument(
        "--max-bytes", metavar="N", help=f"maximum size of one response in bytes (default: {DEFAULTS.max_bytes})"
    )
    group.add_argument(
        "--allow-private", action="store_const", const=True, help="permit loopback and private addresses"
    )
    return group


def corpus(command: argparse.ArgumentParser) -> None:
    """Add the inputs of a corpus, which documents are wanted, where it goes, and what computes it."""
    command.add_argument(
        "input",
        nargs="+",
        metavar="INPUT",
        help="a dump (Wikimedia Enterprise .tar.gz, pages-articles .xml.bz2), a table of documents (.parquet, .jsonl), "
        "a document, or a folder of documents; a path, an address such as s3://bucket/dump.tar.gz, or a pattern with *",
    )
    command.add_argument("--to", required=True, metavar="OUT", help="folder or address for the tables of the corpus")
    group = command.add_argument_group("which documents")
    group.add_argument("--titles", type=Path, metavar="FILE", help="only those with a title in FILE, one a line")
    group.add_argument(
        "--category", action="append", metavar="NAME", help="only those in this category of their wiki; repeatable"
    )
    group.add_argument("--sample", type=float, metavar="SHARE", help="only a share of them, such as 0.01")
    group = command.add_argument_group("cluster")
    group.add_argument("--workers", type=int, metavar="N", help="processes on this machine (default: one a processor)")
    group.add_argument(
        "--scheduler", metavar="ADDRESS", help="use the Dask cluster with this scheduler, such as tcp://10.0.0.1:8786"
    )
    group.add_argument(
        "--part-bytes", type=int, metavar="N", help="bytes of documents in a partition, about (default: 8000000)"
    )
    group.add_argument(
        "--columnar-index",
        action="store_true",
        help="find all pages at once in the columnar index (Parquet) of the crawls that --crawl names, rather than one "
        "by one in the other index",
    )


def messages(command: argparse.ArgumentParser) -> None:
    """Add how much to print."""
    group = command.add_argument_group("messages")
    group.add_argument("--quiet", action="store_const", const=True, help="print findings and errors only")
    group.add_argument("--verbose", action="store_const", const=True, help="log every request")


def shown(path: Path) -> str:
    """Return `path` with `~` for the user's folder, and `%` escaped, which argparse expands in help texts."""
    home = os.path.expanduser("~")
    return str(path).replace(home, "~", 1).replace("%", "%%")
