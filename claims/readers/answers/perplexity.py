"""Perplexity: chat completions whose text has markers `[1]` into `search_results` or `citations`.

Public documentation: docs.perplexity.ai (chat completions; the agent interface has a `search_results` item beside the
message).
"""

from claims.readers.answers.answer import Answer, AnswerSource, Json, field, items, string


def read_perplexity(value: Json) -> list[Answer] | None:
    """Read a chat completion with sources; None if it is none."""
    results = items(field(value, "search_results")) or items(field(value, "citations"))
    messages = [field(choice, "message") for choice in items(field(value, "choices"))]
    if not results or not messages:
        return None
    sources = tuple(map(_source, results))
    texts = (string(field(message, "content")) for message in messages)
    return [Answer(text=text, sources=sources, numbered=True) for text in texts]


def _source(result: Json) -> AnswerSource:
    if isinstance(result, str):
        return AnswerSource(url=result)
    return AnswerSource(url=string(field(result, "url")) or None, title=string(field(result, "title")))
