"""The second judge: a language model behind an OpenAI-compatible endpoint (`--judge`).

`claims.support.llm_judge` writes the question and weighs the answer; this file sends and keeps them. An answer in the
store is not requested again. If the budget is spent or the judge fails, the first judgement holds: a failure of the
judge is never a finding. An answer that cannot be used is logged, and the report says so with the claim.
"""

import hashlib
import json
import logging
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio.from_thread
import anyio.to_thread

import claims
from claims.records import Source, Verdict
from claims.support.entailment.interface import Entailment
from claims.support.interface import Checker, Judgement, Statement
from claims.support.llm_judge import Kind, Scope, decide, messages, worth_asking
from claims.support.second_opinion import Opinion, Unusable, read_quoting, read_yes_or_no
from crawler.net.address_guard import AddressForbidden
from crawler.net.client import Client, RequestFailed
from crawler.net.decoding import TooLarge
from crawler.settings import Settings
from crawler.storage.judgement_cache import own_checker

_log = logging.getLogger(__name__)

KEY = "CITEWATCH_JUDGE_KEY"
PATH = "/chat/completions"
MINIMUM_TIMEOUT = 120.0
"""Minimum timeout for the judge, since a model on a laptop is slow and `--timeout` is meant for archives."""


class LlmJudge:
    """A checker that asks a language model where a second opinion may change the first checker's judgement.

    `judge` runs in worker threads and sends its requests through the event loop.
    """

    def __init__(self, first: Checker[Any], client: Client, settings: Settings) -> None:
        self._first, self._client = first, client
        self._url = (settings.judge or "").rstrip("/").removesuffix(PATH) + PATH
        self._model, self._left = settings.judge_model, settings.judge_calls
        self._kind, self._scope = Kind(settings.judge_kind), Scope(settings.judge_scope)
        self._offline, self._kept = settings.offline, settings.store / "opinions"
        self._headers = {"Content-Type": "application/json"}
        if key := os.environ.get(KEY):
            self._headers["Authorization"] = f"Bearer {key}"

    @property
    def name(self) -> str:
        """See `Checker`."""
        return f"{self._first.name}, second judge {self._model or 'unnamed'}"

    def index(self, source: Source) -> tuple[Source, Any]:
        """See `Checker`."""
        return source, self._first.index(source)

    def judge(self, statement: Statement, sources: Sequence[tuple[Source, Any]]) -> Judgement:
        """See `Checker`."""
        judgement = self._first.judge(statement, [index for _, index in sources])
        if not worth_asking(judgement, self._scope):
            return judgement
        texts = [source for source, _ in sources]
        answer = anyio.from_thread.run(self._answer, messages(statement, texts, judgement, self._kind))
        opinion = self._read(answer, texts) if answer is not None else None
        return decide(judgement, opinion, texts, self._model or "the second judge")

    def supports(self, statement: Statement, sources: Sequence[tuple[Source, Any]]) -> Judgement | None:
        """See `Checker`."""
        judgement = self.judge(statement, sources)
        return judgement if judgement.verdict is Verdict.SUPPORTED else None

    def _read(self, answer: str, texts: Sequence[Source]) -> Opinion | Unusable:
        opinion = read_yes_or_no(answer) if self._kind is Kind.MINICHECK else read_quoting(answer, texts)
        if isinstance(opinion, Unusable):
            _log.warning("An answer of the second judge cannot be used: %s", opinion.reason)
        return opinion

    async def _answer(self, asked: list[dict[str, str]]) -> str | None:
        """Return the model's answer, from the store if it is there; None if there is no answer."""
        question = json.dumps({"model": self._model, "messages": asked, "temperature": 0}, sort_keys=True).encode()
        kept = self._kept / f"{hashlib.sha256(self._url.encode() + question).hexdigest()}.txt"
        if kept.is_file():
            return await anyio.to_thread.run_sync(lambda: kept.read_text(encoding="utf-8"))
        if self._offline or self._left < 1:
            return None
        self._left -= 1
        if not self._left:
            _log.warning("The second judge gets no more questions in this run: --judge-calls are used up.")
        try:
            answer = await self._client.post(self._url, question, self._headers)
            content = json.loads(answer.plain(self._client.max_bytes))["choices"][0]["message"]["content"]
        except (RequestFailed, AddressForbidden, TooLarge) as error:
            _log.warning("The second judge did not answer: %s.", error)
            return None
        except (ValueError, LookupError, TypeError):
            _log.warning("The answer of the second judge cannot be read (HTTP status %s).", answer.status)
            return None
        if isinstance(content, str):
            await anyio.to_thread.run_sync(_keep, kept, content)
            return content
        return None


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


@asynccontextmanager
async def open_checker(settings: Settings, entailment: Entailment | None = None) -> AsyncIterator[Checker[Any]]:
    """Open the checker that `settings` ask for, with the second judge if they name one.

    The judge may be on this machine, unlike a source: its address comes from the user and not from a document.

    Yields:
        the checker, which keeps its judgements in the store.
    """
    with own_checker(settings.strictness, settings.store, entailment) as first:
        if settings.judge is None:
            yield first
            return
        async with Client(
            user_agent=f"citewatch/{claims.__version__}",
            max_bytes=settings.max_bytes,
            timeout=max(settings.timeout, MINIMUM_TIMEOUT),
            allow_private=True,
        ) as client:
            yield LlmJudge(first, client, settings)
