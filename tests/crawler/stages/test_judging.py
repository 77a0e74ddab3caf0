"""One claim and the copies of what it cites: what each check says, and the verdict over all."""

import pytest

from claims.records import BlockKind, Capture, Citation, Claim, Link, Passage, Source, Status, Verdict
from claims.support import default_checker
from crawler.lookup.lookup_result import LookupResult
from crawler.outcome import Failure
from crawler.stages.copies import Copy, copy_of
from crawler.stages.judging import judge_claim

CLAIM = "The lighthouse was built in 1871 by Ada Brenner."
CITATION = Citation(id="1", text="A page.")
CHECKER = default_checker()
SUPPORTING = "The lighthouse of Westhaven was built in 1871 by Ada Brenner. It is 31 metres high."
UNRELATED = (
    "Sugar is made from beets in the north and from cane in the south. Both taste the same to most people. "
    "The beets are washed, sliced and boiled. Their juice is cleaned with lime. It is dried to crystals in large pans. "
    "What is left of the beets feeds cattle. Cane is pressed between rollers."
)


def claim(*citations: str) -> Claim:
    return Claim(
        id="x", text=CLAIM, sentence=CLAIM, context=CLAIM, start=0, end=len(CLAIM), line=1, section=None,
        link=Link.DIRECT if citations else Link.NONE, citations=citations,
    )  # fmt: skip


CAPTURE = Capture(url="http://a.example/", timestamp="20100101000000", archive="a.warc")


def read(text: str, doubt: Failure | None = None) -> Copy:
    passages = (Passage(start=0, end=len(text), kind=BlockKind.PARAGRAPH),) if text else ()
    source = Source(url="http://a.example/", text=text, passages=passages, language="en")
    status = doubt.status if doubt else Status.CHECKED
    return copy_of(CITATION, LookupResult(status=status, capture=CAPTURE, source=source, doubt=doubt), CHECKER)


def read_beside(article: str, beside: str) -> Copy:
    """A page with an article, and below it the words of others."""
    text = f"{article}\n\n{beside}"
    passages = (
        Passage(start=0, end=len(article), kind=BlockKind.PARAGRAPH),
        Passage(start=len(article) + 2, end=len(text), kind=BlockKind.PARAGRAPH, main=False, beside=True),
    )
    source = Source(url="http://a.example/", text=text, passages=passages, language="en")
    return copy_of(CITATION, LookupResult(status=Status.CHECKED, capture=CAPTURE, source=source), CHECKER)


def unread(status: Status) -> Copy:
    return copy_of(CITATION, LookupResult(status=status, reason="because"), CHECKER)


def test_a_claim_without_citations_is_uncited() -> None:
    judged = judge_claim(None, claim(), {}, CHECKER)
    assert (judged.verdict, judged.checks, judged.score) == (Verdict.UNCITED, (), None)


def test_a_source_that_says_it_supports_with_evidence() -> None:
    judged = judge_claim(None, claim("1"), {"1": read(SUPPORTING)}, CHECKER)
    (check,) = judged.checks
    assert judged.verdict is check.verdict is Verdict.SUPPORTED
    assert check.evidence[0].quote in SUPPORTING


def test_words_beside_the_article_support_nothing_alone() -> None:
    judged = judge_claim(None, claim("1"), {"1": read_beside(UNRELATED, SUPPORTING)}, CHECKER)
    (check,) = judged.checks
    assert (judged.verdict, judged.reason_code) == (Verdict.UNCLEAR, "beside_article")
    assert check.evidence[0].quote in SUPPORTING


def test_what_a_correction_says_of_an_earlier_version_supports_nothing() -> None:
    article = f"The lighthouse was built in 1890 by Ada Brenner. {UNRELATED}"
    text = f"{article}\n\nAn earlier version of this article said that the lighthouse was built in 1871 by Ada Brenner."
    passages = (
        Passage(start=0, end=len(article), kind=BlockKind.PARAGRAPH),
        Passage(start=len(article) + 2, end=len(text), kind=BlockKind.PARAGRAPH),
    )
    source = Source(url="http://a.example/", text=text, passages=passages, language="en")
    found = LookupResult(status=Status.CHECKED, capture=CAPTURE, source=source)
    judged = judge_claim(None, claim("1"), {"1": copy_of(CITATION, found, CHECKER)}, CHECKER)
    assert (judged.verdict, judged.reason_code) == (Verdict.CONTRADICTED, "contradicted_date")


