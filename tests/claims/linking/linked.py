"""Documents, read and linked, for the tests of this room."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Claim, Document, Link

LIST = "\n\n1. ^ First. http://a.example/1\n2. ^ Second. http://a.example/2\n3. ^ Third.\n"


def document(text: str, references: str = LIST) -> Document:
    return link(read(text + references, "article.txt", "text"), "article.txt")


def direct(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in document(text).claims if claim.link is Link.DIRECT]


def only(text: str, references: str = LIST) -> Claim:
    (claim,) = document(text, references).claims
    return claim
