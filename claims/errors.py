"""The errors that citewatch raises on purpose, in one tree.

CitewatchError
├── UsageError                what was asked cannot be done as asked: exit status 2
│   ├── InputError            a document or a table of claims cannot be read
│   ├── ConfigurationError    a setting, a flag or a configuration file is wrong
│   └── ArchiveFileError      a local archive cannot be read as one
├── UnfinishedError           what the run needs could not be had now, but may be later: exit status 3
└── ReportError               the report cannot be written where it should go

Throttling, outages and missing captures are no exceptions: they are values (`claims.records.Status`), because one
source that cannot be checked must never end the run for the others.
"""


class CitewatchError(Exception):
    """Something went wrong in a way that the user can mend.

    Attributes:
        message: what is wrong, in one sentence.
        place: the file (and line, or record) that it is wrong in; None where there is no such place.
        mend: what to do about it, in one sentence; None where nothing better than the message can be said.
    """

    def __init__(self, message: str, *, place: str | None = None, mend: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.mend = mend

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        how = f" {self.mend}" if self.mend else ""
        return f"{where}{self.message}{how}"


class UsageError(CitewatchError):
    """What was asked cannot be done as asked; nothing was checked."""


class InputError(UsageError):
    """A document, a table of claims or a bibliography cannot be read."""


class ConfigurationError(UsageError):
    """A flag, an environment variable or a configuration file has a wrong value."""


class ArchiveFileError(UsageError):
    """A local archive (WARC, ARC, WACZ) is missing or cannot be read as one."""


class UnfinishedError(CitewatchError):
    """A document on the network could not be reached, or its host throttled: nothing is wrong with the request."""


class ReportError(CitewatchError):
    """A report cannot be written where it should go."""
