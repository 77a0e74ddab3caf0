"""Properties of any text at all: exact offsets, no errors but those of the tree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import CitewatchError
from claims.language.dates.dates import reference_dates
from claims.language.segmentation import sentences
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import FORMATS, read
from claims.records import Link
from claims.references.entry import read_reference
from tests.claims.hostile import PIECES

DOCUMENTS = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@settings(max_examples=150)
@given(text=DOCUMENTS, input_format=st.sampled_from(FORMATS))
def test_any_text_gives_exact_offsets_or_an_error_of_the_tree(text: str, input_format: str) -> None:
    try:
        document = link(read(text, "any", input_format), "any")
    except CitewatchError:
        return
    known = {citation.id for citation in document.citations}
    lines = text.split("\n")
    assert len(known) == len(document.citations)
    assert len({claim.id for claim in document.claims}) == len(document.claims)
    for claim in document.claims:
        assert document.text[claim.start : claim.end] == claim.text
        assert claim.text
        assert claim.text in claim.sentence
        assert set(claim.citations) <= known
        assert 1 <= claim.line <= len(lines)
        if claim.column is not None:
            begins = lines[claim.line - 1][claim.column - 1 :]
            assert begins
            # Markdown escapes, and writes characters as entities.
            assert claim.link is Link.DIRECT or begins[0] in (claim.text[0], "&", "\\")
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.start < block.end <= len(document.text)
        ends.append(block.end)


@settings(max_examples=200)
@given(text=DOCUMENTS)
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    spans = sentences(text)
    borders = [0, *(offset for span in spans for offset in span), len(text)]
    rest = [text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
    assert all(start < end for start, end in spans)
    assert not "".join(rest).strip()


@settings(max_examples=200)
@given(text=DOCUMENTS)
def test_any_entry_is_taken_apart(text: str) -> None:
    citation = read_reference("1", text)
    assert len(citation.urls) == len(citation.urls_from)
    assert all(url.startswith(("http://", "https://")) for url in citation.urls)
    assert all(text[date.start : date.end] for date in reference_dates(text))


@settings(max_examples=200)
@given(data=st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        text = decode(data, "any")
    except CitewatchError:
        return
    assert "\r" not in text
    assert "\0" not in text
