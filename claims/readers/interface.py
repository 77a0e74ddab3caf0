"""What every reader of a document format does: turn the file's text into a `Reading`, which linking understands."""

from dataclasses import dataclass
from typing import Protocol

from claims.records import Block, Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A place in the running text that points to a reference.

    Attributes:
        position: offset into `Reading.text` of where the marker stood; the marker itself is not in that text.
        citation: id of the `Citation` that it asks for, whether or not the document has one such.
        line: line of the input, from 1, that the marker begins on (with `since`, that its claim begins on).
        column: where on that line, in characters from 1; None where the reader cannot tell exactly.
        whole: whether it stands for all of its sentence wherever it stands in it, as a link within the words does.
        since: offset at which its claim begins, where the input itself says what the claim is (a table of claims).
    """

    position: int
    citation: str
    line: int
    column: int | None = None
    whole: bool = False
    since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document's text with the markup and the markers taken out, and where they were.

    Attributes:
        text: running text, headings included, reference list and page furniture left out.
        blocks: headings, paragraphs, items in order; sentences never cross a block.
        markers: in order of position; several at one position form a group in printed order.
        citations: the entries of the reference list, in printed order.
        lines: triples (offset into text, line of the input from 1, column or None), ascending, the first at offset 0:
            the line of any offset is that of the last triple at or before it; columns count on from there.
        notes: what the user should know about how this was read.
        revision: the wiki's number of the revision, where the input names it.
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
        name: what `--input-format` calls the format.
    """

    name: str

    def recognises(self, name: str, text: str) -> bool:
        """Whether `text`, of a file called `name`, is in this format; the registry asks the strictest first."""
        ...

    def read(self, text: str, name: str) -> Reading:
        """Take `text` (newlines normalised to `\\n`) apart.

        Raises:
            claims.errors.InputError: there is no document in it.
        """
        ...
