"""Bytes and texts that are odd, broken or no documents at all."""

import pytest

from claims.errors import InputError, UsageError
from claims.readers.decoding import decode, decoded
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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (r"{\rtf1\ansi The dam holds.}", "dam", "RTF"),
        ("\\documentclass{article}\n\\begin{document}\nThe dam holds.\n", "dam.txt", "LaTeX"),
        ("% a comment\n\n\\documentclass{article}\n", "-", "LaTeX"),
        ("The dam holds.\\footnote{Ito}", "dam.tex", "LaTeX"),
        ("#+TITLE: Dam\n* History\nIt holds.[fn:1]\n", "-", "an Org document"),
        ("= Dam\n\nIt holds.footnote:[Ito]\n", "dam.adoc", "AsciiDoc"),
        ("= Dam\nIt holds.#footnote[Ito]\n", "dam.typ", "Typst"),
        ('{"name": "dam", "version": 3}', "package.json", "JSON of a kind that is not read"),
        ("[1, 2, 3]", "-", "JSON of a kind that is not read"),
        ('<?xml version="1.0"?>\n<article xmlns:xlink="x"><body><p>It holds.</p></body></article>', "d.xml", "(JATS)"),
        ("<?xml version='1.0'?><TEI xmlns='x'><text>It holds.</text></TEI>", "d.xml", "XML of a kind"),
    ],
)
def test_a_format_that_is_not_read_is_refused_by_its_name(text: str, name: str, kind: str) -> None:
    with pytest.raises(InputError, match=r"This is .*\. (?:Convert it|Install citewatch|Give)") as refused:
        read(text, name)
    assert kind in str(refused.value)


@pytest.mark.parametrize("text", ["@misc{ito1962, title={Dams}}\n", "% ours\n@book{a,\n}", "TY  - BOOK\nTI  - Dams\n"])
def test_a_bibliography_is_no_document(text: str) -> None:
    with pytest.raises(InputError, match="Give it with --sources"):
        read(text, "refs")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\0\0\0word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
        (b"PK\x03\x04\x14\0mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04\x14\0holiday.jpg", "a ZIP archive"),
        (b"\x1f\x8b\x08\0", "a gzip file"),
    ],
)
def test_a_file_of_bytes_is_refused_by_the_name_of_its_format(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        decode(data, "file")


def test_what_only_resembles_another_format_is_read() -> None:
    for text in (
        "@ito wrote that the dam holds.",
        "{braces} open this sentence of the dam.",
        "[1] is the dam.",
        "BM is a company that built dams.",
        "The manual begins with \\documentclass{article}.",
    ):
        assert read(decode(text.encode(), "dam.txt"), "dam.txt").text


def test_one_bad_byte_leaves_the_rest_of_utf_8_as_it_is() -> None:
    found = decoded("Der Damm in Köln hält, über Jahre, ".encode() + b"sagt M\xfcller.", "dam.txt")
    assert found == (
        "Der Damm in Köln hält, über Jahre, sagt Müller.",
        ("The file is not UTF-8; it is read as UTF-8 with 1 byte of Windows-1252.",),
    )


def test_a_short_text_in_windows_1252_is_read_as_such() -> None:
    text = "The café was built in 1871 – “the old one”."
    assert decoded(text.encode("cp1252"), "a.txt") == (text, ("The file is not UTF-8; it is read as Windows-1252.",))


def test_a_nul_in_a_text_is_left_out_with_a_note() -> None:
    found = decoded(b"The dam was raised by two metres in 1962, and it holds water.\0 " * 3, "a.txt")
    assert ("\0" in found.text, found.notes) == (False, ("The file contains NUL characters, which are left out.",))
