"""crawler.corpus.stages.opened: a claim of millions that takes too long."""

import anyio
import pytest

from claims.records import BlockKind, Citation, Passage, Source, Status, Verdict
from crawler.corpus.stages.opened import Opened
from crawler.lookup.lookup_result import LookupResult
from crawler.stages.copies import copy_of
from crawler.stages.judging import OVER_CLAIM_TIME
from crawler.stages.pages import Pages
from tests.crawler.notes import note
from tests.crawler.workers.checkers import WORKS, Fragile


def test_a_claim_that_takes_too_long_is_not_checked() -> None:
    checker, text = Fragile(), "A page of the harbour."
    passages = (Passage(start=0, end=len(text), kind=BlockKind.PARAGRAPH),)
    source = Source(url="http://a.example/", text=text, passages=passages, language="en")
    found = copy_of(Citation(id="0", text="A page."), LookupResult(status=Status.CHECKED, source=source), checker)
    (claim,) = note(1, "http://a.example/", text=WORKS).claims

    async def go() -> tuple[Verdict, Status, str | None]:
        work = Opened(archives=(), checker=checker, pages=Pages(checker), claim_seconds=0.1)
        judged, error = await work.judge(None, claim, {"0": found}, lambda name: pytest.fail(name))
        assert error is None
        return judged.verdict, judged.checks[0].status, judged.checks[0].reason

    assert anyio.run(go) == (Verdict.SOURCE_UNAVAILABLE, Status.TOO_LARGE, OVER_CLAIM_TIME)
