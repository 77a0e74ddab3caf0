"""Rows of a retrieval test: a question, an answer and its contexts, all of which each sentence cites.

The names are those of Ragas (`question`, `answer`, `contexts`; `user_input`, `response`, `retrieved_contexts`) and of
DeepEval (`input`, `actual_output`, `retrieval_context`), as their public documentation has them.
"""

import re

from claims.language.segmentation import sentences
from claims.readers.answers.answer import Answer, AnswerSource, Json, field, items, string

_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_ASKING = ("?", "？", "؟")
_CONTEXTS = ("contexts", "retrieved_contexts", "retrieval_context", "context")


def read_row(value: Json) -> list[Answer] | None:
    """Read a row; None if it is none."""
    text = string(field(value, "answer", "response", "actual_output"))
    contexts = items(field(value, *_CONTEXTS))
    if not text or not contexts:
        return None
    sources = tuple(map(_source, contexts))
    markers = [
        (end, index)
        for start, line in _lines(text)
        for begin, end in sentences(text, start, start + len(line))
        if not text.endswith(_ASKING, begin, end)
        for index in range(len(sources))
    ]
    question = string(field(value, "question", "user_input", "input"))
    return [Answer(text=text, sources=sources, markers=tuple(markers), question=question)]


def _lines(text: str) -> list[tuple[int, str]]:
    """List the lines of claims: start and words of each; of the row of a table, the first cell, which names it."""
    found, start = [], 0
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        indent, bar, row = line.partition("|")
        if not bar or indent.strip():
            found.append((start, line))
        elif any(map(str.isalnum, row)) and not _RULE.fullmatch(following):  # neither the rule nor the heads above it
            found.append((start, line[: len(line) - len(row)] + row.partition("|")[0]))
        start += len(line) + 1
    return found


def _source(context: Json) -> AnswerSource:
    metadata = field(context, "metadata")
    url = string(field(context, "url", "source")) or string(field(metadata, "url", "source"))
    passage = string(context) or string(field(context, "page_content", "text", "content"))
    if passage.startswith(("http://", "https://")) and " " not in passage.strip():
        return AnswerSource(url=passage.strip())
    title = string(field(context, "title")) or string(field(metadata, "title")) or " ".join(passage.split()[:12])
    return AnswerSource(
        url=url if url.startswith(("http://", "https://")) else None, title=title, quote=passage or None
    )
