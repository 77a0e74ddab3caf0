"""The forms of answers, tried in order, and chats, whose messages have any of them."""

import json
from collections.abc import Callable
from dataclasses import replace

from claims.readers.answers.answer import Answer, Json, field, items, joined, string
from claims.readers.answers.anthropic import read_anthropic
from claims.readers.answers.gemini import read_gemini
from claims.readers.answers.openai import read_openai
from claims.readers.answers.perplexity import read_perplexity
from claims.readers.answers.rows import read_row

_FORMS: tuple[Callable[[Json], list[Answer] | None], ...] = (
    read_openai,
    read_gemini,
    read_perplexity,
    read_row,
    read_anthropic,
)
_ANSWERING = ("assistant", "model")  # roles


def parse_json(text: str) -> Json:
    """Parse JSON, or lines of JSON as an array; None if `text` is neither."""
    try:
        found: Json = json.loads(text)
        return found
    except (json.JSONDecodeError, RecursionError):
        pass
    try:
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (json.JSONDecodeError, RecursionError):
        return None


def find_answers(value: Json) -> list[Answer]:
    """Find the answers in parsed JSON; none if it has no known form."""
    for form in _FORMS:
        found = form(value)
        if found is not None:
            return joined(found)
    messages = items(field(value, "messages")) or items(value)
    if any(field(message, "role") in _ANSWERING for message in messages):
        return joined(_chat(messages))
    return joined(answer for item in items(value) for answer in (find_answers(item) if isinstance(item, dict) else []))


def _chat(messages: list[Json]) -> list[Answer]:
    """Read the answers of a chat, each with the question before it."""
    answers: list[Answer] = []
    question = ""
    for message in messages:
        if field(message, "role") in _ANSWERING:
            answers += [replace(answer, question=question) for answer in _of_message(message)]
            question = ""
        elif field(message, "role") == "user":
            question = string(field(message, "content"))
    return answers


def _of_message(message: Json) -> list[Answer]:
    text = string(field(message, "content", "text"))
    if not text:
        return read_anthropic(message) or []
    found = read_openai({"choices": [{"message": message}]}) or read_perplexity(
        {"choices": [{"message": message}], "citations": field(message, "citations")}
    )
    return found or [Answer(text=text, sources=())]
