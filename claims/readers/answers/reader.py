"""Answers of language models in JSON: each is read as Markdown, with the sources that the interface gives for it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.errors import InputError
from claims.readers.answers.answer import Answer, AnswerSource
from claims.readers.answers.forms import find_answers, parse_json
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.pieces import Note
from claims.readers.interface import Reading
from claims.readers.lines import Lines
from claims.readers.markdown.reader import parse_markdown

_NUMBER = re.compile(r"\[(\d{1,4})\]")
_LONGEST_QUESTION = 200  # characters


class AnswerReader:
    """Reads answers of language models."""

    name = "answers"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the text is JSON that contains an answer in a known form."""
        return text.lstrip()[:1] in ("{", "[") and bool(find_answers(parse_json(text)))

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`.

        Raises:
            claims.errors.InputError: it contains no answer in a known form.
        """
        answers = find_answers(parse_json(text))
        if not answers:
            mend = (
                "Give a response as OpenAI, Gemini, Anthropic or Perplexity return it, a chat, or rows with contexts."
            )
            raise InputError("This contains no answer of a language model.", place=name, mend=mend)
        lines = Lines(text)
        notes: list[Note] = []
        quotes: dict[str, str] = {}
        for answer in answers:
            lines.add(_markdown(answer, len(notes)) + "\n")
            for source in answer.sources:
                notes.append(_note(len(notes) + 1, source))
                if source.quote:
                    quotes[notes[-1].id] = source.quote
        blocks, written, _ = parse_markdown(lines.markdown)
        reading = Assembly(blocks, [*notes, *written]).reading(self.name, notes=_remarks(answers))
        citations = tuple(replace(each, quote=quotes.get(each.id, each.quote)) for each in reading.citations)
        return replace(lines.placed(reading), citations=citations)


def _markdown(answer: Answer, offset: int) -> str:
    """Write an answer with its markers; its sources are numbered from `offset` + 1 on."""
    parts = []
    position = 0
    for place, source in answer.markers:
        parts += [answer.text[position:place], f"【{offset + source + 1}】"]
        position = place
    text = "".join([*parts, answer.text[position:]])
    if answer.numbered:
        text = _NUMBER.sub(lambda match: f"【{offset + int(match[1])}】", text)
    question = " ".join(answer.question.split())[:_LONGEST_QUESTION]
    return f"## {question}\n\n{text}" if question else text


def _note(number: int, source: AnswerSource) -> Note:
    return Note(str(number), source.title or source.url or "", (source.url,) if source.url else ())


def _remarks(answers: Sequence[Answer]) -> tuple[str, ...]:
    passages = sum(source.url is None for answer in answers for source in answer.sources)
    if not passages:
        return ()
    sources = "1 source is a passage" if passages == 1 else f"{passages} sources are passages"
    return (f"{sources} without an address: `citewatch check` judges answers against passages.",)
