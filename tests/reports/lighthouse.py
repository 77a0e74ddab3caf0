"""The article on the lighthouse, judged: every outcome is in it."""

import re

from claims.records import (
    Attempt,
    Check,
    Evidence,
    Fact,
    FactKind,
    FactState,
    JudgedClaim,
    JudgedDocument,
    Link,
    Status,
    Verdict,
)
from tests.reports.lighthouse_text import (
    AUTOMATED,
    CITATIONS,
    CLUB,
    COURIER,
    CREW,
    FALK,
    LIGHTS,
    LIT,
    LOGBOOKS,
    OIL,
    PARAGRAPHS,
    STOOD,
    STORM,
    TEXT,
    blocks,
)


def claim(text: str, *, citations: tuple[str, ...] = (), verdict: Verdict, section: str | None, **more: object):
    """A judged claim at the place where `text` stands in the article."""
    start = TEXT.index(text)
    paragraph = next(part for _, part in PARAGRAPHS if text in part)
    sentence = next(part for part in re.split(r"(?<=\.) ", paragraph) if text in part)
    fields = {
        "id": f"{start:04x}{len(text):04x}",
        "text": text,
        "sentence": sentence,
        "context": sentence,
        "start": start,
        "end": start + len(text),
        "line": 1 + TEXT.count("\n", 0, start + len(text)),
        "column": start + len(text) - TEXT.rfind("\n", 0, start + len(text)) if citations else None,
        "section": section,
        "link": Link.DIRECT if citations else Link.NONE,
        "citations": citations,
        "verdict": verdict,
    }
    return JudgedClaim(**{**fields, **more})


def fact(claim_text: str, text: str, kind: FactKind, state: FactState, found: str | None = None) -> Fact:
    """A detail of a claim, at its place in the claim's text."""
    start = claim_text.index(text)
    return Fact(kind=kind, text=text, start=start, end=start + len(text), state=state, found=found)


LIT_FACTS = (
    fact(LIT, "14 October 1871", FactKind.DATE, FactState.FOUND, "14 October 1871"),
    fact(LIT, "31", FactKind.NUMBER, FactState.CONTRADICTED, "27 metres"),
)
FALK_FACTS = (
    fact(FALK, "Ingrid Falk", FactKind.NAME, FactState.FOUND, "Ingrid Falk"),
    fact(FALK, "1903", FactKind.DATE, FactState.FOUND, "1903"),
    fact(FALK, "1931", FactKind.DATE, FactState.MISSING),
)

