"""The sentences of a source: spans that never cross a passage, none of them too long to read."""

from collections.abc import Iterator

from claims.language.segmentation import PAGE, sentences
from claims.records import Source

ENDS = '.!?…"”»。！？।؟'
"""What may end a sentence; headings, menus and captions mostly end in something else."""


def sentence_spans(source: Source) -> Iterator[tuple[int, int]]:
    """Spans (start, end) of `source.text`, in order, that hold each passage's sentences, without outer blanks."""
    passages = [(passage.start, passage.end) for passage in source.passages] or [(0, len(source.text))]
    for start, end in passages:
        yield from sentences(source.text, start, end, language=source.language, layout=PAGE)
