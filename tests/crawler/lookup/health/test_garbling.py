"""crawler.lookup.health.garbling: text that was decoded from the wrong character set."""

import pytest

from claims.records import Source
from crawler.archives.interface import ArchivedResponse
from crawler.extraction.extract import extract
from crawler.lookup.health.garbling import is_garbled

WORDS = {
    "French": "L’été à la forêt, où l’élève préfère être égaré; le café coûte très cher à Orléans. ",
    "German": "Die Fähre über die Brücke fährt für Gäste täglich. Größe und Höhe ändern sich früh. ",
    "Polish": "Żółta łódź płynęła ścieżką rzeki, gdzie każdy rybak łowił szczupaki wśród trzciny. ",
    "Czech": "Každý muž věděl, že žádný lék už nepomůže, a přesto šli dál přes řeku až k nejvyšší hoře. ",
    "Turkish": "Irmağın üstündeki ahşap köprü karaçamdan yapıldı; vadi halkı onun için on bir yıl borç ödedi. ",
    "Hungarian": "A folyó fölött álló fahidat vörösfenyőből építették, és a völgy lakói tizenegy évig fizették. ",
    "Russian": "В посёлке у залива уже сто лет живут рыбаки, и каждую осень они чинят сети на пристани. ",
    "Japanese": "港は一九三四年にオランダの技師が浚渫した。漁師たちは古い桟橋で網を直している。",
}


def garbled(text: str, body: bytes = b"") -> bool:
    body = body or f"<html><p>{text}</p></html>".encode()
    source = extract(body, "text/html; charset=utf-8", "http://a.example/")
    assert isinstance(source, Source)
    response = ArchivedResponse(url="", timestamp="20200101000000", status=200, headers={}, body=body)
    return is_garbled(response, source)


@pytest.mark.parametrize("language", WORDS)
def test_text_as_it_was_written_is_not_garbled(language: str) -> None:
    assert not garbled(WORDS[language] * 5)
    assert not garbled(WORDS[language].upper() * 5)


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("French", "utf-8", "cp1252"), ("German", "utf-8", "cp1252"), ("Polish", "utf-8", "cp1250"),
        ("Russian", "utf-8", "cp1251"), ("Russian", "utf-8", "cp1252"), ("Russian", "koi8-r", "cp1251"),
        ("Russian", "cp1251", "cp1252"), ("Japanese", "utf-8", "cp1252"), ("Japanese", "euc_jp", "cp1252"),
        ("Czech", "cp1250", "cp1252"), ("Czech", "iso8859-2", "latin-1"), ("Turkish", "cp1254", "cp1252"),
        ("Hungarian", "cp1250", "cp1252"), ("French", "cp1252", "ascii"), ("German", "mac_roman", "cp1252"),
        ("German", "cp850", "cp1252"), ("Russian", "cp1251", "cp866"),
    ],
)  # fmt: skip
def test_text_shown_in_another_set_is_garbled(language: str, written: str, shown: str) -> None:
    assert garbled((WORDS[language] * 5).encode(written).decode(shown, "replace"))


def test_a_few_lost_apostrophes_garble_nothing() -> None:
    plain = "The harbour was dredged in the spring, and the council paid for it over many years. "
    assert not garbled(plain * 20 + "The townâ€™s quay, the councilâ€™s wish and the boatâ€™s owner.")


def test_utf_16_without_a_mark_is_text() -> None:
    body = f"<html><p>{WORDS['Russian'] * 5}</p></html>".encode("utf-16-le")
    source = extract(body, "text/html; charset=utf-16le", "http://a.example/")
    assert isinstance(source, Source)
    assert not is_garbled(
        ArchivedResponse(url="", timestamp="20200101000000", status=200, headers={}, body=body), source
    )


def test_bytes_of_controls_are_no_text() -> None:
    assert garbled("", b"<html><p>" + b"The harbour \x01\x02\x03 was dredged. " * 20)
