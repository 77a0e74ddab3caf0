"""The first stage: a piece of an input to files of documents, each of about equal work."""

import time
from collections.abc import Iterator, Sequence

from crawler.corpus.engines.pacing import Paces
from crawler.corpus.inputs.pieces import Piece
from crawler.corpus.inputs.raw_documents import RawDocument
from crawler.corpus.inputs.recognise import documents_in
from crawler.corpus.job import Job, Stage, split_file
from crawler.corpus.manifest import Done, mark
from crawler.corpus.stages import exchange


def split_piece(job: Job, pieces: Sequence[Piece], number: int, paces: Paces) -> None:
    """Split the piece of this number: one pass over it.

    Raises:
        OSError: it cannot be read, or a partition cannot be written.
    """
    began, parts, documents = time.process_time(), 0, 0
    for gathered in _gathered(job, pieces[number]):
        exchange.send(split_file(job.out, number, parts), {0: gathered}, 1)
        parts, documents = parts + 1, documents + len(gathered)
    seconds, counts = time.process_time() - began, {"parts": parts, "documents": documents}
    mark(
        job.out,
        Done(stage=Stage.SPLIT, part=number, input=pieces[number].name, code=job.code, seconds=seconds, counts=counts),
    )


def _gathered(job: Job, piece: Piece) -> Iterator[list[RawDocument]]:
    """Yield the wanted documents of a piece, in lists of about `part_bytes`."""
    gathered: list[RawDocument] = []
    size = 0
    for document in documents_in(piece):
        if document.error is None and not job.selection.wants(document):
            continue
        gathered.append(document)
        size += document.size
        if size >= job.part_bytes:
            yield gathered
            gathered, size = [], 0
    if gathered:
        yield gathered
