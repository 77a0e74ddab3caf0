"""The document that the project was made from, read and linked."""

from collections import Counter

import pytest

from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import read
from claims.records import Document, Link, UrlFrom
from tests.shared import shared


@pytest.fixture(scope="module")
def seed() -> Document:
    path = shared("seed/mongolia-north-korea-relations.txt")
    return link(read(decode(path.read_bytes(), path.name), path.name), path.name)


def test_the_list_gives_eight_citations(seed: Document) -> None:
    assert [citation.id for citation in seed.citations] == list("12345678")
    assert not any(citation.broken for citation in seed.citations)


def test_eleven_claims_are_cited_directly_with_their_references(seed: Document) -> None:
    cited = Counter(name for claim in seed.claims if claim.link is Link.DIRECT for name in claim.citations)
    assert cited == {"1": 3, "2": 2, "3": 1, "4": 1, "5": 1, "6": 1, "7": 1, "8": 1}


def test_every_claim_is_at_its_offsets_in_a_text_without_markers(seed: Document) -> None:
    assert all(seed.text[claim.start : claim.end] == claim.text for claim in seed.claims)
    assert "[" not in seed.text


def test_a_doi_becomes_the_url(seed: Document) -> None:
    third = seed.citations[2]
    assert (third.url, third.url_from) == ("https://doi.org/10.1525/as.2006.46.2.275", UrlFrom.IDENTIFIER)


def test_dates_are_read_as_exactly_as_they_are_printed(seed: Document) -> None:
    first, third = seed.citations[0], seed.citations[2]
    assert (first.date, first.access_date, first.archive_date) == ("2002-08-12", "2007-08-22", "2007-10-26")
    assert (third.date, third.access_date) == ("2006-03", None)


def test_navigation_at_both_ends_is_no_claim(seed: Document) -> None:
    texts = [claim.text for claim in seed.claims]
    assert texts[0].startswith("Mongolia–North Korea relations date back to 1948")
    assert texts[-1].startswith("One scholar estimated")
    assert not any("Wikimedia" in text or "dictionaries" in text for text in texts)


def test_a_sentence_before_a_cited_one_trails_to_its_marker_and_one_without_a_later_marker_to_none(
    seed: Document,
) -> None:
    links = {claim.text: (claim.link, claim.citations) for claim in seed.claims}
    assert links["Mongolia provided assistance to the North during the Korean War."] == (Link.TRAILING, ("1",))
    assert seed.claims[0].link is Link.NONE


def test_lines_are_those_of_the_file(seed: Document) -> None:
    assert [claim.line for claim in seed.claims][:3] == [10, 13, 13]