def test_words_beside_the_article_contradict_nothing() -> None:
    article = f"{UNRELATED} The lighthouse was built in 1871 by the keeper Ada Brenner, whose sister sold beets."
    copy = read_beside(article, "The lighthouse was built in 1890 by Ada Brenner.")
    judged = judge_claim(None, claim("1"), {"1": copy}, CHECKER)
    assert judged.verdict is Verdict.SUPPORTED


def test_where_the_article_says_it_too_it_is_quoted_at_its_place() -> None:
    article = f"{UNRELATED} The lighthouse was built by Ada Brenner. It was built in 1871."
    copy = read_beside(article, CLAIM)
    (check,) = judge_claim(None, claim("1"), {"1": copy}, CHECKER).checks
    source = copy.obtained.source
    assert source is not None
    assert check.verdict is Verdict.SUPPORTED
    for quote in check.evidence:
        assert quote.quote in article
        assert source.text[quote.start : quote.end] == quote.quote


def test_a_source_that_was_read_and_does_not_say_it_does_not_support() -> None:
    assert judge_claim(None, claim("1"), {"1": read(UNRELATED)}, CHECKER).verdict is Verdict.NOT_SUPPORTED


def test_not_supported_needs_every_source_read() -> None:
    copies = {"1": read(UNRELATED), "2": unread(Status.NEVER_ARCHIVED)}
    judged = judge_claim(None, claim("1", "2"), copies, CHECKER)
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE
    assert judged.reason
    assert [check.verdict for check in judged.checks] == [Verdict.NOT_SUPPORTED, Verdict.SOURCE_UNAVAILABLE]


def test_one_source_that_says_it_is_enough_whatever_became_of_the_other() -> None:
    copies = {"1": read(SUPPORTING), "2": unread(Status.THROTTLED)}
    judged = judge_claim(None, claim("1", "2"), copies, CHECKER)
    assert judged.verdict is Verdict.SUPPORTED
    assert judged.unfinished


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CHECKED])
def test_what_could_not_be_read_is_unavailable_and_never_unsupported(status: Status) -> None:
    judged = judge_claim(None, claim("1"), {"1": unread(status)}, CHECKER)
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE
    assert judged.checks[0].status is status
    assert judged.checks[0].reason == "because"


def test_a_page_in_doubt_that_holds_the_claim_supports_it() -> None:
    doubt = Failure(status=Status.PAYWALL, reason="asks for a subscription")
    judged = judge_claim(None, claim("1"), {"1": read(SUPPORTING, doubt)}, CHECKER)
    assert judged.verdict is Verdict.SUPPORTED
    assert judged.checks[0].status is Status.CHECKED


def test_a_page_in_doubt_that_does_not_hold_the_claim_is_unavailable() -> None:
    doubt = Failure(status=Status.PAYWALL, reason="asks for a subscription")
    judged = judge_claim(None, claim("1"), {"1": read(UNRELATED, doubt)}, CHECKER)
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE
    assert (judged.checks[0].status, judged.checks[0].reason) == (Status.PAYWALL, "asks for a subscription")


BY_TITLE = Failure(status=Status.MOVED, reason="the address leads to another page", by_title=True)
FEW_NAMES = "The lighthouse of Ada Brenner’s novel is dark. Brenner wrote it in the inn at Westhaven, in one winter."


def test_a_page_of_another_title_that_denies_the_claim_is_the_page() -> None:
    judged = judge_claim(None, claim("1"), {"1": read(SUPPORTING.replace("1871", "1890"), BY_TITLE)}, CHECKER)
    assert judged.verdict is Verdict.CONTRADICTED
    assert judged.checks[0].status is Status.CHECKED


@pytest.mark.parametrize("said", [UNRELATED, FEW_NAMES])
def test_a_page_of_another_title_that_speaks_of_other_things_is_another(said: str) -> None:
    judged = judge_claim(None, claim("1"), {"1": read(said, BY_TITLE)}, CHECKER)
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE
    assert judged.checks[0].status is Status.MOVED


def test_a_page_behind_a_wall_that_denies_the_claim_raises_no_alarm() -> None:
    doubt = Failure(status=Status.PAYWALL, reason="asks for a subscription")
    judged = judge_claim(None, claim("1"), {"1": read(SUPPORTING.replace("1871", "1890"), doubt)}, CHECKER)
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE


def test_a_page_without_words_has_no_text() -> None:
    judged = judge_claim(None, claim("1"), {"1": read("")}, CHECKER)
    assert judged.verdict is Verdict.SOURCE_UNAVAILABLE
    assert judged.checks[0].status is Status.NO_TEXT
