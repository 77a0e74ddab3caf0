"""`citewatch config`: print the settings in force and where each comes from, after checking them."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec

from claims.errors import ConfigurationError
from crawler.app.archive_names import read_name
from crawler.app.options.configuration import Configuration
from crawler.app.report_files import load_baseline, named_formats
from crawler.settings import Settings


def run(configuration: Configuration) -> int:
    """Print a line of TOML for each setting, with the place that it comes from as a comment.

    Returns:
        the exit status 0.

    Raises:
        ConfigurationError: a setting names a file, an archive or a format that does not exist.
    """
    settings = configuration.settings
    lines = [(_line(field.name, getattr(settings, field.name)), field.name) for field in fields(Settings)]
    width = min(60, max(len(line) for line, _ in lines))
    for line, name in lines:
        print(f"{line:{width}}  # {configuration.places[name]}")
    _check(settings)
    return 0


def _line(name: str, value: Any) -> str:
    """Return `fail-on = ["not_supported"]`; a setting without a value as a comment, since TOML has no null."""
    key = name.replace("_", "-")
    plain = msgspec.to_builtins(value, enc_hook=str)
    if plain in (None, "", ()):
        return f"# {key} = none"
    return f"{key} = {msgspec.json.encode(plain).decode()}" if not _tables(plain) else f"# {key}: {len(plain)} rules"


def _tables(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], dict)


def _check(settings: Settings) -> None:
    """Refuse what a run would refuse."""
    named_formats(settings.format)
    for name in settings.archive:
        if read_name(name).kind == "file" and not Path(name).exists():
            mend = "Give a file, a folder, a preset or the URL of an archive."
            raise ConfigurationError("archive: there is no such file or folder.", place=name, mend=mend)
    if settings.sources is not None and not settings.sources.is_file():
        mend = "Give a bibliography: CSL-JSON, BibTeX, RIS or CSV."
        raise ConfigurationError("sources: there is no such file.", place=str(settings.sources), mend=mend)
    if settings.baseline is not None:
        load_baseline(settings.baseline)
