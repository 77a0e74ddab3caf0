"""What every report format does: turn a `Report` into the text of one or several files."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from claims.records import Report


class Format(Protocol):
    """A report format.

    Attributes:
        name: what `--format` calls it.
    """

    name: str

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """File names, relative to the report's folder, and the text of each in pieces, for `reports.output.write`.

        Pieces, so that a report on 20,000 claims need not be held in memory once more as text.
        """
        ...
