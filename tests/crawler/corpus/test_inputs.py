"""The inputs of a corpus: dumps as Wikimedia publishes them, tables and folders, and what is taken of them."""

import bz2
import gzip
import io
import json
import tarfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claims.errors import InputError
from crawler.corpus.inputs.pieces import Piece, pieces
from crawler.corpus.inputs.raw_documents import RawDocument
from crawler.corpus.inputs.recognise import documents_in
from crawler.corpus.inputs.selection import Selection, selection
from crawler.corpus.run import expanded


def article(title: str, revision: int, namespace: int = 0) -> bytes:
    record = {
        "name": title,
        "identifier": 7,
        "date_modified": "2026-11-01T10:00:00Z",
        "version": {"identifier": revision, "comment": "x", "size": {"value": 1.5, "unit_text": "B"}},
        "url": f"https://no.wikipedia.org/wiki/{title}",
        "namespace": {"name": "Article", "identifier": namespace},
        "categories": [{"name": "Kategori:Broer", "url": "https://no.wikipedia.org/wiki/Kategori:Broer"}],
        "article_body": {"html": f"<html><body><p>{title}</p></body></html>", "wikitext": title},
    }
    return json.dumps(record).encode() + b"\n"


def enterprise(path: Path, *lines: bytes, cut: int | None = None) -> Piece:
    made, body = io.BytesIO(), b"".join(lines)
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        member = tarfile.TarInfo("nowiki_namespace_0_0.ndjson")
        member.size = len(body)
        archive.addfile(member, io.BytesIO(body))
    path.write_bytes(made.getvalue()[:cut])
    return Piece(name=str(path))


def test_a_dump_of_wikimedia_enterprise_gives_its_articles(tmp_path: Path) -> None:
    dump = enterprise(tmp_path / "no.tar.gz", article("Bro", 11), article("Diskusjon:Bro", 12, namespace=1))
    (document,) = documents_in(dump)
    assert document.name == "https://no.wikipedia.org/w/index.php?oldid=11"
    assert (document.title, document.revision, document.day) == ("Bro", "11", "2026-11-01")
    assert document.categories == ("Broer",)
    assert document.input_format == "mediawiki-html"
    assert "<p>Bro</p>" in document.text


def test_a_line_that_is_no_article_is_a_row_with_its_error(tmp_path: Path) -> None:
    bad, good = documents_in(enterprise(tmp_path / "no.tar.gz", b'{"name": 3}\n', article("Bro", 11)))
    assert bad.name.endswith("no.tar.gz/nowiki_namespace_0_0.ndjson:1")
    assert bad.error is not None
    assert good.title == "Bro"


@pytest.mark.parametrize("cut", [-400, 200])
def test_a_dump_that_ends_early_ends_with_an_error(tmp_path: Path, cut: int) -> None:
    lines = [article(f"Bro {number}", number + 1) for number in range(400)]
    *_, last = documents_in(enterprise(tmp_path / "no.tar.gz", *lines, cut=cut))
    assert last.error is not None
    assert last.error.startswith("the file is damaged, the rest of it was not read")


