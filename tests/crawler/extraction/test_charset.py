"""crawler.extraction.charset: the character set that a page is really in."""

import pytest

from claims.records import Source
from crawler.extraction.charset import to_text, to_utf8
from crawler.extraction.extract import extract

RUSSIAN = "Мост через реку построен из лиственницы и железа, и долина платила за него одиннадцать лет."
JAPANESE = "橋は木と鉄で造られ、谷の人々は十一年にわたってその費用を払った。とても長い時間であった。"
CHINESE = "这座桥用落叶松和铁建成，山谷的居民为此付了十一年的钱。这是一段很长的时间。"
GERMAN = "Die Brücke wurde aus Lärche gebaut – „für alle“, so sagte man."


@pytest.mark.parametrize(
    ("words", "encoding", "label"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", "GBK"),
        (GERMAN, "cp1252", "iso-8859-1"),
        (GERMAN, "cp1252", "us-ascii"),
        (GERMAN, "utf-8", "UTF-8"),
    ],
)
@pytest.mark.parametrize("where", ["header", "meta", "equiv"])
def test_a_declared_character_set_is_believed(words: str, encoding: str, label: str, where: str) -> None:
    metas = {
        "header": "<p>",
        "meta": f"<meta charset='{label}'><p>",
        "equiv": f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={label}"><p>',
    }
    body = (metas[where] + words).encode(encoding)
    assert words in to_text(body, f"text/html; charset={label}" if where == "header" else "text/html")


@pytest.mark.parametrize(
    ("words", "encoding"), [(RUSSIAN, "cp1251"), (JAPANESE, "cp932"), (CHINESE, "gb18030"), (GERMAN, "utf-8")]
)
def test_an_undeclared_character_set_is_recognised(words: str, encoding: str) -> None:
    assert words in to_text(f"<p>{words * 4}</p>".encode(encoding))


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "x-unknown", "zip", "utf-16"])
def test_utf_8_is_utf_8_whatever_is_declared(label: str) -> None:
    assert GERMAN in to_text(f"<meta charset={label}>{GERMAN}".encode(), f"text/html; charset={label}")


@pytest.mark.parametrize(("words", "encoding"), [(RUSSIAN, "cp1251"), (CHINESE, "gb18030")])
def test_what_is_called_utf_8_and_is_not_is_recognised(words: str, encoding: str) -> None:
    assert words in to_text(f"<p>{words * 4}</p>".encode(encoding), "text/html; charset=utf-8")


def test_a_byte_order_mark_outweighs_all(tmp_path: object) -> None:
    assert to_text(b"\xff\xfe" + GERMAN.encode("utf-16-le"), "text/html; charset=utf-8") == GERMAN


def test_one_bad_octet_does_not_spoil_a_page() -> None:
    body = GERMAN.encode() * 20 + b"\xff" + GERMAN.encode()
    assert GERMAN in to_text(body, "text/html; charset=utf-8")


def test_octets_that_are_utf8_are_left_alone_and_others_become_it() -> None:
    body = f"<p>{GERMAN}</p>".encode()
    assert to_utf8(body, "text/html; charset=iso-8859-1") is body
    assert to_utf8(b"\xef\xbb\xbf" + body) == body
    assert GERMAN.encode() in to_utf8(f"<p>{GERMAN}</p>".encode("utf-16"))


@pytest.mark.parametrize("label", ["iso-2022-jp", "utf-8", "shift_jis"])
def test_octets_that_look_like_ascii_may_be_japanese(label: str) -> None:
    words = "橋は十一年かけて建設された"
    body = f"<meta charset={label}><p>{words}</p>".encode("iso-2022-jp")
    assert body.isascii()
    assert words.encode() in to_utf8(body)


@pytest.mark.parametrize(
    ("words", "encoding", "label"),
    [
        (RUSSIAN, "cp1251", "windows-1251"), (JAPANESE, "cp932", "Shift_JIS"), (CHINESE, "gb18030", "gb2312"),
        (GERMAN, "utf-8", "utf-8"), ("Łódź nad rzeką, świeża woda", "iso8859-2", "iso-8859-2"),
    ],
)  # fmt: skip
def test_a_header_of_iso_8859_1_is_the_servers_default_and_the_page_knows_better(
    words: str, encoding: str, label: str
) -> None:
    body = f"<meta charset={label}><p>{words}</p>".encode(encoding)
    assert words in to_text(body, "text/html; charset=ISO-8859-1")


@pytest.mark.parametrize(("encoding", "label"), [("koi8-r", "windows-1251"), ("cp1251", "koi8-r")])
def test_one_cyrillic_set_called_by_the_name_of_the_other_is_recognised(encoding: str, label: str) -> None:
    assert RUSSIAN in to_text(RUSSIAN.encode(encoding), f"text/html; charset={label}")


def test_utf_8_with_a_few_bad_bytes_is_utf_8_whatever_is_declared() -> None:
    body = RUSSIAN.encode() + b"\xe9 \xff" + RUSSIAN.encode()
    assert to_text(body, "text/html; charset=iso-8859-1").count(RUSSIAN) == 2


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_declared_in_the_header_needs_no_byte_order_mark(encoding: str) -> None:
    source = extract(f"<html><p>{GERMAN}</p></html>".encode(encoding), "text/html; charset=utf-16", "http://e.org/")
    assert isinstance(source, Source)
    assert GERMAN in source.text
