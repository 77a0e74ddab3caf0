"""The settings of a run: what every option means, its type and its default."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import platformdirs

from claims.records import Strictness, Verdict

ISO_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
DEFAULT_WIKI = "https://en.wikipedia.org"

Count = Annotated[int, msgspec.Meta(ge=1)]
Positive = Annotated[float, msgspec.Meta(gt=0)]
IsoDate = Annotated[str, msgspec.Meta(pattern=ISO_DATE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSetting:
    """An entry of `[[paths]]`: another `fail-on` for the documents whose path matches the pattern `path`."""

    path: str
    fail_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreSetting:
    """An entry of `[[ignore]]`: findings to exempt. `reports.policy` defines what each field matches."""

    url: str | None = None
    claim: str | None = None
    path: str | None = None
    lines: tuple[int, ...] = ()
    reason: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every option of `verify`, parsed. The other commands use some of them.

    Attributes:
        archive: names of archives, in the order in which to ask them.
        crawl: names of the crawls of Common Crawl to search; none for those nearest to the wished-for date.
        offline: whether to use no network: local archives and the store only.
        out: folder for the report; `-` is standard output.
        format: names of report formats.
        with_sources: whether the report keeps the whole texts of the sources of findings, however long.
        input_format: the documents' format; None to recognise it.
        sources: bibliography that gives URLs to references that print none.
        as_of: the day on which the documents were written, where they do not say.
        fail_on: what makes the exit status 1, as `reports.policy.fail_on` parses it.
        paths: `fail_on` by document; in the configuration file only.
        ignore: findings to exempt; in the configuration file only.
        baseline: known findings, or an earlier report.
        strictness: how readily the checker raises an alarm, and how reluctantly it calls a claim supported.
        entailment_model: a local entailment model, by the name under which it is installed or its folder; `none`
            for none; None for the one installed last.
        judge: URL of an OpenAI-compatible endpoint that gives a second opinion on alarms and undecided claims.
        judge_model: name of the model at that endpoint.
        judge_kind: what that model is: one that follows instructions, or a checker that says yes or no.
        judge_scope: which claims it is asked about.
        judge_calls: maximum number of calls to it in one run.
        contact: e-mail or web address of whoever runs this, for the User-Agent.
        jobs: number of citations to process at once.
        max_bytes: maximum size of one response, in bytes after decompression.
        timeout: seconds for one request.
        rate: maximum number of requests a second to one host; None for the rate that suits each archive.
        max_requests: number of requests after which a run asks for nothing more.
        max_time: seconds after which a run asks for nothing more.
        live: whether to fetch the live page where no archive has a readable capture.
        obey_robots: whether to fetch no live page that the robots.txt of its site forbids.
        save: whether to ask the Wayback Machine, after the run, to save the pages that no archive holds.
        allow_private: whether to permit loopback and private addresses.
        wiki: the MediaWiki that holds `wiki:Title`.
        find_urls: where to look for the URLs of references that print none.
        store: folder that keeps responses, judgements and the indexes of local archives.
        quiet: whether to print findings and errors only.
        verbose: whether to log every request.
    """

    archive: tuple[str, ...] = ("wayback",)
    crawl: tuple[str, ...] = ()
    offline: bool = False
    out: Path = Path("citewatch-report")
    format: tuple[str, ...] = ("html", "json", "text")
    with_sources: bool = False
    input_format: str | None = None
    sources: Path | None = None
    as_of: IsoDate | None = None
    fail_on: tuple[str, ...] = (Verdict.NOT_SUPPORTED.value, Verdict.CONTRADICTED.value)
    paths: tuple[PathSetting, ...] = ()
    ignore: tuple[IgnoreSetting, ...] = ()
    baseline: Path | None = None
    strictness: Strictness = Strictness.NORMAL
    entailment_model: str | None = None
    judge: str | None = None
    judge_model: str = ""
    judge_kind: Literal["chat", "minicheck"] = "chat"
    judge_scope: Literal["undecided", "near-cut"] = "undecided"
    judge_calls: Count = 100
    contact: str | None = None
    jobs: Count = 8
    max_bytes: Count = 20_000_000
    timeout: Positive = 30.0
    rate: Positive | None = None
    max_requests: Count | None = None
    max_time: Positive | None = None
    live: bool = False
    obey_robots: bool = False
    save: bool = False
    allow_private: bool = False
    wiki: str = DEFAULT_WIKI
    find_urls: Literal["wikipedia"] | None = None
    store: Path = Path(platformdirs.user_cache_dir("citewatch"))
    quiet: bool = False
    verbose: bool = False
