"""The configuration file: `citewatch.toml`, or the table `[tool.citewatch]` of `pyproject.toml`.

It is looked for in the working directory and upwards, as far as the root of the repository (the folder with `.git`);
outside a repository only in the working directory. Paths in it are relative to its own folder.
"""

import difflib
import os
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from claims.errors import ConfigurationError
from crawler.settings import IgnoreSetting, PathSetting, Settings

OPTIONS = frozenset(field.name for field in fields(Settings))

TABLES: dict[str, type] = {"paths": PathSetting, "ignore": IgnoreSetting}
"""Options that are lists of tables, and the record that each table becomes."""

PATHS = ("sources", "baseline", "out", "store")
"""Options that are paths."""

STANDARD_OUTPUT = "-"


def read_config_file(folder: Path) -> tuple[str, dict[str, Any]] | None:
    """Return the name and the values of the configuration file that applies in `folder`, or None if there is none.

    Raises:
        ConfigurationError: the file is not TOML, or has an unknown key.
    """
    for place in _upwards(folder):
        own, project = place / "citewatch.toml", place / "pyproject.toml"
        if own.is_file():
            name = os.path.relpath(own, folder)
            return name, _rebased(_keys(_toml(own, name), name), place, folder)
        if project.is_file():
            name = os.path.relpath(project, folder)
            table = _table(_toml(project, name), name)
            if table is not None:
                return name, _rebased(_keys(table, f"{name}, [tool.citewatch]"), place, folder)
    return None


def refuse_unknown(name: str, known: Collection[str], *, place: str, kind: str = "option") -> None:
    """Refuse `name` unless it is `known`: an `[[ignore]]` that lost its pattern would match every claim.

    Raises:
        ConfigurationError: it is unknown; the message has the nearest known name, or all of them.
    """
    if name in known:
        return
    near = difflib.get_close_matches(name, known, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"The {kind}s are: {', '.join(sorted(known))}."
    raise ConfigurationError(f"no {kind} is called {name!r}.", place=place, mend=mend)


def _upwards(folder: Path) -> Iterator[Path]:
    folder = folder.absolute()
    chain = (folder, *folder.parents)
    root = next((place for place in chain if (place / ".git").exists()), folder)
    for place in chain:
        yield place
        if place == root:
            return


def _toml(path: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # editors on Windows write a byte order mark
    except UnicodeDecodeError as error:
        raise ConfigurationError("the file is not UTF-8.", place=name, mend="Save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, OSError) as error:
        raise ConfigurationError(f"cannot be read: {error}.", place=name) from error


def _table(project: dict[str, Any], name: str) -> dict[str, Any] | None:
    """Return the table `[tool.citewatch]` of a `pyproject.toml`, or None if it has none."""
    table: Any = project
    for key in ("tool", "citewatch"):
        if key not in table:
            return None
        table = table[key]
        if not isinstance(table, dict):
            raise ConfigurationError(f"{key!r} is not a table.", place=f"{name}, [tool.citewatch]")
    return dict(table)


def _keys(table: dict[str, Any], place: str) -> dict[str, Any]:
    """Return the table with its keys as the records spell them, all of them known."""
    values: dict[str, Any] = _underscored(table)
    _refuse_unknown_keys(values, OPTIONS, place)
    for name, record in TABLES.items():
        known = {field.name for field in fields(record)}
        for number, entry in enumerate(values.get(name) or (), start=1):
            if isinstance(entry, dict):
                _refuse_unknown_keys(entry, known, f"{place}, [[{name}]] number {number}")
    return values


def _refuse_unknown_keys(values: Mapping[str, Any], known: Collection[str], place: str) -> None:
    spelt = {name.replace("_", "-") for name in known}
    for key in values:
        refuse_unknown(key.replace("_", "-"), spelt, place=place)


def _underscored(value: Any) -> Any:
    """Return a table with `_` for `-` in its keys, and in those of the tables inside it; dates as the text they are."""
    if isinstance(value, dict):
        return {key.replace("-", "_"): _underscored(inner) for key, inner in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return [_underscored(inner) for inner in value] if isinstance(value, list) else value


def _rebased(values: dict[str, Any], place: Path, folder: Path) -> dict[str, Any]:
    """Return `values` with paths that are relative to `place` made relative to `folder`."""
    if place == folder.absolute():
        return values
    moved = dict(values)
    for name in PATHS:
        if isinstance(value := values.get(name), str) and value not in ("", STANDARD_OUTPUT):
            moved[name] = os.path.relpath(place / value, folder)
    if isinstance(archives := values.get("archive"), list):
        moved["archive"] = [_rebased_archive(name, place, folder) for name in archives]
    return moved


def _rebased_archive(name: Any, place: Path, folder: Path) -> Any:
    local = isinstance(name, str) and "://" not in name and (place / name).exists()
    return os.path.relpath(place / name, folder) if local else name
