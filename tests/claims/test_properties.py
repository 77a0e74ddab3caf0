"""What holds for any text at all: exact offsets, only the error tree, time that grows with the length alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import CitewatchError, InputError
from claims.language.reference_dates import find_dates
from claims.language.segmentation import sentences
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import FORMATS, read
from claims.records import Link
from claims.references.entry import read_reference

# Pieces that documents are made of, so that chance finds their combinations sooner than single letters would.
PIECE_LIST = r"""
    [1] [2] [^1] [^1]:~ ~ .~ 1.~^~a~b~ References¶ ¶ ¶¶ #~ -~ |~a~|~b~|¶|---|---|¶ ** * _ ` > ![ ](
    [x](http://a.example)
    Mongolia The~treaty~was~signed~in~1986 1986 。 中国 “ ” http://a.example/b ( ) , é 🙂 م । <sup> </sup> <p> </p> &
    <ref> </ref> <ref~name=a> <ref~name=a/> {{cite~web|url=http://a.example}} {{sfn|A|1986}} {{ }} [[ ]] == {| |} <!--
    <a~href="#cite_note-1"> </a> <ol~class="references"><li~id="cite_note-1"> </li> &amp; <table><tr><td> .. .~[1]~http://
    """
PIECES = [piece.replace("~", " ").replace("¶", "\n") for piece in PIECE_LIST.split()] + ["\t", "\ufeff", "\u200b"]
HOSTILE = [
    *PIECES,
    "a",
    "[",
    "[1",
    '."',
    "!?",
    "http://web.archive.org/web/",
    "1 ",
    "<",
    "|",
    "www.",
    "10.1000/",
    "<div>",
    "<ul><li>",
]
DOCUMENTS = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
MEGABYTE = 1_000_000
# The goal for a megabyte is 2 s of a core of its own, which benchmarks/readers_hostile.py measures; here it is for a
# quarter, and a core that CI shares has been seen to take three times as long.
QUARTER, SECONDS = MEGABYTE // 4, 1.6
# Blocks, notes and entries, which cost 10 to 80 µs each however short they are: a megabyte of them takes longer.
MANY = [
    ("text", "\n\na"), ("text", ".. [1] a\n\n"), ("text", "References\n\n[1] A.\n\nB [1]\n\n"), ("text", "* a\n"),
    ("text", "== References ==\n* a\n"), ("rst", ".. [1] a\n\n"), ("rst", "- a\n"), ("markdown", "\n\na"),
    ("markdown", "[^a]: b\n"), ("markdown", "* a\n"), ("markdown", "# a\n"), ("markdown", "> a\n\n"),
    ("html", "<p><sup>1</sup> a"), ("html", "<p id=a>a"), ("html", "<a href=#a>1</a>"), ("wikitext", "{{efn|a}}"),
    ("wikitext", "<ref>a</ref>"), ("wikitext", "== a ==\n"), ("wikitext", "* a\n"),
]  # fmt: skip


@settings(max_examples=150, deadline=None)
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


@settings(max_examples=200, deadline=None)
@given(text=DOCUMENTS)
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    spans = sentences(text)
    borders = [0, *(offset for span in spans for offset in span), len(text)]
    rest = [text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
    assert all(start < end for start, end in spans)
    assert not "".join(rest).strip()


@settings(max_examples=200, deadline=None)
@given(text=DOCUMENTS)
def test_any_entry_is_taken_apart(text: str) -> None:
    citation = read_reference("1", text)
    assert len(citation.urls) == len(citation.urls_from)
    assert all(url.startswith(("http://", "https://")) for url in citation.urls)
    assert all(text[date.start : date.end] for date in find_dates(text))


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        text = decode(data, "any")
    except CitewatchError:
        return
    assert "\r" not in text
    assert "\0" not in text


@pytest.mark.parametrize("input_format", FORMATS)
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_large_document_of_anything_is_read_in_seconds(input_format: str, piece: str) -> None:
    assert seconds(input_format, piece, QUARTER) < SECONDS


@pytest.mark.parametrize(("input_format", "piece"), MANY)
def test_time_grows_with_the_length_alone(input_format: str, piece: str) -> None:
    short, long = (min(seconds(input_format, piece, size) for _ in range(2)) for size in (8_000, 32_000))
    assert long < 9 * short + 0.1  # four times as much; if it grew with the square, sixteen times


def seconds(input_format: str, piece: str, size: int) -> float:
    text = "The treaty was signed.[1]\n" + piece * (size // len(piece))
    started = time.process_time()
    try:
        link(read(text, "any", input_format), "any")
    except InputError:
        pass
    return time.process_time() - started
