"""A corpus to measure on: varied documents made of the real ones in `shared/data/documents`, and a crawl of pages.

Each document is a stretch of a real one, with its citations, some numbers changed and a title of its own. The pages are
of our own making: they say what the claims that cite them say, or another number, or something else, between paragraphs
of other documents. A fixed seed gives the same files each time.
"""

import html
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.data import DOCUMENTS
from claims.errors import CitewatchError
from claims.records import Citation, Claim, Document
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings

SEED = 20261128
FOLDERS = ("wikitext", "plaintext", "markdown")
CLAIMS = (2, 5)
"""How many cited claims a document has: a few paragraphs of an article."""
UNCAPTURED = 0.1
TIME = "2019-06-01T12:00:00Z"
_NUMBER = re.compile(r"\b\d{2,}\b")


def make_corpus(folder: Path, documents: int, pages: int) -> tuple[Path, Path, int]:
    """Write so many documents, and a WARC of at most so many pages that they cite.

    Returns:
        the folder of the documents, the WARC, and how many pages are in it.
    """
    chance = random.Random(SEED)
    real = list(_real())
    written = folder / "documents"
    written.mkdir(parents=True)
    citing: defaultdict[str, list[str]] = defaultdict(list)
    for number in range(documents):
        base = chance.choice(real)
        text = _varied(base, number, chance, citing)
        (written / f"{number:05d}.wikitext").write_text(text, encoding="utf-8")
    addresses = [url for url in sorted(citing) if chance.random() >= UNCAPTURED][:pages]
    archive = folder / "crawl.warc.gz"
    _write_warc(archive, addresses, citing, real, chance)
    return written, archive, len(addresses)


def _real() -> Iterator[Document]:
    for folder in FOLDERS:
        for path in sorted((DOCUMENTS / folder).iterdir()):
            try:
                document = read_documents([str(path)], Settings())[0].document
            except CitewatchError:
                continue
            if sum(bool(_cited(claim, document)) for claim in document.claims) >= CLAIMS[0]:
                yield document


def _cited(claim: Claim, document: Document) -> list[Citation]:
    by_id = {citation.id: citation for citation in document.citations}
    return [by_id[name] for name in dict.fromkeys(claim.citations) if by_id[name].url]


def _varied(base: Document, number: int, chance: random.Random, citing: defaultdict[str, list[str]]) -> str:
    """Return a stretch of a document as wikitext, and note what its claims say of the pages that they cite."""
    claims = [claim for claim in base.claims if _cited(claim, base)]
    wanted = min(len(claims), chance.randint(*CLAIMS))
    first = chance.randrange(len(claims) - wanted + 1)
    paragraphs = [f"'''Varied {number}''' is made of “{base.title or base.source.rpartition('/')[2]}”."]
    for claim in claims[first : first + wanted]:
        sentence = " ".join(claim.sentence.split())
        if chance.random() < 0.2:
            sentence = _other_number(sentence, chance)
        notes = ""
        for citation in _cited(claim, base):
            citing[citation.url or ""].append(sentence)
            notes += _note(citation)
        paragraphs.append(html.escape(sentence, quote=False).replace("[", "(").replace("{", "(") + notes)
    return "\n\n".join(paragraphs) + "\n\n== References ==\n{{reflist}}\n"


def _note(citation: Citation) -> str:
    fields = {
        "url": citation.url, "title": citation.title or "A page", "date": citation.date,
        "access-date": citation.access_date, "publisher": citation.publisher,
    }  # fmt: skip
    said = "".join(f" |{name}={_plain(value)}" for name, value in fields.items() if value)
    return f"<ref>{{{{cite web{said}}}}}</ref>"


def _plain(value: str) -> str:
    return re.sub(r"[{}\[\]|<>\n]", " ", value).strip()


def _other_number(text: str, chance: random.Random) -> str:
    return _NUMBER.sub(lambda found: str(int(found[0]) + chance.randint(1, 40)), text, count=1)


def _write_warc(
    path: Path,
    addresses: Sequence[str],
    citing: defaultdict[str, list[str]],
    real: Sequence[Document],
    chance: random.Random,
) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url in addresses:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", payload=BytesIO(_page(citing[url], real, chance)), http_headers=headers,
                warc_headers_dict={"WARC-Date": TIME},
            )  # fmt: skip
            writer.write_record(record)
            record.raw_stream.close()


def _page(said: Sequence[str], real: Sequence[Document], chance: random.Random) -> bytes:
    """Return a page with filler of two documents, and sentences that support some of what is said of it."""
    paragraphs = []
    for document in chance.sample(real, 2):
        blocks = [document.text[block.start : block.end] for block in document.blocks]
        long = [" ".join(text.split()) for text in blocks if len(text) > 200]
        paragraphs += chance.sample(long, min(len(long), chance.randint(4, 10)))
    for sentence in dict.fromkeys(said):
        fate = chance.random()
        if fate < 0.6:
            paragraphs.append(sentence)
        elif fate < 0.8:
            paragraphs.append(_other_number(sentence, chance))
    chance.shuffle(paragraphs)
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    title = html.escape((paragraphs or ["A page"])[0][:60])
    return (
        f"<!doctype html><html lang=en><title>{title}</title><body><nav><ul>{links}</ul></nav><article><h1>{title}</h1>"
        f"{body}</article><footer>Made for a measurement</footer></body></html>"
    ).encode()
