"""Notes of one claim or a few, and an archive in this process that has a page at every address."""

from claims.records import Citation, Claim, Document, Link
from crawler.archives.interface import ArchivedResponse, CaptureRow
from tests.crawler.archive_files import article

SAID = "The harbour of Skarvik was dredged by Dutch engineers in 1934."


def note(number: int, *urls: str, text: str = SAID) -> Document:
    """A document whose every claim is `text`, one for each of the addresses."""
    citations = tuple(Citation(id=str(place), text="A page.", url=url) for place, url in enumerate(urls))
    claims = tuple(
        Claim(
            id=citation.id, text=text, sentence=text, context=text, start=0, end=len(text), line=1, section=None,
            link=Link.DIRECT, citations=(citation.id,),
        )
        for citation in citations
    )  # fmt: skip
    return Document(
        source=f"{number}.txt", format="text", title=None, language="en", as_of=None, text=text, blocks=(),
        citations=citations, claims=claims,
    )  # fmt: skip


class FakeArchive:
    """An archive that holds one page at every address, and answers as its `answer` allows."""

    name = "fake"

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def captures(self, url: str, near: str | None) -> tuple[CaptureRow, ...]:
        self.asked.append(url)
        await self.answer(url)
        return (CaptureRow(url=url, timestamp="20200301120000", status=200, media_type=None, digest=None, key=""),)

    async def fetch(self, row: CaptureRow) -> ArchivedResponse:
        headers = {"content-type": "text/html"}
        return ArchivedResponse(url=row.url, timestamp=row.timestamp, status=200, headers=headers, body=article(SAID))

    async def answer(self, url: str) -> None:
        """Return when the answer to a question about `url` may be given."""