CLAIMS = (
    claim(
        "Skarvholm Lighthouse is a stone tower on the islet of Skarvholm.",
        verdict=Verdict.SUPPORTED,
        section=None,
        link=Link.TRAILING,
        citations=("1", "2"),
        score=0.88,
    ),
    claim(
        LIT,
        citations=("1", "2"),
        verdict=Verdict.NOT_SUPPORTED,
        section=None,
        score=0.07,
        missing=("31",),
        facts=LIT_FACTS,
        checks=(
            Check(
                citation="1",
                status=Status.CHECKED,
                verdict=Verdict.NOT_SUPPORTED,
                reason="the page gives another height",
                score=0.07,
                capture=COURIER,
                evidence=(
                    Evidence(
                        quote="On 14 October 1871 the lamp was lit for the first time, 27 metres above the rock.",
                        start=410,
                        end=491,
                        score=0.9,
                        before="The tower took three summers to build. ",
                        after=" Half the parish rowed out to see it.",
                    ),
                ),
                missing=("31",),
                facts=LIT_FACTS,
            ),
            Check(
                citation="2",
                status=Status.CHECKED,
                verdict=Verdict.PARTIALLY_SUPPORTED,
                score=0.31,
                capture=LIGHTS,
                evidence=(
                    Evidence(
                        quote="Skarvholm. Lit 1871. Stone tower, height 27 m.",
                        start=88,
                        end=134,
                        score=0.5,
                        before="No. 212. ",
                        after=" Fl W 10s.",
                    ),
                ),
                missing=("14 October", "31"),
            ),
        ),
    ),
    claim(
        OIL,
        citations=("1",),
        verdict=Verdict.SUPPORTED,
        section=None,
        score=0.94,
        facts=(fact(OIL, "1887", FactKind.DATE, FactState.FOUND, "1887"),),
        checks=(
            Check(
                citation="1",
                status=Status.CHECKED,
                verdict=Verdict.SUPPORTED,
                score=0.94,
                capture=COURIER,
                evidence=(
                    Evidence(
                        quote="Rape oil fed the flame until 1887; after that it was paraffin.",
                        start=640,
                        end=702,
                        score=0.95,
                        before="The keepers hauled every barrel up by hand. ",
                        after=" Electricity came only after the war.",
                    ),
                ),
            ),
        ),
    ),
    claim(
        "Four keepers served at a time, and their families lived on the mainland.",
        verdict=Verdict.UNCITED,
        section="Keepers",
    ),
    claim(
        FALK,
        citations=("2",),
        verdict=Verdict.PARTIALLY_SUPPORTED,
        section="Keepers",
        score=0.42,
        missing=("1931",),
        facts=FALK_FACTS,
        checks=(
            Check(
                citation="2",
                status=Status.CHECKED,
                verdict=Verdict.PARTIALLY_SUPPORTED,
                score=0.42,
                capture=LIGHTS,
                evidence=(
                    Evidence(
                        quote="Keeper from 1903: Ingrid Falk.",
                        start=160,
                        end=190,
                        score=0.6,
                        before="Fl W 10s. ",
                        after=" Boat landing on the lee side.",
                    ),
                ),
                missing=("1931",),
                facts=FALK_FACTS,
            ),
        ),
    ),
    claim(
        LOGBOOKS,
        citations=("3",),
        verdict=Verdict.SOURCE_UNAVAILABLE,
        section="Keepers",
        checks=(
            Check(
                citation="3",
                status=Status.NO_URL,
                verdict=Verdict.SOURCE_UNAVAILABLE,
                reason="the reference gives no address, and none was found for it",
            ),
        ),
    ),
    claim(
        STORM,
        citations=("4",),
        verdict=Verdict.SOURCE_UNAVAILABLE,
        section="Keepers",
        checks=(
            Check(
                citation="4",
                status=Status.SOFT_404,
                verdict=Verdict.SOURCE_UNAVAILABLE,
                reason="every capture near 2009-06-03 shows the site's not-found page",
                tried=(
                    Attempt(
                        url="http://weather.example/annals/1922",
                        timestamp="20090603000000",
                        archive="wayback",
                        status=Status.SOFT_404,
                        reason="titled “Page not found”",
                    ),
                    Attempt(
                        url="http://weather.example/annals/1922",
                        timestamp="20110102030405",
                        archive="wayback",
                        status=Status.ERROR_CAPTURE,
                        reason="the archived answer is 503",
                    ),
                ),
            ),
        ),
    ),
    claim(
        STOOD,
        citations=("9",),
        verdict=Verdict.SOURCE_UNAVAILABLE,
        section="Keepers",
        checks=(
            Check(
                citation="9",
                status=Status.NO_URL,
                verdict=Verdict.SOURCE_UNAVAILABLE,
                reason="the document has no entry for this marker",
            ),
        ),
    ),
    claim(
        AUTOMATED,
        citations=("5",),
        verdict=Verdict.SOURCE_UNAVAILABLE,
        section="Automation",
        checks=(
            Check(
                citation="5",
                status=Status.THROTTLED,
                verdict=Verdict.SOURCE_UNAVAILABLE,
                reason="the archive asked to be left alone for 60 seconds, five times over",
            ),
        ),
    ),
    claim(
        CREW,
        citations=("1",),
        verdict=Verdict.SUPPORTED,
        section="Automation",
        score=0.97,
        checks=(
            Check(
                citation="1",
                status=Status.CHECKED,
                verdict=Verdict.SUPPORTED,
                score=0.97,
                capture=COURIER,
                evidence=(
                    Evidence(quote="On 2 May 1964 the last crew locked the door.", start=900, end=944, score=0.97),
                ),
            ),
        ),
    ),
    claim(
        CLUB,
        citations=("1",),
        verdict=Verdict.SUPPORTED,
        section="Automation",
        score=0.91,
        checks=(
            Check(
                citation="1",
                status=Status.CHECKED,
                verdict=Verdict.SUPPORTED,
                score=0.91,
                capture=COURIER,
                evidence=(
                    Evidence(
                        quote="A sailing club bought the keepers’ houses for a song.", start=945, end=998, score=0.9
                    ),
                ),
            ),
        ),
    ),
    claim("Visitors are rowed out on Sundays in July.", verdict=Verdict.UNCITED, section="Automation"),
)


LIGHTHOUSE = JudgedDocument(
    source="skarvholm.txt",
    format="plain",
    title="Skarvholm Lighthouse",
    language="en",
    as_of="2022-04-01",
    text=TEXT,
    blocks=blocks(),
    citations=CITATIONS,
    claims=CLAIMS,
    notes=("Marker [9] has no entry in the reference list.",),
)
