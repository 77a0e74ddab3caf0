"""The report formats by the names that `--format` takes."""

from collections.abc import Mapping

from reports.formats.interface import Format
from reports.formats.json import JsonFormat

FORMATS: Mapping[str, Format] = {made.name: made for made in (JsonFormat(),)}
