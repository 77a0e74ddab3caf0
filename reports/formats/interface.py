"""The protocol of a report format: it turns a `Report` into the text of one or more files."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from claims.records import Report


class Format(Protocol):
    """A report format.

    Attributes:
        name: its name for `--format`.
    """

    name: str

    def render(self, report: Report) -> Mapping[str, Iterable[str]]:
        """Return file names, relative to the report's folder, and the text of each in pieces.

        `reports.output.write` takes them. Pieces keep a report on 20,000 claims from being in memory a second time.
        """
        ...
