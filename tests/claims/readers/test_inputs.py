"""Bytes and texts that are odd, broken or no documents at all."""

import pytest

from claims.errors import InputError, UsageError
from claims.readers.decoding import decode
from claims.readers.registry import FORMATS, read


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


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="text"):
        read("A document.", "a.doc", "word")


@pytest.mark.parametrize("input_format", FORMATS)
def test_marks_without_words_are_refused_in_every_format(input_format: str) -> None:
    with pytest.raises(InputError, match="no words"):
        read("-- [] ** .. ##\n", "a.md", input_format)
