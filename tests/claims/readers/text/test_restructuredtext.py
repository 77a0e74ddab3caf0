"""reStructuredText: footnotes, hyperlinks, and what is no text."""

from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link


def document(text: str) -> Document:
    return link(read(text, "pep.rst"), "pep.rst")


def direct(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.text, claim.citations) for claim in document(text).claims if claim.link is Link.DIRECT]


def test_footnotes_are_citations_with_the_url_of_their_text() -> None:
    found = document(
        "It was signed [1]_. It grew [#kim]_.\n\n.. [1] Kyodo\n   https://a.example/k\n\n.. [#kim] UB Post\n"
    )
    assert [claim.citations for claim in found.claims] == [("1",), ("kim",)]
    assert [citation.url for citation in found.citations] == ["https://a.example/k", None]


def test_hyperlinks_cite_for_their_sentence_where_there_are_no_footnotes() -> None:
    text = "As `Kyodo <https://a.example/k>`_ says, it was signed. It grew, says UB_.\n\n.. _UB: https://a.example/u\n"
    assert direct(text) == [("As Kyodo says, it was signed.", ("link 1",)), ("It grew, says UB.", ("link 2",))]


def test_headings_fields_comments_and_literal_blocks_are_no_claims() -> None:
    body = "It runs well [1]_::\n\n    x[0] = This is code, not a claim.\n\n.. a comment of some length.\n\n.. [1] K.\n"
    text = f"PEP: 1\nTitle: Scopes\n\nAbstract\n========\n\n{body}"
    found = document(text)
    assert (found.title, [claim.text for claim in found.claims]) == ("Scopes", ["It runs well:"])
    assert [citation.id for citation in found.citations] == ["1"]


def test_lines_are_those_of_the_file() -> None:
    assert [claim.line for claim in document("T\n=\n\nIt was\nsigned [1]_.\n\n.. [1] K.\n").claims] == [5]
