"""Finds the reader of a document: by the format that the user names, or by its name and content."""

from claims.errors import InputError, UsageError
from claims.readers.answers.reader import AnswerReader
from claims.readers.html.reader import HtmlReader
from claims.readers.interface import Reader, Reading
from claims.readers.markdown.reader import MARKDOWN_NAMES, MarkdownReader
from claims.readers.mediawiki_html.reader import MediaWikiReader
from claims.readers.notebook import NotebookReader
from claims.readers.table import TableReader
from claims.readers.text.reader import PlainReader
from claims.readers.text.restructuredtext import RestReader
from claims.readers.unread_formats import refuse_text
from claims.readers.wikitext.reader import WikitextReader

# The strictest comes first; the last one reads any text.
READERS: tuple[Reader, ...] = (
    TableReader(),
    AnswerReader(),
    NotebookReader(),
    MediaWikiReader(),
    HtmlReader(),
    WikitextReader(),
    RestReader(),
    MarkdownReader(),
    PlainReader(),
)
_OWN_SIGNS = (TableReader, AnswerReader, NotebookReader, MediaWikiReader, WikitextReader)  # no other format has these
FORMATS: tuple[str, ...] = tuple(reader.name for reader in READERS)


def read(text: str, name: str, input_format: str | None = None) -> Reading:
    """Read a document.

    Args:
        text: its text, with `LF` as the only line break.
        name: the name of the input.
        input_format: one of `FORMATS`, or None to recognise the format.

    Raises:
        claims.errors.InputError: there is no document in it, or it has more parts than one may have.
        claims.errors.UsageError: there is no such format.
    """
    if not text.strip():
        raise InputError("This document is empty.", place=name, mend="Give a document with text.")
    if "\0" in text:
        raise InputError("This is not text: it contains NUL characters.", place=name, mend="Save the document as text.")
    if not any(character.isalnum() for character in text):
        raise InputError("This document has no words.", place=name, mend="Give a document with text.")
    try:
        return _reader(name, text, input_format).read(text, name)
    except InputError as error:
        if error.place is None:  # raised where the name of the document is not known
            raise InputError(error.message, place=name, mend=error.mend) from None
        raise


def _reader(name: str, text: str, input_format: str | None) -> Reader:
    if input_format is None:
        if name.lower().endswith(MARKDOWN_NAMES):  # whatever else it resembles
            input_format = MarkdownReader.name
        else:
            found = next(reader for reader in READERS if reader.recognises(name, text))
            if not isinstance(found, _OWN_SIGNS):
                refuse_text(text, name)
            return found
    for reader in READERS:
        if reader.name == input_format:
            return reader
    known = ", ".join(FORMATS)
    raise UsageError(f"There is no input format “{input_format}”.", mend=f"The formats are {known}.")