PAGES = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">
<siteinfo><base>https://no.wikipedia.org/wiki/Portal:Forside</base><namespaces>
<namespace key="0" case="first-letter" /><namespace key="14" case="first-letter">Kategori</namespace>
</namespaces></siteinfo>"""
PAGE = """<page><title>Bro</title><ns>0</ns><id>7</id><revision><id>11</id><parentid>10</parentid>
<timestamp>2026-11-01T10:00:00Z</timestamp><contributor><username>A</username><id>99</id></contributor>
<text xml:space="preserve">'''Bro''' &amp; vei. [[Kategori:Broer|b]]</text></revision></page>"""
OTHERS = """<page><title>Bru</title><ns>0</ns><id>8</id><redirect title="Bro" /><revision><id>12</id>
<timestamp>2026-11-01T10:00:00Z</timestamp><text>#OMDIRIGERING [[Bro]]</text></revision></page>
<page><title>Diskusjon:Bro</title><ns>1</ns><id>9</id><revision><id>13</id>
<timestamp>2026-11-01T10:00:00Z</timestamp><text>Hei</text></revision></page>"""


def test_a_multistream_dump_of_pages_articles_gives_its_articles(tmp_path: Path) -> None:
    dump = tmp_path / "nowiki-pages-articles-multistream.xml.bz2"
    streams = (PAGES, PAGE, OTHERS, "</mediawiki>")
    dump.write_bytes(b"".join(bz2.compress(stream.encode()) for stream in streams))
    (document,) = documents_in(Piece(name=str(dump)))
    assert document.name == "https://no.wikipedia.org/w/index.php?oldid=11"
    assert (document.title, document.revision, document.day) == ("Bro", "11", "2026-11-01")
    assert document.text == "'''Bro''' & vei. [[Kategori:Broer|b]]"
    assert document.categories == ("Broer",)


def page(number: int) -> str:
    return PAGE.replace("Bro</title>", f"Bro {number}</title>").replace("<id>11<", f"<id>{number + 100}<")


def titles(dump: Path, piece_bytes: int) -> list[list[str | None]]:
    """The titles of the documents of each piece."""
    return [[each.error or each.title for each in documents_in(piece)] for piece in pieces(str(dump), piece_bytes)]


@pytest.mark.parametrize("piece_bytes", [300, 1_000, 1_700, 100_000])
def test_workers_read_a_multistream_dump_in_pieces_with_each_page_in_one(tmp_path: Path, piece_bytes: int) -> None:
    dump = tmp_path / "nowiki-pages-articles-multistream.xml.bz2"
    streams = [PAGES, *(page(2 * number) + page(2 * number + 1) for number in range(9)), "</mediawiki>"]
    dump.write_bytes(b"".join(bz2.compress(stream.encode()) for stream in streams))
    found = titles(dump, piece_bytes)
    assert [title for piece in found for title in piece] == [f"Bro {number}" for number in range(18)]
    assert len(found) == -(-dump.stat().st_size // piece_bytes)
    assert sum(map(bool, found)) >= min(len(found), 3)
    documents = [document for piece in pieces(str(dump), piece_bytes) for document in documents_in(piece)]
    assert {(each.name.partition("?")[0], each.categories) for each in documents} == {
        ("https://no.wikipedia.org/w/index.php", ("Broer",))
    }


@pytest.mark.parametrize("streams", [1, 7])
def test_a_dump_whose_streams_do_not_begin_with_pages_is_read_whole(tmp_path: Path, streams: int) -> None:
    dump = tmp_path / "nowiki-pages-articles.xml.bz2"
    text = "".join([PAGES, *map(page, range(30)), "</mediawiki>"]).encode()
    size = -(-len(text) // streams)
    dump.write_bytes(b"".join(bz2.compress(text[at : at + size]) for at in range(0, len(text), size)))
    found = titles(dump, 200)
    assert len(found) > 1
    assert [title for piece in found for title in piece] == [f"Bro {number}" for number in range(30)]


def test_a_torn_piece_ends_with_an_error_and_the_others_do_not(tmp_path: Path) -> None:
    dump = tmp_path / "nowiki-pages-articles-multistream.xml.bz2"
    streams = [bz2.compress(text.encode()) for text in (PAGES, page(1), page(2), page(3), "</mediawiki>")]
    torn = bytearray(streams[2])
    torn[len(torn) // 2] ^= 255
    dump.write_bytes(b"".join([*streams[:2], torn, *streams[3:]]))
    first, *others = titles(dump, len(streams[0]) + len(streams[1]) + 10)
    assert first[0] == "Bro 1"
    assert "the file is damaged" in str(first[1])
    assert others == [["Bro 3"]] * len(others[:1]) + [[]] * len(others[1:])


def test_the_pieces_of_a_dump_are_found_by_a_pattern_and_recognised(tmp_path: Path) -> None:
    for piece in ("1.xml-p1p41242.bz2", "2.xml-p41243p151573.bz2"):
        (tmp_path / f"enwiki-pages-articles{piece}").write_bytes(bz2.compress((PAGES + PAGE + "</mediawiki>").encode()))
    pieces = expanded([f"{tmp_path}/enwiki-*.bz2"])
    assert [document.title for piece in pieces for document in documents_in(Piece(name=piece))] == ["Bro", "Bro"]
    with pytest.raises(InputError, match="no file matches this pattern"):
        expanded([f"{tmp_path}/nowiki-*.bz2"])


def test_a_torn_dump_of_pages_articles_ends_with_an_error(tmp_path: Path) -> None:
    dump = tmp_path / "pages.xml"
    dump.write_text(PAGES + PAGE + OTHERS[:150])
    document, torn = documents_in(Piece(name=str(dump)))
    assert document.title == "Bro"
    assert torn.error is not None


ROWS = [
    {"name": "a", "text": "The bridge.", "format": "markdown", "title": "A", "revision": "5", "day": "2026-01-02"},
    {"name": "b", "text": "The mill.", "format": None, "title": None, "revision": None, "day": None},
]


def test_a_table_in_parquet_gives_a_document_a_row(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "rows.parquet")
    first, second = documents_in(Piece(name=str(tmp_path / "rows.parquet")))
    assert (first.name, first.input_format, first.title, first.day) == ("a", "markdown", "A", "2026-01-02")
    assert (second.name, second.text, second.input_format) == ("b", "The mill.", None)


def test_a_table_in_json_lines_gives_a_document_a_row(tmp_path: Path) -> None:
    lines = [json.dumps(ROWS[1]), '{"name": "no text"}', ""]
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    good, bad = documents_in(Piece(name=str(tmp_path / "rows.jsonl.gz")))
    assert good.text == "The mill."
    assert bad.error is not None


def test_a_folder_gives_the_files_that_are_documents(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.md", "sub/b.txt", "picture.png"):
        (tmp_path / name).write_text("words")
    assert [document.path for document in documents_in(Piece(name=str(tmp_path)))] == [
        f"{tmp_path}/a.md",
        f"{tmp_path}/sub/b.txt",
    ]


def document(title: str, *categories: str) -> RawDocument:
    return RawDocument(name=f"https://wiki.example/{title}", title=title, categories=categories)


def test_titles_and_categories_are_compared_as_mediawiki_does() -> None:
    assert selection(["old_bridge"], [], 1).wants(document("Old bridge"))
    assert not selection(["old_bridge"], [], 1).wants(document("New bridge"))
    assert selection([], ["Category:stone bridges"], 1).wants(document("Old bridge", "Stone bridges"))
    assert not selection([], ["Mills"], 1).wants(document("Old bridge", "Stone bridges"))


def test_a_sample_is_about_its_share_and_within_every_larger_one() -> None:
    documents = [document(f"Page {number}") for number in range(2_000)]
    small = {each.name for each in documents if Selection(sample=0.1).wants(each)}
    large = {each.name for each in documents if Selection(sample=0.3).wants(each)}
    assert small < large
    assert 150 < len(small) < 250
