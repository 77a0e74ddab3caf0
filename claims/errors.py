"""The errors that citewatch raises on purpose, in one tree.

CitewatchError
├── UsageError                the request cannot be carried out: exit status 2
│   ├── InputError            a document, a table of claims or a bibliography cannot be read
│   ├── ConfigurationError    a flag, an environment variable or a configuration file has a wrong value
│   └── ArchiveFileError      a local archive is missing or damaged
├── UnfinishedError           the network failed for now; another run may succeed: exit status 3
└── StoppedError              citewatch cannot go on: exit status 4
    ├── StoreError            what is fetched cannot be kept any more (a full disk)
    └── ReportError           the report cannot be written (a full disk)

Throttling, outages and missing captures are values (`claims.records.Status`), not exceptions: one source that cannot
be checked must never end the run for the others.
"""


class CitewatchError(Exception):
    """A problem that the user can solve.

    Attributes:
        message: what is wrong, in one sentence.
        place: the file (with its line or record) that is wrong, or None if no file is.
        mend: how to solve it, in one sentence, or None if the message says enough.
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
    """The request cannot be carried out; nothing was checked."""


class InputError(UsageError):
    """A document, a table of claims or a bibliography cannot be read."""


class ConfigurationError(UsageError):
    """A flag, an environment variable or a configuration file has a wrong value."""


class ArchiveFileError(UsageError):
    """A local archive (WARC, ARC, WACZ) is missing or cannot be read."""


class UnfinishedError(CitewatchError):
    """A document on the network cannot be reached, or its host throttles; the request itself is right."""


class StoppedError(CitewatchError):
    """Citewatch cannot go on; what was fetched so far is kept."""


class StoreError(StoppedError):
    """What is fetched cannot be kept any more: the disk is full, or the store's index is damaged meanwhile."""


class ReportError(StoppedError):
    """A report cannot be written to its destination."""
