"""What the user asked for, read once: flags beat the environment, the environment beats the configuration file.

The file is `citewatch.toml`, or the table `[tool.citewatch]` of `pyproject.toml`, in the working directory; every
option of `verify` is a key in it (`fail-on = ["not_supported"]`), and an environment variable
(`CITEWATCH_FAIL_ON=not_supported,partially_supported`; lists are separated by commas).
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import platformdirs

from claims.errors import ConfigurationError
from claims.records import Status, Verdict
from claims.support.model import Strictness
from reports.policy.evaluation import PathRule, Policy
from reports.policy.fail_on import parse_fail_on
from reports.policy.ignore_rules import IgnoreRule

DEFAULT_WIKI = "https://en.wikipedia.org"
Count = Annotated[int, msgspec.Meta(ge=1)]
Seconds = Annotated[float, msgspec.Meta(gt=0)]
DAY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
IsoDate = Annotated[str, msgspec.Meta(pattern=DAY)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSetting:
    """An entry of `[[paths]]`: another `fail-on` for the documents whose path fits the pattern `path`."""

    path: str
    fail_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every option of `verify`, in its final form. The contract says what each means.

    Attributes:
        archive: names of archives, in the order to ask them.
        fail_on: verdicts, statuses and shares (`not_supported > 2 %`) that make the exit status 1.
        paths, ignore: in the configuration file only; see `reports.policy.fail_on`.
        store: folder of what was fetched and of the indexes of local archives.
        max_bytes: bytes of one answer, after decompression.
        timeout: seconds for one request.
        max_requests, max_time: requests and seconds that a run may take of the network; the rest is left unchecked.
        live: whether the page itself may be asked where no archive has a readable copy.
        save: whether pages that no archive holds are given to the Wayback Machine after the run.
        find_urls: where to look for the URLs of references that print none.
        strictness: how ready the checker is to raise an alarm, and how reluctant to call a claim supported.
        judge, judge_model, judge_calls: address and model of an OpenAI-compatible endpoint to ask for a second opinion
            on what is undecided or an alarm, and how often at most; its key is `CITEWATCH_JUDGE_KEY`.
        wiki: the MediaWiki that `wiki:Title` and its own addresses are read from.
        rate: requests a second to one host, at most; None leaves it to what each archive allows.
    """

    archive: tuple[str, ...] = ("wayback",)
    offline: bool = False
    out: Path = Path("citewatch-report")
    format: tuple[str, ...] = ("html", "json")
    input_format: str | None = None
    sources: Path | None = None
    as_of: IsoDate | None = None
    fail_on: tuple[str, ...] = (Verdict.NOT_SUPPORTED.value,)
    paths: tuple[PathSetting, ...] = ()
    ignore: tuple[IgnoreRule, ...] = ()
    baseline: Path | None = None
    strictness: Strictness = Strictness.NORMAL
    judge: str | None = None
    judge_model: str = ""
    judge_calls: Count = 100
    contact: str | None = None
    jobs: Count = 8
    max_bytes: Count = 20_000_000
    timeout: Seconds = 30.0
    rate: Seconds | None = None
    max_requests: Count | None = None
    max_time: Seconds | None = None
    live: bool = False
    save: bool = False
    allow_private: bool = False
    wiki: str = DEFAULT_WIKI
    find_urls: Literal["wikipedia"] | None = None
    store: Path = Path(platformdirs.user_cache_dir("citewatch"))
    quiet: bool = False
    verbose: bool = False


LISTS = {"archive", "format", "fail_on"}
"""Options that hold several values. Commas separate them, but not in the flag `--archive`, which is repeated instead,
since a file's name may hold a comma."""

TABLES: dict[str, type] = {"paths": PathSetting, "ignore": IgnoreRule}
"""Options that hold tables, and what a table is read as."""

MENDS = {
    "fail-on": f"It takes a list of {', '.join(Verdict)}; of statuses such as {Status.SOFT_404}; of shares such as "
    "'not_supported > 2 %'; or never.",
    "as-of": "It takes a date such as 2010-01-31, 2010-01 or 2010.",
    "timeout": "It takes seconds, more than 0.",
    "strictness": f"It takes one of {', '.join(Strictness)}.",
    "find-urls": "It takes wikipedia.",
    "max-time": "It takes seconds, more than 0.",
    "rate": "It takes requests a second, more than 0.",
}
"""What an option takes, where the type alone does not say; other numbers are whole and at least 1."""


def load(flags: Mapping[str, Any], environment: Mapping[str, str], folder: Path) -> Settings:
    """The settings that `flags` (None where not given), `environment` and the files in `folder` amount to.

    Raises:
        ConfigurationError: a value is not what its option takes, or a file has a key that no option has.
    """
    layers = [*_files(folder), ("the environment", _variables(environment)), ("the command line", _given(flags))]
    values: dict[str, Any] = {}
    for place, layer in layers:
        _convert(layer, place)
        values |= layer
    settings = _convert(values, "the settings")
    _refuse_nonsense(settings)
    return settings


