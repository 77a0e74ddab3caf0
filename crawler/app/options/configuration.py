"""The settings in force: flags beat environment variables, and these beat the configuration file.

Every option of `verify` is a flag, a key of the file (`fail-on = ["not_supported"]`) and an environment variable
(`CITEWATCH_FAIL_ON=not_supported,partially_supported`; commas separate the values of a list).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import msgspec

from claims.errors import ConfigurationError
from claims.records import Status, Strictness, Verdict
from crawler.app.options.config_file import OPTIONS, TABLES, read_config_file, refuse_unknown
from crawler.app.options.consistency import beaten, refuse_contradictions
from crawler.app.options.dates import is_date
from crawler.settings import Settings
from reports.policy.fail_on import parse_fail_on

LISTS = {"archive", "crawl", "format", "fail_on"}
"""Options with several values, separated by commas. The flag `--archive` is repeated instead, since the name of a file
may contain a comma."""

PREFIX = "CITEWATCH_"
SECRETS = {"CITEWATCH_JUDGE_KEY"}
"""Variables that are no option, so that no secret stands in a file or on a command line."""

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
}
"""What an option takes, where the message about its type does not say."""
COUNT_HINT = "It takes a whole number, at least 1."


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
    _check(settings)
    return Configuration(settings=settings, places=places)


def _check(settings: Settings) -> None:
    """Refuse values of the right type that make no sense, before the run starts."""
    for words in (settings.fail_on, *(rule.fail_on for rule in settings.paths)):
        _check_fail_on(words)
    if settings.as_of is not None and not is_date(settings.as_of):
        raise ConfigurationError(f"as-of: there is no day {settings.as_of}.", mend=HINTS["as-of"])
    if settings.contact is not None and not (settings.contact.isascii() and settings.contact.isprintable()):
        message = "contact: an HTTP header takes printable ASCII characters only."
        raise ConfigurationError(message, mend="Give an e-mail or web address in its ASCII form.")
    for number, rule in enumerate(settings.ignore, start=1):
        if rule.url is None and rule.claim is None and rule.path is None and not rule.lines:
            message = f"ignore: rule number {number} matches every claim."
            raise ConfigurationError(message, mend="Give it a url, a claim or a path.")


def _check_fail_on(words: Sequence[str]) -> None:
    try:
        parse_fail_on(words)
    except ValueError as error:
        raise ConfigurationError(f"fail-on: {error}", mend=HINTS["fail-on"]) from error


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
        option = _spelt(path.strip("`$.[]").split("[")[0]) or "an option"
        hint = HINTS.get(option, COUNT_HINT if message.startswith("Expected `int`") else None)
        raise ConfigurationError(f"{option}: {message}.", place=place, mend=hint) from error


def _spelt(name: str) -> str:
    return name.replace("_", "-")
