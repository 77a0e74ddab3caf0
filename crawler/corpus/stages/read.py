"""The second stage: documents to rows of documents, claims and citations; the citations are sent to be looked up."""

import hashlib
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from claims.errors import InputError
from claims.records import Citation, Document
from claims.references.bibliographies.source_entry import SourceEntry
from crawler.corpus import files
from crawler.corpus.engines.pacing import Paces
from crawler.corpus.inputs.raw_documents import RawDocument
from crawler.corpus.job import Plan, Stage
from crawler.corpus.manifest import Done, mark
from crawler.corpus.stages import exchange
from crawler.corpus.stages.records import Asked, CitingClaim, WantedPage
from crawler.corpus.tables import CITATIONS, CLAIMS, DOCUMENTS, Row
from crawler.documents.read_documents import bibliography, completed, from_bytes, from_network
from crawler.documents.records import RemoteDocument
from crawler.lookup.capture_selection import asked_pages, cited_pages, wanted_time
from crawler.settings import Settings
from crawler.urls import host_of, surt_key


def read_part(plan: Plan, part: int, paces: Paces) -> None:
    """Read the documents of a partition. One that cannot be read is a row with its error.

    Raises:
        OSError: the partition cannot be read or written.
        InputError: the bibliography cannot be read.
    """
    began, settings = time.process_time(), plan.job.settings
    known = bibliography(settings.sources)
    documents: list[Row] = []
    claims: list[Row] = []
    citations: list[Row] = []
    sent: defaultdict[int, list[Asked]] = defaultdict(list)
    wanted: set[tuple[str, int]] = set()
    name, file = plan.documents(part)
    for number, raw in enumerate(exchange.receive([file], 0, RawDocument)):
        key = f"{part:05d}-{number:05d}"
        read = _read(raw, known, settings)
        if isinstance(read, str):
            documents.append({"document": key, "source": raw.name, "title": raw.title, "error": read})
            continue
        documents.append(_document_row(key, read))
        claims += [{"document": key, "claim": n} | msgspec.to_builtins(claim) for n, claim in enumerate(read.claims)]
        citations += [_citation_row(key, citation, read.as_of) for citation in read.citations]
        for asked in _asked(key, part, read):
            bucket = _bucket(asked, plan.buckets)
            sent[bucket].append(asked)
            if plan.index_files:
                wanted |= {(surt_key(page.url), bucket) for page in asked_pages(asked.citation, by_key=True)}
    DOCUMENTS.write(plan.out, part, documents)
    CLAIMS.write(plan.out, part, claims)
    CITATIONS.write(plan.out, part, citations)
    exchange.send(plan.sent("asked", part), sent, plan.buckets)
    if plan.index_files:
        pages = [WantedPage(key=key, bucket=bucket) for key, bucket in sorted(wanted)]
        exchange.send(plan.sent("wanted", part), {0: pages}, 1)
    errors = sum(row.get("error") is not None for row in documents)
    counts = {
        "documents": len(documents), "claims": len(claims), "citations": len(citations), "errors": errors,
        "look_ups": len({asked.lookup for bucket in sent.values() for asked in bucket}),
    }  # fmt: skip
    seconds = time.process_time() - began
    mark(plan.out, Done(stage=Stage.READ, part=part, input=name, code=plan.job.code, seconds=seconds, counts=counts))


def _read(raw: RawDocument, known: tuple[SourceEntry, ...], settings: Settings) -> Document | str:
    """Return a document, or why it cannot be read."""
    if raw.error is not None:
        return raw.error
    try:
        if raw.path is not None:
            read = from_bytes(files.read(raw.path), raw.path, settings)
        else:
            read = from_network(
                RemoteDocument(
                    name=raw.name, text=raw.text, input_format=raw.input_format, title=raw.title,
                    revision=raw.revision, day=raw.day,
                ),
                settings,
            )  # fmt: skip
        return completed(read.document, known, settings)
    except InputError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - one document of millions must not end the run
        return f"citewatch failed on this document: {error!r}"


def _document_row(key: str, document: Document) -> Row:
    row: Row = msgspec.to_builtins(document)
    return row | {"document": key, "claims": len(document.claims), "citations": len(document.citations)}


def _citation_row(key: str, citation: Citation, as_of: str | None) -> Row:
    row: Row = msgspec.to_builtins(citation)
    own = {"document": key, "lookup": lookup_key(citation, as_of), "host": host_of(citation.url or "") or None}
    return row | own


def lookup_key(citation: Citation, as_of: str | None) -> str:
    """Return the name of the look-up of a citation in a document of the day `as_of`.

    The entry's number, page and quotation change nothing of what is found.
    """
    asked = msgspec.msgpack.encode((replace(citation, id="", page=None, quote=None), as_of))
    return hashlib.sha256(asked).hexdigest()[:16]


def _asked(key: str, part: int, document: Document) -> Iterator[Asked]:
    """Yield the citations that claims of a document use."""
    alone: defaultdict[str, list[CitingClaim]] = defaultdict(list)
    shared: set[str] = set()
    for place, claim in enumerate(document.claims):
        cited = set(claim.citations)
        if len(cited) == 1:
            alone[claim.citations[0]].append(CitingClaim(place=place, claim=claim))
        else:
            shared |= cited
    for citation in document.citations:
        if citation.id in alone or citation.id in shared:
            lookup, pages = lookup_key(citation, document.as_of), cited_pages(citation)
            yield Asked(
                page=surt_key(pages[0].url) if pages else lookup,
                wanted=wanted_time(citation, document.as_of).near or "",
                lookup=lookup, part=part, document=key, source=document.source, title=document.title,
                as_of=document.as_of, citation=citation, claims=tuple(alone[citation.id]),
                shared=citation.id in shared,
            )  # fmt: skip


def _bucket(asked: Asked, buckets: int) -> int:
    return int.from_bytes(hashlib.sha256(asked.page.encode()).digest()[:8], "big") % buckets
