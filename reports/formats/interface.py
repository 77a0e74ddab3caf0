"""What every report format does: turn a `Report` into the text of one or several files."""

from collections.abc import Mapping
from typing import Protocol

from claims.records import Report


class Format(Protocol):
    """A report format.

    Attributes:
        name: what `--format` calls it.
    """

    name: str

    def render(self, report: Report) -> Mapping[str, str]:
        """File names, relative to the report's folder, and the text of each."""
        ...
