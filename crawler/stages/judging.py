"""The judgement of claims: a check against each source that it cites, and the verdict over all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from claims.records import Check, Citation, Claim, FactKind, FactState, JudgedClaim, OtherCopy, Status, Verdict
from claims.support.interface import Checker, Judgement, Statement
from crawler.lookup.lookup_result import LookupResult
from crawler.outcome import Failure
from crawler.stages.copies import Copy, IndexedPage
from crawler.stages.pages import Pages
from crawler.stages.statements import statement_of
from crawler.stages.time_limit import OutOfTimeError, time_limit

CLAIM_SECONDS = 30.0
"""How long judging may take for each claim; one takes less than a tenth of a second."""

OVER_CLAIM_TIME = f"judging the claim by the page takes more than {CLAIM_SECONDS:g} seconds"
_MILDER = frozenset({Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.UNCLEAR})
_BY_QUOTE = frozenset({Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.CONTRADICTED})
_ON_THE_MATTER = frozenset({Verdict.CONTRADICTED, Verdict.PARTIALLY_SUPPORTED})
_NAMES = 2
BESIDE_CODE = "beside_article"
BESIDE = "Only words beside the article say so: those of a comment, a correction, a notice or a teaser of another page."
PARTLY_READ_CODE = "partly_read"
PARTLY_READ = "The sources that could be read do not support it, but not every source that it cites could be read."


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Claims of one document that can be judged, and what their citations led to.

    Attributes:
        title: that of the document.
        cited: the citations of the claims by their ids, each with the result of its look-up.
    """

    title: str | None
    claims: tuple[Claim, ...]
    cited: Mapping[str, tuple[Citation, LookupResult]]


def judge_batch(
    batch: Batch, pages: Pages, checker: Checker[Any], seconds: float | None = None
) -> tuple[JudgedClaim, ...]:
    """Judge the claims of a batch, in their order, each within so many `seconds`; see `judge_claim`."""
    copies = {name: pages.copy(citation, obtained) for name, (citation, obtained) in batch.cited.items()}
    return tuple(
        judge_claim(batch.title, claim, {name: copies[name] for name in claim.citations}, checker, seconds)
        for claim in batch.claims
    )


def uncited(claim: Claim) -> JudgedClaim:
    """Return the judgement of a claim that cites nothing."""
    return _judged(claim, verdict=Verdict.UNCITED)


def judge_claim(
    title: str | None, claim: Claim, copies: Mapping[str, Copy], checker: Checker[Any], seconds: float | None = None
) -> JudgedClaim:
    """Judge a claim of the document called `title` by its `copies`, one for each of its citations.

    The verdict `not_supported` requires that every source was read: an unread source may hold what the others lack, and
    "could not check" is never "not supported". What takes more than so many `seconds` of processor time is not checked;
    checkers that wait for others, or hold a large model, have no such limit.
    """
    if not claim.citations:
        return uncited(claim)
    if seconds is None:
        return _judged_by(title, claim, copies, checker)
    try:
        with time_limit(seconds):
            return _judged_by(title, claim, copies, checker)
    except OutOfTimeError:
        unused = {
            name: Copy(obtained=unread(copy.obtained, OVER_CLAIM_TIME), page=None) for name, copy in copies.items()
        }
        return _judged_by(title, claim, unused, checker)


def unread(obtained: LookupResult, why: str) -> LookupResult:
    """Return what a look-up led to if its page could not be used."""
    if obtained.source is None:
        return obtained
    return replace(obtained, status=Status.TOO_LARGE, reason=why, source=None, responses=(), doubt=None)


def _judged_by(title: str | None, claim: Claim, copies: Mapping[str, Copy], checker: Checker[Any]) -> JudgedClaim:
    statement = statement_of(title, claim)
    alone = {name: _judge(statement, [copy], checker) for name, copy in copies.items() if copy.page is not None}
    checks = tuple(_check(name, copy.obtained, alone.get(name)) for name, copy in copies.items())
    read = [check.citation for check in checks if check.status is Status.CHECKED]
    if not read:
        return _judged(claim, verdict=Verdict.SOURCE_UNAVAILABLE, checks=checks)
    together = alone[read[0]] if len(read) == 1 else _judge(statement, [copies[name] for name in read], checker)
    verdict, reason, code = together.verdict, together.reason, together.reason_code
    if verdict is Verdict.NOT_SUPPORTED and len(read) < len(checks):
        verdict, reason, code = Verdict.SOURCE_UNAVAILABLE, PARTLY_READ, PARTLY_READ_CODE
    return _judged(
        claim,
        verdict=verdict,
        reason=reason,
        reason_code=code,
        score=together.score,
        missing=together.missing,
        facts=together.facts,
        checks=checks,
    )


