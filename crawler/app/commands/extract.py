"""`citewatch extract`: print the claims of documents with their citations, one JSON object a line."""

import sys
from collections.abc import Sequence

import msgspec

from claims.records import Claim, Document
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings
from reports.text.sanitising import clean


def run(inputs: Sequence[str], settings: Settings) -> int:
    """Print every claim of `inputs`, in reading order, to standard output.

    Returns:
        the exit status 0.

    Raises:
        claims.errors.UsageError: an input cannot be read.
    """
    for document in (read.document for read in read_documents(inputs, settings)):
        for note in document.notes:
            print(clean(f"{document.source}: {note}"), file=sys.stderr)
        for claim in document.claims:
            sys.stdout.buffer.write(line(document, claim))
    sys.stdout.flush()
    return 0


def line(document: Document, claim: Claim) -> bytes:
    """Return one line of JSON: `claim` with its citations in place and the name of its document."""
    entries = {citation.id: citation for citation in document.citations}
    expanded = msgspec.to_builtins(claim) | {
        "document": document.source,
        "citations": [msgspec.to_builtins(entries[name]) for name in claim.citations],
    }
    return msgspec.json.encode(expanded) + b"\n"
