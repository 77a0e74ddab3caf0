"""OpenAI: the Responses interface and chat completions, whose annotations of type `url_citation` give offsets.

`start_index` and `end_index` count characters of `text`. OpenAI's own models annotate the link that cites
(`([site](https://…))`), which then is the marker; other services with this interface annotate the words that a source
supports, and the marker belongs behind them. Public documentation: platform.openai.com/docs/guides/tools-web-search.
"""

import re
from collections.abc import Iterable

from claims.readers.answers.answer import Answer, AnswerSource, Json, SourceList, field, items, number, string

_MARKER = re.compile(r"\s*[(\[【\ue200].*[)\]】\ue201]\s*", re.DOTALL)


def read_openai(value: Json) -> list[Answer] | None:
    """Read a response or a chat completion with annotations; None if it is neither."""
    messages = [item for item in items(field(value, "output")) if field(item, "type") == "message"]
    parts = [part for message in messages for part in items(field(message, "content"))]
    if any(field(part, "type") == "output_text" for part in parts):
        return [_answer(part) for part in parts if field(part, "type") == "output_text"]
    found = [field(choice, "message") for choice in items(field(value, "choices"))]
    if found and any(items(field(message, "annotations")) for message in found):
        return [_answer(message) for message in found]
    return None


def _answer(part: Json) -> Answer:
    text = string(field(part, "text", "content"))
    sources = SourceList()
    spans = [_span(annotation, text, sources) for annotation in items(field(part, "annotations"))]
    return _without_marked(text, sources, [span for span in spans if span is not None])


def _span(annotation: Json, text: str, sources: SourceList) -> tuple[int, int, int] | None:
    """Read an annotation: start and end of the span, and the index of its source."""
    if field(annotation, "type") != "url_citation":
        return None
    inner = field(annotation, "url_citation") or annotation
    url = string(field(inner, "url"))
    start, end = number(field(inner, "start_index"), -1), number(field(inner, "end_index"), -1)
    if not url or not 0 <= start <= end <= len(text):
        return None
    return start, end, sources.index(AnswerSource(url=url, title=string(field(inner, "title"))))


def _without_marked(text: str, sources: SourceList, spans: Iterable[tuple[int, int, int]]) -> Answer:
    """Take the links that are annotated out of the text and put markers in their places."""
    parts: list[str] = []
    markers: list[tuple[int, int]] = []
    size = position = 0
    for start, end, source in sorted(spans, key=lambda span: (span[1], span[0])):
        cut = start if _MARKER.fullmatch(text[start:end]) else end
        if end > position or not parts:
            part = text[position : max(cut, position)]
            parts.append(part)
            size += len(part)
            position = max(end, position)
        markers.append((size, source))
    parts.append(text[position:])
    return Answer(text="".join(parts), sources=sources.sources, markers=tuple(markers))