def _judge(statement: Statement, copies: Sequence[Copy], checker: Checker[Any]) -> Judgement:
    """Judge by what the pages show; what they hide counts only if it makes the statement supported."""
    pages = [copy.page for copy in copies if copy.page is not None]
    visible = checker.judge(statement, [page.shown for page in pages])
    if visible.verdict in _BY_QUOTE and _quotes_beside(visible, pages):
        return _by_article(visible, checker.judge(statement, [page.article for page in pages]))
    if visible.verdict is Verdict.SUPPORTED or all(page.whole is page.shown for page in pages):
        return visible
    return checker.supports(statement, [page.whole for page in pages]) or visible


def _quotes_beside(judgement: Judgement, pages: Sequence[IndexedPage]) -> bool:
    """Return whether the best quote of a judgement is beside the article of its page."""
    quotes = [(quote, page) for page, found in zip(pages, judgement.evidence, strict=True) for quote in found]
    if not quotes:
        return False
    best, page = max(quotes, key=lambda each: each[0].score)
    return page.is_beside(best.start)


def _by_article(judgement: Judgement, alone: Judgement) -> Judgement:
    """Return the judgement by the articles alone, as far as they say something; without them nothing is supported.

    Comments and teasers say much that the article does not; a reader who follows the citation reads the article.
    """
    if alone.verdict in _BY_QUOTE or judgement.verdict not in _MILDER:
        return alone
    return replace(judgement, verdict=Verdict.UNCLEAR, score=alone.score, reason=BESIDE, reason_code=BESIDE_CODE)


def milder(first: JudgedClaim, second: JudgedClaim) -> JudgedClaim:
    """Return that of two judgements, by two copies of the sources, which counts; its checks name the other copies.

    The milder verdict counts, the first of two alarms. If `second` is unfinished, so is the claim.
    """
    if second.unfinished:
        return second
    chosen, other = (second, first) if second.verdict in _MILDER else (first, second)
    others = {check.citation: check for check in other.checks}
    return replace(chosen, checks=tuple(_with_other(check, others[check.citation]) for check in chosen.checks))


def _with_other(check: Check, other: Check) -> Check:
    if other.status is not Status.CHECKED or other.capture is None or other.capture == check.capture:
        return check
    return replace(check, other=OtherCopy(capture=other.capture, verdict=other.verdict))


def _check(citation: str, obtained: LookupResult, judgement: Judgement | None) -> Check:
    """The check of one citation.

    A doubtful page (one that looks like a paywall, for example) counts only if it supports the claim, one with another
    title than the reference's also if it speaks of what the claim speaks of. A page that the checker cannot use (too
    short, in another language) counts as a page without text.
    """
    unread = None if judgement is not None and _counts(judgement, obtained.doubt) else obtained.doubt
    if judgement is not None and judgement.verdict is Verdict.SOURCE_UNAVAILABLE and unread is None:
        unread = Failure(status=Status.NO_TEXT, reason=judgement.reason or "the page holds no text to compare with")
    if judgement is None or unread is not None:
        return Check(
            citation=citation,
            status=unread.status if unread else obtained.status,
            verdict=Verdict.SOURCE_UNAVAILABLE,
            reason=unread.reason if unread else obtained.reason,
            capture=obtained.capture,
            parts=obtained.parts,
            tried=obtained.tried,
            fetched=obtained.fetched,
        )
    return Check(
        citation=citation,
        status=Status.CHECKED,
        verdict=judgement.verdict,
        reason=judgement.reason,
        reason_code=judgement.reason_code,
        score=judgement.score,
        capture=obtained.capture,
        parts=obtained.parts,
        evidence=judgement.evidence[0],
        missing=judgement.missing,
        facts=judgement.facts,
        tried=obtained.tried,
        fetched=obtained.fetched,
    )


def _counts(judgement: Judgement, doubt: Failure | None) -> bool:
    """Return whether a judgement by a doubtful page counts.

    A page of another title is the cited one if it speaks of the claim's matter: it denies it, says a part of it, or has
    two of its names and half of its details. Of 127 sentences of news articles with a changed number, 115 are
    contradicted by their own article; of 634 sentences and headlines beside another article none is, and none of those
    has two names.
    """
    if doubt is None or judgement.verdict is Verdict.SUPPORTED:
        return True
    if not doubt.by_title:
        return False
    found = [fact for fact in judgement.facts if fact.state is FactState.FOUND]
    names = sum(fact.kind is FactKind.NAME for fact in found)
    return judgement.verdict in _ON_THE_MATTER or (names >= _NAMES and 2 * len(found) >= len(judgement.facts))


def _judged(claim: Claim, **outcome: Any) -> JudgedClaim:
    return JudgedClaim(**{field.name: getattr(claim, field.name) for field in fields(Claim)}, **outcome)
