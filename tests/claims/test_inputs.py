"""What a user gets for documents that are odd, broken or no documents at all."""

import pytest

from claims.errors import InputError, UsageError
from claims.linking.linker import link
from claims.readers.decoding import decode
from claims.readers.registry import FORMATS, read
from claims.records import Document, Link


def document(text: str) -> Document:
    return link(read(text, "article.txt"), "article.txt")


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"empty\.txt"):
        read(decode(data, "empty.txt"), "empty.txt")


def test_a_binary_is_refused_with_what_to_do_about_it() -> None:
    with pytest.raises(InputError, match=r"photo\.png: This is an image\. .* convert it first"):
        decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "photo.png")
    with pytest.raises(InputError, match=r"data\.bin: This is not text\. .* convert it first"):
        decode(b"\0\1\2\xff", "data.bin")


def test_a_pdf_is_refused_even_if_its_bytes_are_text() -> None:
    with pytest.raises(InputError) as refused:
        decode(b"%PDF-1.4\n1 0 obj\n", "paper.pdf")
    assert str(refused.value) == (
        "paper.pdf: This is a PDF. citewatch reads text, Markdown, HTML and wikitext; convert it first."
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Älter als die Straße: gegründet im Jahr 1986, größer als früher, über Nürnberg hinaus.", "latin-1"),
        ("Договор был подписан в Москве в тысяча девятьсот восемьдесят шестом году.", "cp1251"),
        ("The café — “naïve”.", "utf-16"),
        ("The café.", "utf-8-sig"),
    ],
)
def test_other_encodings_than_utf_8_are_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "article.txt") == text


def test_newlines_are_made_one_kind() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\nb\nc\n"


def test_markers_without_a_list_are_broken_citations_and_the_notes_say_so() -> None:
    read_so = document("The treaty was signed in 1986.[1] It lapsed in 1995.[2]\n")
    assert [(citation.id, citation.broken) for citation in read_so.citations] == [("1", True), ("2", True)]
    assert [claim.link for claim in read_so.claims] == [Link.DIRECT, Link.DIRECT]
    assert "no list of references" in read_so.notes[0]


def test_a_list_without_markers_is_kept_and_the_notes_say_so() -> None:
    read_so = document("The treaty was signed in 1986.\n\nReferences\n\n1. Kyodo. 12 August 2002.\n2. BBC. 2003.\n")
    assert [citation.broken for citation in read_so.citations] == [False, False]
    assert [claim.link for claim in read_so.claims] == [Link.NONE]
    assert "no marker points to any" in read_so.notes[0]


def test_a_marker_without_an_entry_is_a_broken_citation_of_its_claim() -> None:
    read_so = document("Signed in 1986.[1] It lapsed in 1995.[7]\n\n1. ^ Kyodo. 12 August 2002.\n")
    assert [(citation.id, citation.broken) for citation in read_so.citations] == [("1", False), ("7", True)]
    assert read_so.claims[1].citations == ("7",)
    assert any("7" in note for note in read_so.notes)


def test_an_entry_without_a_marker_is_named_in_the_notes() -> None:
    read_so = document("Signed in 1986.[1]\n\n1. ^ Kyodo. 12 August 2002.\n2. ^ Asia Times. 2001.\n")
    assert any("reference 2." in note for note in read_so.notes)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="text"):
        read("A document.", "a.doc", "word")


@pytest.mark.parametrize("input_format", FORMATS)
def test_marks_without_words_are_refused_in_every_format(input_format: str) -> None:
    with pytest.raises(InputError, match="no words"):
        read("-- [] ** .. ##\n", "a.md", input_format)


def test_one_of_a_thing_is_told_as_one() -> None:
    one, two = (
        document("It was signed in the year of 1986.\n\nReferences\n" + entries)
        for entries in ("1. ^ A.\n", "1. ^ A.\n2. ^ B.\n")
    )
    assert "has 1 reference," in one.notes[0]
    assert "has 2 references," in two.notes[0]
