"""A document as an input gives it, before it is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """A document that is not read yet.

    Attributes:
        name: what reports call it: a wiki page's permalink, the path of a file, or what a table calls it.
        text: its text; empty if `path` or `error` is given.
        path: the address of the file that holds it, or None.
        input_format: the reader for it; None to recognise the format.
        title, revision, day: what its wiki or table says about it (`day`: ISO date of the revision), or None.
        categories: the wiki's categories that it is in, without the name of the namespace.
        size: bytes, as an input counts them, by which documents are gathered to partitions of about equal work.
        error: why it cannot be read, or None.
    """

    name: str
    text: str = ""
    path: str | None = None
    input_format: str | None = None
    title: str | None = None
    revision: str | None = None
    day: str | None = None
    categories: tuple[str, ...] = ()
    size: int = 0
    error: str | None = None
