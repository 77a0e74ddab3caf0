"""From the rows of a corpus back to judged documents, as `verify` would have made them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec
import pyarrow.parquet as pq

from claims.errors import InputError
from claims.records import Excerpt, JudgedDocument
from crawler.corpus import files
from crawler.corpus.inputs.selection import normal_title
from crawler.corpus.tables import CHECKS, CITATIONS, CLAIMS, DOCUMENTS, SOURCES, VERDICTS, Row
from crawler.stages.excerpts import Excerpts


def judged_documents(out: str, part: int, wanted: str | None = None) -> Iterator[JudgedDocument]:
    """Yield the documents of one partition of the corpus at `out` that could be read, or only that with a key.

    Raises:
        OSError: a table cannot be read.
    """
    rows = {table: _by_document(table.read(out, part)) for table in (CITATIONS, CLAIMS, CHECKS, VERDICTS)}
    for row in DOCUMENTS.read(out, part):
        key = row["document"]
        if row["error"] is None and wanted in (None, key):
            claims = _claims(rows[CLAIMS][key], rows[VERDICTS][key], rows[CHECKS][key])
            yield msgspec.convert(row | {"citations": rows[CITATIONS][key], "claims": claims}, JudgedDocument)


def find_document(out: str, name: str) -> JudgedDocument:
    """Return the document with this name, title or key, with excerpts of its sources where the corpus has their texts.

    Raises:
        InputError: there is none, or it could not be read.
        OSError: a table cannot be read.
    """
    for part in DOCUMENTS.parts(out):
        for row in DOCUMENTS.read(out, part, ["document", "source", "title", "error"]):
            if name not in (row["document"], row["source"]) and normal_title(name) != row["title"]:
                continue
            if row["error"] is not None:
                raise InputError(row["error"], place=row["source"])
            (document,) = judged_documents(out, part, row["document"])
            texts = _texts(out, part, row["document"])
            return replace(document, excerpts=tuple(_excerpts(document, texts)))
    mend = "Its table `documents` lists them."
    raise InputError("the corpus has no document of this name or title.", place=name, mend=mend)


def _texts(out: str, part: int, key: str) -> dict[str, str]:
    """Return the texts of the sources of a document by the ids of its citations, where the corpus has them."""
    cited = {row["id"]: row["lookup"] for row in CITATIONS.read(out, part, ["document", "id", "lookup"])
             if row["document"] == key}  # fmt: skip
    texts: dict[str, str] = {}
    for bucket in SOURCES.parts(out):
        with files.opened(SOURCES.path(out, bucket)) as file:
            wanted = [("lookup", "in", set(cited.values())), ("text", "!=", "")]
            rows = pq.read_table(file, columns=["lookup", "text"], filters=wanted).to_pylist()
        texts |= {row["lookup"]: row["text"] for row in rows}
    return {name: texts[lookup] for name, lookup in cited.items() if lookup in texts}


def _excerpts(document: JudgedDocument, texts: Mapping[str, str]) -> list[Excerpt]:
    """Cut the excerpts that `verify` would have kept of the sources, in their order."""
    excerpts = Excerpts(all_whole=False)
    for claim in document.claims:
        if not any(check.other for check in claim.checks):  # the texts are those of the first copies
            excerpts.note(claim)
    for citation, text in texts.items():
        excerpts.take(citation, text)
    return excerpts.cut


def _by_document(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[row["document"]].append(row)
    return found


def _claims(claims: Sequence[Row], verdicts: Sequence[Row], checks: Sequence[Row]) -> list[Row]:
    """Return the rows of judged claims: those of claims with their verdicts and checks."""
    checked = defaultdict(list)
    for check in checks:
        checked[check["claim"]].append(check)
    judged = {row["claim"]: row for row in verdicts}
    return [row | judged[row["claim"]] | {"checks": checked[row["claim"]]} for row in claims]
