"""The settings in force: flags beat environment variables, and these beat the configuration file.

Every option of `verify` is a flag, a key of the file (`fail-on = ["not_supported"]`) and an environment variable
(`CITEWATCH_FAIL_ON=not_supported,partially_supported`; commas separate the values of a list).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import msgspec

from claims.errors import ConfigurationError
from claims.records import Status, Strictness, Verdict
from crawler.app.options.config_file import OPTIONS, TABLES, read_config_file, refuse_unknown
from crawler.app.options.consistency import beaten, refuse_contradictions
from crawler.app.options.dates import in_future, is_date
from crawler.settings import Settings
from reports.policy.fail_on import parse_fail_on

LISTS = {"archive", "crawl", "format", "fail_on"}
"""Options with several values, separated by commas. The flag `--archive` is repeated instead, since the name of a file
may contain a comma."""

PREFIX = "CITEWATCH_"
SECRETS = {"CITEWATCH_JUDGE_KEY"}
"""Variables that are no option, so that no secret stands in a file or on a command line."""

STANDARD_OUTPUT = Path("-")

COMMAND_LINE, ENVIRONMENT, DEFAULT = "the command line", "the environment", "default"

NONE = "none"
OPTIONAL = {field.name: field.default is None and field.name != "entailment_model" for field in fields(Settings)}
"""Whether an option may have no value, so that `none` takes away what a weaker layer gives. Without a value, the
entailment model is the one that is installed: its `none` says that there shall be none."""

HINTS = {
    "fail-on": f"It takes a list of {', '.join(Verdict)}; of statuses such as {Status.SOFT_404}; of shares such as "
    "'unclear > 20 %'; of empty and unfinished; or none alone.",
    "as-of": "It takes a date such as 2010-01-31, 2010-01 or 2010.",
    "timeout": "It takes seconds, more than 0.",
    "strictness": f"It takes one of {', '.join(Strictness)}.",
    "find-urls": "It takes wikipedia.",
    "judge-kind": "It takes chat or minicheck.",
    "judge-scope": "It takes undecided or near-cut.",
    "max-time": "It takes seconds, more than 0.",
    "rate": "It takes requests a second, more than 0.",
    "judge": "It takes the URL of an endpoint, such as http://localhost:11434/v1.",
    "wiki": "It takes the URL of a wiki, such as https://de.wikipedia.org.",
    "store": "It takes a folder.",
    "out": "It takes a folder, or - for standard output.",
    "sources": "It takes the path of a bibliography.",
    "baseline": "It takes the path of a baseline or a report.json.",
    "paths": "It takes tables [[paths]], each with a path and a list fail-on.",
    "ignore": "It takes tables [[ignore]], each with a url, a claim or a path.",
}
"""What an option takes, where its type does not say."""
TYPE_HINTS = {
    "int": "It takes a whole number, at least 1.",
    "bool": "It takes true or false.",
    "str": "It takes text, in quotes.",
    "array": "It takes a list of texts, in brackets.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings in force, and the place that each of them comes from, by the name of the option."""

    settings: Settings
    places: Mapping[str, str]


def load(flags: Mapping[str, Any], environment: Mapping[str, str], folder: Path) -> Configuration:
    """Merge `flags` (None where not given), `environment` and the configuration file that applies in `folder`.

    Raises:
        ConfigurationError: an option has a wrong value, an unknown name, no effect, or contradicts another.
    """
    layers = [
        *filter(None, [read_config_file(folder)]),
        (ENVIRONMENT, _environment(environment)),
        (COMMAND_LINE, _command_line(flags)),
    ]
    values: dict[str, Any] = {}
    places: dict[str, str] = dict.fromkeys(sorted(OPTIONS), DEFAULT)
    for place, layer in layers:
        _convert(layer, place)
        refuse_contradictions(layer, place)
        for option in beaten(layer) & values.keys():
            del values[option]
            places[option] = DEFAULT
        values |= layer
        places |= dict.fromkeys(layer, place)
    settings = _convert(values, "the settings")
    _check(settings, places)
    return Configuration(settings=settings, places=places)


