"""The article on an invented lighthouse: its text, its references, the copies that were read, its sentences."""

from claims.records import (
    Block,
    BlockKind,
    Capture,
    Citation,
    UrlFrom,
)

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


LIT = "It was first lit on 14 October 1871 and is 31 metres tall."
OIL = "The lamp burned rape oil until 1887, when paraffin took its place."
FALK = "Ingrid Falk kept the station from 1903 to 1931, longer than anyone else."
LOGBOOKS = "Her logbooks are held by the Sundvik Museum."
STORM = "A storm in 1922 washed away the boathouse,"
STOOD = "while the tower stood unharmed."
AUTOMATED = "The light was automated in 1964."
CREW = "The last crew left on 2 May 1964,"
CLUB = "and the dwellings were sold to a sailing club."


def blocks() -> tuple[Block, ...]:
    """The blocks of `TEXT`."""
    found = []
    for kind, text in PARAGRAPHS:
        start = TEXT.index(text)
        if kind in (BlockKind.TITLE, BlockKind.HEADING):
            start = TEXT.index(f"{text}\n\n")
        found.append(Block(start=start, end=start + len(text), kind=kind))
    return tuple(found)
