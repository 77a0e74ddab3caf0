"""Reports made of records, for the tests of every format: on the lighthouse, and of hostile text."""

from dataclasses import replace

from claims.records import (
    Attempt,
    Block,
    BlockKind,
    Check,
    Citation,
    Evidence,
    Fact,
    FactKind,
    FactState,
    JudgedClaim,
    JudgedDocument,
    Link,
    Report,
    Status,
    Tool,
    Verdict,
)
from reports.view.summary import summarise
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE
from tests.reports.lighthouse_text import COURIER, CREW


def report(*documents: JudgedDocument) -> Report:
    """A report on `documents`, at fixed times."""
    return Report(
        schema_version=2,
        tool=Tool(name="citewatch", version="0.1.0", checker="words 1"),
        started="2026-01-01T00:00:00Z",
        finished="2026-01-01T00:02:09Z",
        archives=("wayback", "skerries.warc.gz"),
        documents=documents,
        summary=summarise(documents),
    )


def lighthouse() -> Report:
    """The report on the lighthouse alone."""
    return report(LIGHTHOUSE)


def every_verdict() -> Report:
    """The lighthouse with a claim of each verdict: the height contradicted, the oil unsupported, the crew unclear."""
    verdicts = {CLAIMS[1].id: Verdict.CONTRADICTED, CLAIMS[2].id: Verdict.NOT_SUPPORTED, CREW_ID: Verdict.UNCLEAR}
    return report(replace(LIGHTHOUSE, claims=tuple(_judged(claim, verdicts.get(claim.id)) for claim in CLAIMS)))


def _judged(claim: JudgedClaim, verdict: Verdict | None) -> JudgedClaim:
    """The claim with another verdict, as the judge would give it."""
    if verdict is None:
        return claim
    check = replace(claim.checks[0], verdict=verdict, missing=(), score=0.2)
    return replace(claim, verdict=verdict, missing=(), score=0.2, checks=(check,), citations=claim.citations[:1])


CREW_ID = next(claim.id for claim in CLAIMS if claim.text == CREW)


def saying(text: str, quote: str = "quoted") -> JudgedDocument:
    """A document in which everything that comes from outside is `text`, and the evidence `quote`: for hostile input."""
    capture = replace(COURIER, url=text, memento=text, rule=text, archive=text)
    evidence = Evidence(quote=quote, start=0, end=len(quote), score=0.5, before=text, after=text)
    attempt = Attempt(url=text, timestamp=text, archive=text, status=Status.SOFT_404, reason=text)
    check = Check(
        citation=text,
        status=Status.CHECKED,
        verdict=Verdict.NOT_SUPPORTED,
        reason=text,
        score=0.1,
        capture=capture,
        evidence=(evidence,),
        missing=(text,),
        facts=(Fact(kind=FactKind.NAME, text=text, start=0, end=len(text), state=FactState.MISSING, found=text),),
        tried=(attempt,),
        fetched=text,
    )
    judged = JudgedClaim(
        id=text,
        text=text,
        sentence=text,
        context=text,
        start=0,
        end=len(text),
        line=1,
        section=text,
        link=Link.DIRECT,
        citations=(text,),
        lead=text,
        verdict=Verdict.NOT_SUPPORTED,
        score=0.1,
        missing=(text,),
        facts=check.facts,
        checks=(check,),
    )
    citation = Citation(
        id=text, text=text, title=text, authors=(text,), publisher=text, date=text, access_date=text,
        archive_date=text, url=text, archive_url=text, doi=text, urls=(text,),
    )  # fmt: skip
    return JudgedDocument(
        source=text,
        format="plain",
        title=text,
        language=text,
        as_of=text,
        text=text,
        blocks=(Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH),),
        citations=(citation,),
        claims=(judged,),
        notes=(text,),
    )