def _check(settings: Settings, places: Mapping[str, str]) -> None:
    """Refuse values of the right type that make no sense, before the run starts."""
    wrong = next(_senseless(settings), None)
    if wrong is not None:
        option, message, mend = wrong
        raise ConfigurationError(f"{option}: {message}", place=places[option.replace("-", "_")], mend=mend)


def _senseless(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield each option with a value that makes no sense, why, and what it takes."""
    yield from _wrong_fail_on("fail-on", settings.fail_on)
    for path in settings.paths:
        yield from _wrong_fail_on("paths", path.fail_on)
    if settings.as_of is not None and not is_date(settings.as_of):
        yield "as-of", f"there is no day {settings.as_of}.", HINTS["as-of"]
    elif settings.as_of is not None and in_future(settings.as_of):
        yield "as-of", f"{settings.as_of} is in the future.", "Give the day on which the document was written."
    for option, url in (("judge", settings.judge), ("wiki", settings.wiki)):
        if url is not None and not url.startswith(("http://", "https://")):
            yield option, f"{url!r} is no URL.", HINTS[option]
    if settings.store.exists() and not settings.store.is_dir():
        yield "store", f"{settings.store} is no folder.", HINTS["store"]
    if settings.out == STANDARD_OUTPUT and len(settings.format) > 1:
        formats = ", ".join(settings.format)
        yield "out", f"- takes one format, not {formats}, which would run into each other.", "Give it with --format."
    if settings.contact is not None and not (settings.contact.isascii() and settings.contact.isprintable()):
        ascii_form = "Give an e-mail or web address in its ASCII form."
        yield "contact", "an HTTP header takes printable ASCII characters only.", ascii_form
    for number, rule in enumerate(settings.ignore, start=1):
        if rule.url is None and rule.claim is None and rule.path is None and not rule.lines:
            yield "ignore", f"rule number {number} matches every claim.", "Give it a url, a claim or a path."
        elif rule.until is not None and not is_date(rule.until):
            yield "ignore", f"rule number {number}: until: there is no day {rule.until!r}.", HINTS["as-of"]


def _wrong_fail_on(option: str, words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    try:
        parse_fail_on(words)
    except ValueError as error:
        yield option, str(error), HINTS["fail-on"]


def _command_line(flags: Mapping[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in flags.items() if value is not None and name in OPTIONS}
    return {name: value if name == "archive" else _split(name, value) for name, value in given.items()}


def _environment(environment: Mapping[str, str]) -> dict[str, Any]:
    variables = {f"{PREFIX}{name.upper()}": name for name in OPTIONS - TABLES.keys()}
    given = {variable: value for variable, value in environment.items() if variable.startswith(PREFIX)}
    for variable in given:
        refuse_unknown(variable, variables.keys() | SECRETS, place=ENVIRONMENT, kind="variable")
    return {variables[variable]: _split(variables[variable], value) for variable, value in given.items()
            if variable in variables}  # fmt: skip


def _split(name: str, value: Any) -> Any:
    """Return the text of a flag or a variable; as a list if the option has several values."""
    if name not in LISTS or not value:
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


def _convert(values: dict[str, Any], place: str) -> Settings:
    """Convert `values`, in which `none` says that an option has no value.

    Raises:
        ConfigurationError: a value is empty or of the wrong type.
    """
    for name, value in values.items():
        if value in ("", []) or (isinstance(value, list) and "" in value):
            mend = "Give a value, or leave the option out."
            if OPTIONAL[name] or name == "fail_on":
                mend = "Give a value, or none."
            raise ConfigurationError(f"{_spelt(name)}: the value is empty.", place=place, mend=mend)
    given = {name: None if value == NONE and OPTIONAL[name] else value for name, value in values.items()}
    try:
        return msgspec.convert(given, Settings, strict=False, dec_hook=lambda wanted, value: wanted(value))
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at ")
        name = path.strip("`$.[]").split("[")[0]
        option, wanted = _spelt(name) or "an option", message.removeprefix("Expected `").partition("`")[0]
        hint = HINTS.get(option, TYPE_HINTS.get(wanted.partition(" ")[0]))
        wrong = f"{given[name]!r} is wrong" if hint else message  # msgspec's words are for programmers
        raise ConfigurationError(f"{option}: {wrong}.", place=place, mend=hint) from error


def _spelt(name: str) -> str:
    return name.replace("_", "-")
