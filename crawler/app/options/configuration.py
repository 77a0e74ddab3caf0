"""The settings in force: flags beat environment variables, and these beat the configuration file.

The file is `citewatch.toml`, or the table `[tool.citewatch]` of `pyproject.toml`, in the working directory. Every
option of `verify` is a key in it (`fail-on = ["not_supported"]`) and an environment variable
(`CITEWATCH_FAIL_ON=not_supported,partially_supported`; commas separate the values of a list).
"""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec

from claims.errors import ConfigurationError
from claims.records import Status, Strictness, Verdict
from crawler.app.options.dates import is_date
from crawler.settings import IgnoreSetting, PathSetting, Settings
from reports.policy.fail_on import parse_fail_on

OPTIONS = frozenset(field.name for field in fields(Settings))

LISTS = {"archive", "format", "fail_on"}
"""Options with several values, separated by commas. The flag `--archive` is repeated instead, since the name of a file
may contain a comma."""

TABLES: dict[str, type] = {"paths": PathSetting, "ignore": IgnoreSetting}
"""Options that are lists of tables, and the record that each table becomes."""

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


def load(flags: Mapping[str, Any], environment: Mapping[str, str], folder: Path) -> Settings:
    """Merge `flags` (None where not given), `environment` and the configuration file in `folder`.

    Raises:
        ConfigurationError: an option has a wrong value, or the file has an unknown key.
    """
    layers = [
        *_file(folder),
        ("the environment", _environment(environment)),
        ("the command line", _command_line(flags)),
    ]
    values: dict[str, Any] = {}
    for place, layer in layers:
        _convert(layer, place)
        values |= layer
    settings = _convert(values, "the settings")
    _check(settings)
    return settings


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
    variables = {name: f"CITEWATCH_{name.upper()}" for name in OPTIONS}
    return {
        name: _split(name, environment[variable]) for name, variable in variables.items() if variable in environment
    }


def _file(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """The name and the values of the configuration file in `folder`; empty if there is none."""
    own, project = folder / "citewatch.toml", folder / "pyproject.toml"
    if own.is_file():
        return [(own.name, _keys(_toml(own), own.name))]
    if project.is_file():
        place = f"{project.name}, [tool.citewatch]"
        table: Any = _toml(project)
        for key in ("tool", "citewatch"):
            table = table.get(key, {})
            if not isinstance(table, dict):
                raise ConfigurationError(f"{key!r} is not a table.", place=place)
        return [(project.name, _keys(table, place))]
    return []


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # editors on Windows write a byte order mark
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigurationError(f"cannot be read: {error}.", place=path.name) from error


def _keys(table: dict[str, Any], place: str) -> dict[str, Any]:
    """The table with its keys as the records spell them, all of them known."""
    values: dict[str, Any] = _underscored(table)
    _refuse_unknown(values, OPTIONS, place)
    for name, record in TABLES.items():
        known = {field.name for field in fields(record)}
        for number, entry in enumerate(values.get(name) or (), start=1):
            if isinstance(entry, dict):
                _refuse_unknown(entry, known, f"{place}, [[{name}]] number {number}")
    return values


def _refuse_unknown(values: Mapping[str, Any], known: Collection[str], place: str) -> None:
    """Refuse a misspelt key: an `[[ignore]]` that lost its pattern would match every claim."""
    for key in values:
        if key not in known:
            options = ", ".join(sorted(name.replace("_", "-") for name in known))
            raise ConfigurationError(f"no option is called {key!r}.", place=place, mend=f"The options are: {options}.")


def _underscored(value: Any) -> Any:
    """A table with `_` for `-` in its keys, and in those of the tables inside it."""
    if isinstance(value, dict):
        return {key.replace("-", "_"): _underscored(inner) for key, inner in value.items()}
    return [_underscored(inner) for inner in value] if isinstance(value, list) else value


def _split(name: str, value: Any) -> Any:
    """The text of a flag or a variable; as a list if the option has several values."""
    if name not in LISTS:
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


def _convert(values: dict[str, Any], place: str) -> Settings:
    try:
        return msgspec.convert(values, Settings, strict=False, dec_hook=lambda wanted, value: wanted(value))
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at ")
        option = path.strip("`$.[]").split("[")[0].replace("_", "-") or "an option"
        hint = HINTS.get(option, COUNT_HINT if message.startswith("Expected `int`") else None)
        raise ConfigurationError(f"{option}: {message}.", place=place, mend=hint) from error
