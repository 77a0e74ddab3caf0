"""Answers of language models in JSON: each is read as Markdown, with the sources that the interface gives for it."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.errors import InputError
from claims.readers.answers.answer import Answer, AnswerSource
from claims.readers.answers.forms import find_answers, parse_json
from claims.readers.assembly.assembler import Assembly
from claims.readers.assembly.pieces import Note
from claims.readers.interface import Reading
from claims.readers.markdown.reader import parse_markdown

_NUMBER = re.compile(r"\[(\d{1,4})\]")
_OPENING = 40  # characters by which the line of an answer is found
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
        markdown = ""
        lines: list[tuple[int, int]] = []  # first line of the Markdown, and line of the input
        notes: list[Note] = []
        quotes: dict[str, str] = {}
        for answer in answers:
            lines.append((markdown.count("\n") + 1, _line(text, answer)))
            markdown += _markdown(answer, len(notes)) + "\n\n"
            for source in answer.sources:
                notes.append(_note(len(notes) + 1, source))
                if source.quote:
                    quotes[notes[-1].id] = source.quote
        blocks, written, _ = parse_markdown(markdown)
        reading = Assembly(blocks, [*notes, *written]).reading(self.name, notes=_remarks(answers))
        return _placed(reading, lines, quotes)


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


def _line(text: str, answer: Answer) -> int:
    """Find the line of the input on which an answer begins."""
    opening = answer.opening[:_OPENING]
    for written in (json.dumps(opening)[1:-1], json.dumps(opening, ensure_ascii=False)[1:-1]):
        if (found := text.find(written)) >= 0:
            return text.count("\n", 0, found) + 1
    return 1


def _remarks(answers: Sequence[Answer]) -> tuple[str, ...]:
    passages = sum(source.url is None for answer in answers for source in answer.sources)
    if not passages:
        return ()
    sources = "1 source is a passage" if passages == 1 else f"{passages} sources are passages"
    return (f"{sources} without an address: `citewatch check` judges answers against passages.",)


def _placed(reading: Reading, lines: Sequence[tuple[int, int]], quotes: dict[str, str]) -> Reading:
    """Give a reading of the Markdown the lines of the input, and its citations their quotations."""
    firsts = [first for first, _ in lines]

    def line(number: int) -> int:
        return lines[max(bisect_right(firsts, number) - 1, 0)][1]

    def spans() -> Iterator[tuple[int, int, int | None]]:
        last = 0
        for offset, number, _ in reading.lines:
            if not last or line(number) != last:
                last = line(number)
                yield offset, last, None

    return replace(
        reading,
        markers=tuple(replace(marker, line=line(marker.line), column=None) for marker in reading.markers),
        lines=tuple(spans()),
        citations=tuple(
            replace(citation, quote=quotes.get(citation.id, citation.quote)) for citation in reading.citations
        ),
    )
