"""What an input of a corpus is, by its name, and the documents in it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from tarfile import TarError
from typing import IO, cast
from xml.etree.ElementTree import ParseError
from zlib import error as ZlibError  # noqa: N812

import pyarrow as pa

from claims.readers.unread_formats import SUFFIXES as UNREAD
from crawler.corpus import files
from crawler.corpus.inputs.document_tables import json_lines_documents, parquet_documents
from crawler.corpus.inputs.enterprise import enterprise_documents
from crawler.corpus.inputs.multistream import PageStreams
from crawler.corpus.inputs.pages_articles import pages_articles_documents
from crawler.corpus.inputs.pieces import Piece
from crawler.corpus.inputs.raw_documents import RawDocument
from crawler.documents.input_names import SUFFIXES

READERS = {
    r"\.(tar|tar\.gz|tgz)": enterprise_documents,
    r"\.xml(-p\d+p\d+)?(\.bz2|\.gz)?": pages_articles_documents,  # a dump is published whole, and in pieces by page
    r"\.parquet": parquet_documents,
    r"\.(jsonl|ndjson)(\.gz)?": json_lines_documents,
}
"""The reader of each kind of file that holds many documents, by a pattern of the end of its name."""


def documents_in(piece: Piece) -> Iterator[RawDocument]:
    """Yield the documents of a piece of an input: a dump, a table, a document, or a folder of documents.

    What is damaged from some place on ends there, with an error in the last row.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    name = piece.name
    reader = next((reader for end, reader in READERS.items() if re.search(rf"{end}$", name)), None)
    if reader is None:
        yield from _files(name)
        return
    with files.opened(name) as stream:
        plain = cast(IO[bytes], PageStreams(stream, piece.start, piece.end)) if name.endswith(".bz2") else stream
        try:
            yield from reader(plain, name)
        except (TarError, ParseError, EOFError, ZlibError, OSError, pa.ArrowInvalid) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk or the network failed, not the file: gzip and bz2 raise OSError without a number
            yield RawDocument(name=name, error=f"the file is damaged, the rest of it was not read: {error}")


def _files(name: str) -> Iterator[RawDocument]:
    for path, size in files.sized(name).items():
        if path == name or PurePosixPath(path).suffix.lower() in SUFFIXES - UNREAD:
            yield RawDocument(name=path, path=path, size=size)