def _refuse_nonsense(settings: Settings) -> None:
    """Tell now, and not after an hour's work, what has the right type and means nothing."""
    policy(settings, ())
    if settings.as_of is not None and not is_date(settings.as_of):
        raise ConfigurationError(f"as-of: there is no day {settings.as_of}.", mend=MENDS["as-of"])
    if settings.contact is not None and not (settings.contact.isascii() and settings.contact.isprintable()):
        message = "contact: a header can carry plain ASCII letters only."
        raise ConfigurationError(message, mend="Give an e-mail or web address in its ASCII form.")
    for number, rule in enumerate(settings.ignore, start=1):
        if rule.url is None and rule.claim is None and rule.path is None and not rule.lines:
            message = f"ignore: rule number {number} fits every claim."
            raise ConfigurationError(message, mend="Give it a url, a claim or a path.")


def is_date(text: str) -> bool:
    """Whether `text` is a day, month or year that there is: `2010-01-31`, `2010-01`, `2010`."""
    whole = text + "-01-01"[len(text) - len("2010") :]
    try:
        return re.fullmatch(DAY, text) is not None and bool(date.fromisoformat(whole))
    except ValueError:
        return False


def policy(settings: Settings, rules: Iterable[IgnoreRule]) -> Policy:
    """Which findings count by `settings`, and by `rules` that the documents themselves hold.

    Raises:
        ConfigurationError: a word of a `fail-on` is no condition.
    """
    try:
        paths = tuple(PathRule(path=rule.path, fail_on=parse_fail_on(rule.fail_on)) for rule in settings.paths)
        return Policy(fail_on=parse_fail_on(settings.fail_on), paths=paths, ignore=(*settings.ignore, *rules))
    except ValueError as error:
        raise ConfigurationError(f"fail-on: {error}", mend=MENDS["fail-on"]) from error


def _given(flags: Mapping[str, Any]) -> dict[str, Any]:
    known = {field.name for field in fields(Settings)}
    given = {name: value for name, value in flags.items() if value is not None and name in known}
    return {name: value if name == "archive" else _split(name, value) for name, value in given.items()}


def _variables(environment: Mapping[str, str]) -> dict[str, Any]:
    names = {f"CITEWATCH_{field.name.upper()}": field.name for field in fields(Settings)}
    return {
        names[variable]: _split(names[variable], value) for variable, value in environment.items() if variable in names
    }


def _files(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    own, project = folder / "citewatch.toml", folder / "pyproject.toml"
    if own.is_file():
        return [(own.name, _keys(_toml(own), own.name))]
    if project.is_file():
        place = f"{project.name}, [tool.citewatch]"
        table: Any = _toml(project)
        for key in ("tool", "citewatch"):
            table = table.get(key, {})
            if not isinstance(table, dict):
                raise ConfigurationError(f"{key!r} is no table.", place=place)
        return [(project.name, _keys(table, place))]
    return []


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # Windows editors begin files with a mark
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigurationError(f"cannot be read: {error}.", place=path.name) from error


def _keys(table: dict[str, Any], place: str) -> dict[str, Any]:
    known = {field.name for field in fields(Settings)}
    values: dict[str, Any] = _underscored(table)
    _refuse_unknown(values, known, place)
    for name, record in TABLES.items():
        inner = {field.name for field in fields(record)}
        for number, entry in enumerate(values.get(name) or (), start=1):
            if isinstance(entry, dict):
                _refuse_unknown(entry, inner, f"{place}, [[{name}]] number {number}")
    return values


def _refuse_unknown(values: Mapping[str, Any], known: Collection[str], place: str) -> None:
    """A misspelt key must never mean less than it says: an `[[ignore]]` without its pattern would fit everything."""
    for key in values:
        if key not in known:
            options = ", ".join(sorted(name.replace("_", "-") for name in known))
            raise ConfigurationError(f"no option is called {key!r}.", place=place, mend=f"The options are: {options}.")


def _underscored(value: Any) -> Any:
    """A table of a configuration file with the keys, in tables within it too, as the records write them."""
    if isinstance(value, dict):
        return {key.replace("-", "_"): _underscored(inner) for key, inner in value.items()}
    return [_underscored(inner) for inner in value] if isinstance(value, list) else value


def _split(name: str, value: Any) -> Any:
    """A flag's or a variable's text as a list, where its option holds several values."""
    if name not in LISTS:
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


def _convert(values: dict[str, Any], place: str) -> Settings:
    try:
        return msgspec.convert(values, Settings, strict=False, dec_hook=lambda wanted, value: wanted(value))
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at ")
        option = path.strip("`$.[]").split("[")[0].replace("_", "-") or "an option"
        counts = message.startswith("Expected `int`")
        mend = MENDS.get(option, "It takes a whole number, at least 1." if counts else None)
        raise ConfigurationError(f"{option}: {message}.", place=place, mend=mend) from error
