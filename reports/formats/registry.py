"""The report formats by the names that `--format` takes."""

from collections.abc import Mapping

from reports.formats.html import HtmlFormat
from reports.formats.interface import Format
from reports.formats.json import JsonFormat

_ALL: tuple[Format, ...] = (HtmlFormat(), JsonFormat())

FORMATS: Mapping[str, Format] = {made.name: made for made in _ALL}
