"""What the files of this room hand on: a fetched page, and a document with the text that it was read from."""

from dataclasses import dataclass

from claims.records import Document

SKIPPED = "Skipped"
"""How the notes on files begin that were left out of a folder or a pattern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteDocument:
    """A document fetched from the network, not yet read.

    Attributes:
        name: a wiki page's permalink, else the URL that answered.
        input_format: the reader for it; None to recognise the format.
        title, revision, day: what its wiki says about it (`day`: ISO date of the revision); None elsewhere.
    """

    name: str
    text: str
    input_format: str | None = None
    title: str | None = None
    revision: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A document and the text that it was read from, markup and comments included."""

    document: Document
    text: str
