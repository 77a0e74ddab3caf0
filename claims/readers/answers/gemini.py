"""Gemini: `groundingMetadata`, whose supports are segments of the answer in bytes of UTF-8.

Public documentation: ai.google.dev/gemini-api/docs/google-search (`groundingChunks`, `groundingSupports`), where a
segment's `startIndex` is absent if it is 0, and its `endIndex` is exclusive.
"""

from claims.readers.answers.answer import Answer, AnswerSource, Json, SourceList, field, is_index, items, number, string


def read_gemini(value: Json) -> list[Answer] | None:
    """Read a response with candidates; None if it is none."""
    candidates = [candidate for candidate in items(field(value, "candidates")) if field(candidate, "content")]
    return [_answer(candidate) for candidate in candidates] or None


def _answer(candidate: Json) -> Answer:
    parts = [string(field(part, "text")) for part in items(field(field(candidate, "content"), "parts"))]
    begins = [0]
    for text in parts:
        begins.append(begins[-1] + len(text))
    metadata = field(candidate, "grounding_metadata")
    sources = SourceList()
    chunks = [sources.index(_source(chunk)) for chunk in items(field(metadata, "grounding_chunks"))]
    markers = []
    for support in items(field(metadata, "grounding_supports")):
        segment = field(support, "segment")
        part = number(field(segment, "part_index"))
        if part >= len(parts):
            continue
        written = parts[part].encode()[: number(field(segment, "end_index"))]
        position = begins[part] + len(written.decode(errors="ignore"))
        indices = items(field(support, "grounding_chunk_indices"))
        markers += [(position, chunks[index]) for index in indices if is_index(index) and index < len(chunks)]
    text = "".join(parts)
    return Answer(text=text, sources=sources.sources, markers=tuple(sorted(markers)))


def _source(chunk: Json) -> AnswerSource:
    found = field(chunk, "web", "retrieved_context", "maps")
    quote = string(field(found, "text")) or None
    return AnswerSource(url=string(field(found, "uri")) or None, title=string(field(found, "title")), quote=quote)
