"""`citewatch check`: judge pairs of claim and text, JSON Lines in and JSON Lines out."""

import codecs
import re
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from claims.errors import InputError
from claims.records import BlockKind, Evidence, Fact, Passage, Source, Verdict
from claims.support import default_checker
from claims.support.interface import Checker, Statement
from crawler.entailment.open_model import WITHOUT, open_model
from crawler.settings import Settings

PAGES_KEPT = 64
"""Number of indexes to keep: consecutive lines often share a page."""

PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
"""Lines of text up to a blank line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line of input: does `text`, or do `texts` together, say what `claim` says? The answer repeats the `id`."""

    id: str | int
    claim: str
    text: str | None = None
    texts: tuple[str, ...] = ()
    title: str = ""
    context: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The texts to judge the claim by."""
        return self.texts if self.text is None else (self.text, *self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Evidence):
    """Evidence with the number of its text among the question's, from 0."""

    source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One line of output."""

    id: str | int
    verdict: Verdict
    score: float
    reason: str | None
    reason_code: str | None
    facts: tuple[Fact, ...]
    missing: tuple[str, ...]
    evidence: tuple[Quote, ...]


def run(file: str, settings: Settings) -> int:
    """Answer every line of `file` (`-`: standard input) in order, each as soon as it is judged.

    Args:
        file: path of the file of questions.
        settings: how strictly to judge, and with which entailment model.

    Returns:
        the exit status 0.

    Raises:
        InputError: the file cannot be opened, or a line is not a question; the answers before it are printed.
        ConfigurationError: the entailment model cannot be used.
    """
    with open_model(settings) as model, opened(file) as lines:
        if model is None and not settings.quiet:
            print(WITHOUT, file=sys.stderr)
        for answer in answers(lines, file, default_checker(settings.strictness, model)):
            sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
            sys.stdout.flush()
    return 0


def opened(file: str) -> AbstractContextManager[BinaryIO]:
    """Open a file of lines, or standard input where it is `-`.

    Raises:
        InputError: the file cannot be opened.
    """
    try:
        return nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb")
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}.", place=file) from error


def answers(lines: BinaryIO, name: str, checker: Checker[Any]) -> Iterator[Answer]:
    """Let `checker` judge the questions of `lines`, of a file called `name`, one by one.

    Raises:
        InputError: a line is not a question.
    """
    index = lru_cache(maxsize=PAGES_KEPT)(lambda text: checker.index(source_of(text)))
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        question = _question(line, f"{name}, line {number}")
        statement = Statement(text=question.claim, context=question.context, title=question.title)
        judgement = checker.judge(statement, [index(text) for text in question.sources])
        yield Answer(
            id=question.id,
            verdict=judgement.verdict,
            score=judgement.score,
            reason=judgement.reason,
            reason_code=judgement.reason_code,
            facts=judgement.facts,
            missing=judgement.missing,
            evidence=tuple(
                Quote(**{field.name: getattr(quote, field.name) for field in fields(Evidence)}, source=number)
                for number, quotes in enumerate(judgement.evidence)
                for quote in quotes
            ),
        )


def source_of(text: str) -> Source:
    """Return a source with `text` unchanged, since the evidence has offsets into it; blank lines end its passages."""
    passages = (
        Passage(start=found.start(), end=found.end(), kind=BlockKind.PARAGRAPH) for found in PARAGRAPH.finditer(text)
    )
    return Source(url="", text=text, passages=tuple(passages))


def _question(line: bytes, place: str) -> Question:
    mend = 'Each line is a JSON object with "id", "claim" and "text" or "texts", and optionally "title" and "context".'
    try:
        question = msgspec.json.decode(line, type=Question, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not a question: {error}.", place=place, mend=mend) from error
    for name, given in (("claim", question.claim.strip()), ("text", question.sources)):
        if not given:
            raise InputError(f"not a question: it has no {name}.", place=place, mend=mend)
    return question
