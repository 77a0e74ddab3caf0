"""Anthropic: messages whose text blocks have `citations` with the address and the words that they quote.

Public documentation: docs.claude.com (citations, web search tool, search results): each block of text is the claim of
its citations; `web_search_result_location` has `url`, `search_result_location` has `source`, the locations in documents
have a title alone; all have `cited_text`.
"""

from claims.readers.answers.answer import Answer, AnswerSource, Json, SourceList, field, items, string


def read_anthropic(value: Json) -> list[Answer] | None:
    """Read a message; None if it is none."""
    blocks = items(field(value, "content"))
    if not any(field(block, "type") == "text" for block in blocks):
        return None
    sources = SourceList()
    text = ""
    markers = []
    for block in blocks:
        if field(block, "type") != "text":
            continue
        text += string(field(block, "text"))
        markers += [(len(text), sources.index(_source(citation))) for citation in items(field(block, "citations"))]
    return [Answer(text=text, sources=sources.sources, markers=tuple(markers))]


def _source(citation: Json) -> AnswerSource:
    source = string(field(citation, "url", "source"))
    return AnswerSource(
        url=source if source.startswith(("http://", "https://")) else None,
        title=string(field(citation, "title", "document_title")) or source,
        quote=string(field(citation, "cited_text")).strip() or None,
    )
