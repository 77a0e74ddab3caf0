"""Reports made of records, for the tests of every format: an article on an invented lighthouse, every outcome in it."""

import re
from dataclasses import replace

from claims.records import (
    Attempt,
    Block,
    BlockKind,
    Capture,
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
    UrlFrom,
    Verdict,
)
from reports.summary import summarise

PARAGRAPHS = (
    (BlockKind.TITLE, "Skarvholm Lighthouse"),
    (
        BlockKind.PARAGRAPH,
        "Skarvholm Lighthouse is a stone tower on the islet of Skarvholm. It was first lit on 14 October 1871 and "
        "is 31 metres tall. The lamp burned rape oil until 1887, when paraffin took its place.",
    ),
    (BlockKind.HEADING, "Keepers"),
    (
        BlockKind.PARAGRAPH,
        "Four keepers served at a time, and their families lived on the mainland. Ingrid Falk kept the station from "
        "1903 to 1931, longer than anyone else. Her logbooks are held by the Sundvik Museum. "
        "A storm in 1922 washed away the boathouse, while the tower stood unharmed.",
    ),
    (BlockKind.HEADING, "Automation"),
    (
        BlockKind.PARAGRAPH,
        "The light was automated in 1964. The last crew left on 2 May 1964, and the dwellings were sold to a sailing "
        "club. Visitors are rowed out on Sundays in July.",
    ),
)
TEXT = "\n\n".join(text for _, text in PARAGRAPHS)

CITATIONS = (
    Citation(
        id="1",
        text="“Skarvholm fyr 150 år”. Sundvik Courier. 14 October 2021. Retrieved 2022-03-01.",
        title="Skarvholm fyr 150 år",
        publisher="Sundvik Courier",
        date="2021-10-14",
        access_date="2022-03-01",
        url="https://courier.example/skarvholm-150",
        url_from=UrlFrom.REFERENCE,
        urls=("https://courier.example/skarvholm-150",),
    ),
    Citation(
        id="2",
        text="Lights of the Northern Skerries. Coastal Board, list of lights, 1998.",
        title="Lights of the Northern Skerries",
        url="https://lights.example/list?n=212&lang=en",
        url_from=UrlFrom.SOURCES_FILE,
        urls=("https://lights.example/list?n=212&lang=en",),
    ),
    Citation(id="3", text="Falk, I. Logbooks, 1903–1931. Sundvik Museum, box 14."),
    Citation(
        id="4",
        text="“The storm of 1922”. Weather Annals. Archived from the original on 2009-06-03.",
        title="The storm of 1922",
        archive_date="2009-06-03",
        url="http://weather.example/annals/1922",
        archive_url="https://web.archive.org/web/20090603000000/http://weather.example/annals/1922",
        url_from=UrlFrom.REFERENCE,
        urls=("http://weather.example/annals/1922",),
    ),
    Citation(
        id="5",
        text="Lindqvist, Oda (2004). Unmanned: the end of lighthouse keeping. doi:10.9999/unmanned.2004.",
        title="Unmanned: the end of lighthouse keeping",
        authors=("Lindqvist, Oda",),
        date="2004",
        doi="10.9999/unmanned.2004",
        url="https://doi.org/10.9999/unmanned.2004",
        url_from=UrlFrom.IDENTIFIER,
        urls=("https://doi.org/10.9999/unmanned.2004",),
    ),
    Citation(id="9", text="", broken=True),
)

COURIER = Capture(
    url="https://courier.example/skarvholm-150",
    timestamp="20220305081530",
    archive="wayback",
    memento="https://web.archive.org/web/20220305081530/https://courier.example/skarvholm-150",
    digest="sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
    days_from_access=4,
    rule="nearest to the day the author read the page (2022-03-01)",
)
LIGHTS = Capture(
    url="https://lights.example/list?n=212&lang=en",
    timestamp="19990117000000",
    archive="skerries.warc.gz",
    digest="sha1:QLFYYTRTVXJRVBOQWDVNZBRSVKZ4SGTP",
    rule="nearest to the day the source was published (1998)",
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


LIT = "It was first lit on 14 October 1871 and is 31 metres tall."
OIL = "The lamp burned rape oil until 1887, when paraffin took its place."
FALK = "Ingrid Falk kept the station from 1903 to 1931, longer than anyone else."
LOGBOOKS = "Her logbooks are held by the Sundvik Museum."
STORM = "A storm in 1922 washed away the boathouse,"
STOOD = "while the tower stood unharmed."
AUTOMATED = "The light was automated in 1964."
CREW = "The last crew left on 2 May 1964,"
CLUB = "and the dwellings were sold to a sailing club."

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


def blocks() -> tuple[Block, ...]:
    """The blocks of `TEXT`."""
    found = []
    for kind, text in PARAGRAPHS:
        start = TEXT.index(text)
        if kind in (BlockKind.TITLE, BlockKind.HEADING):
            start = TEXT.index(f"{text}\n\n")
        found.append(Block(start=start, end=start + len(text), kind=kind))
    return tuple(found)


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


def report(*documents: JudgedDocument) -> Report:
    """A report on `documents`, at fixed times."""
    return Report(
        schema_version=1,
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
