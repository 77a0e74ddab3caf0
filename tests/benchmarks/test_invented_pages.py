"""benchmarks.invented_pages: the pages and the claims about them."""

from benchmarks.invented_pages import read, rows_of


def test_each_page_has_as_many_right_claims_as_wrong_ones() -> None:
    for name in ("sixty", "natural", "fresh"):
        for page, claims in rows_of(name):
            assert sum(row["want"] == "supported" for row in claims) * 2 == len(claims) > 0, page["page"]


def test_the_title_is_a_heading_above_the_paragraphs() -> None:
    source = read("One.\n\nTwo.", title="Mill closes")
    assert [source.text[part.start : part.end] for part in source.passages] == ["Mill closes", "One.", "Two."]
    assert [part.kind.value for part in source.passages] == ["heading", "paragraph", "paragraph"]
