"""The first stage: an input to files of documents, each of about equal work."""

import time
from collections.abc import Iterator

from crawler.corpus.engines.pacing import Paces
from crawler.corpus.inputs.raw_documents import RawDocument
from crawler.corpus.inputs.recognise import documents_in
from crawler.corpus.job import Job, Stage, split_file
from crawler.corpus.manifest import Done, mark
from crawler.corpus.stages import exchange


def split_input(job: Job, number: int, paces: Paces) -> None:
    """Split the input of this number: one pass over a dump, which cannot be read from the middle.

    Raises:
        OSError: it cannot be read, or a partition cannot be written.
    """
    began, parts, documents = time.process_time(), 0, 0
    for gathered in _gathered(job, job.inputs[number]):
        exchange.send(split_file(job.out, number, parts), {0: gathered}, 1)
        parts, documents = parts + 1, documents + len(gathered)
    seconds, counts = time.process_time() - began, {"parts": parts, "documents": documents}
    mark(
        job.out,
        Done(stage=Stage.SPLIT, part=number, input=job.inputs[number], code=job.code, seconds=seconds, counts=counts),
    )


def _gathered(job: Job, name: str) -> Iterator[list[RawDocument]]:
    """Yield the wanted documents of an input, in lists of about `part_bytes`."""
    gathered: list[RawDocument] = []
    size = 0
    for document in documents_in(name):
        if document.error is None and not job.selection.wants(document):
            continue
        gathered.append(document)
        size += document.size
        if size >= job.part_bytes:
            yield gathered
            gathered, size = [], 0
    if gathered:
        yield gathered
