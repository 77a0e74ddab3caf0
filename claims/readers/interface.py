"""The interface of readers: the text of a file in, a `Reading` out."""

from dataclasses import dataclass
from typing import Protocol

from claims.records import Block, Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A place in the running text that refers to a reference.

    Attributes:
        position: offset of the marker in `Reading.text`, which does not contain the marker itself.
        citation: id of its `Citation`, which the document may lack.
        line: line of the input, from 1, on which the marker begins (or its claim, if `since` is given).
        column: column on that line, in characters from 1; None if not known exactly.
        whole: whether it covers its whole sentence, wherever it is in it, as a link within the words does.
        since: offset at which its claim begins, if the input itself says what the claim is, as a table of claims does.
        key: the id that the input itself gives that claim, or None.
    """

    position: int
    citation: str
    line: int
    column: int | None = None
    whole: bool = False
    since: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The text of a document without markup and markers, and the places of the markers.

    Attributes:
        format: the name of the format.
        text: running text, with headings, without reference lists and page furniture.
        blocks: headings, paragraphs, items in order; sentences never cross a block.
        markers: in order of position; several at one position form a group in printed order.
        citations: the entries of the reference list, in printed order.
        lines: triples (offset into text, line of the input from 1, column or None), ascending, the first at offset 0:
            the line of an offset is that of the last triple at or before it; columns count on from there.
        title: the title of the document, or None.
        language: its language as a BCP 47 tag, or None.
        as_of: the date of the document, ISO 8601, or None.
        notes: messages for the user about the reading.
        revision: the number of the revision of a wiki page, or None.
    """

    format: str
    text: str
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    citations: tuple[Citation, ...]
    lines: tuple[tuple[int, int, int | None], ...]
    title: str | None = None
    language: str | None = None
    as_of: str | None = None
    notes: tuple[str, ...] = ()
    revision: str | None = None


class Reader(Protocol):
    """Reads one document format.

    Attributes:
        name: the name of the format, as in `--input-format`.
    """

    name: str

    def recognises(self, name: str, text: str) -> bool:
        """Whether a document has this format; the registry asks the strictest reader first.

        Args:
            name: the name of the file.
            text: its text.
        """
        ...

    def read(self, text: str, name: str) -> Reading:
        """Read a document.

        Args:
            text: the text of the file, with `LF` as the only line break.
            name: the name of the file, for messages.

        Raises:
            claims.errors.InputError: there is no document in it.
        """
        ...
