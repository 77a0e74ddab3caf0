"""crawler.extraction.single_byte: the set of single bytes that a page is in, by its language, whatever is declared."""

import pytest

from crawler.extraction.charset import to_text
from crawler.extraction.single_byte import better_set

CZECH = "Most přes řeku postavili tesaři z modřínu a železa; obyvatelé údolí na něj šetřili jedenáct let."
POLISH = "Drewniany most przez rzekę wzniesiono z modrzewia, a mieszkańcy doliny płacili za niego jedenaście lat."
HUNGARIAN = "A folyó fölött álló fahidat vörösfenyőből építették, és a völgy lakói tizenegy éven át fizették érte."
CROATIAN = "Drveni most preko rijeke sagrađen je od ariša, a žitelji doline plaćali su ga jedanaest teških godina."
TURKISH = "Irmağın üstündeki ahşap köprü karaçamdan yapıldı; vadi halkı onun için on bir yıl boyunca borç ödedi."
LITHUANIAN = "Medinis tiltas per upę pastatytas iš maumedžio, o slėnio gyventojai už jį mokėjo vienuolika metų."
GREEK = "Η ξύλινη γέφυρα πάνω από το ποτάμι χτίστηκε από πεύκο και οι κάτοικοι την πλήρωναν έντεκα χρόνια."
HEBREW = "גשר העץ מעל הנהר נבנה מארזית, ותושבי העמק שילמו עליו במשך אחת עשרה שנים ארוכות."
ICELANDIC = "Brúin yfir ána var smíðuð úr lerki og járni, og íbúar dalsins greiddu fyrir hana í ellefu ár."
FRENCH = "La passerelle de mélèze a été bâtie après la crue ; les habitants l’ont payée onze années, à grand-peine."
GERMAN = "Die Brücke über den Fluss wurde aus Lärche gebaut, und die Täler zahlten elf Jahre für sie."
BYTES = (
    (CZECH, "cp1250"), (CZECH, "iso8859-2"), (POLISH, "iso8859-2"), (HUNGARIAN, "cp1250"), (CROATIAN, "cp1250"),
    (TURKISH, "cp1254"), (LITHUANIAN, "cp1257"), (GREEK, "cp1253"), (HEBREW, "cp1255"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "encoding"), BYTES)
@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "utf-8", ""])
def test_a_set_that_the_language_does_not_use_is_the_servers_default(words: str, encoding: str, label: str) -> None:
    body = f"<html><body><nav>Home About</nav><p>{words}</p></body></html>".encode(encoding)
    assert words in to_text(body, f"text/html; charset={label}" if label else "text/html")


@pytest.mark.parametrize(("words", "encoding"), [(CZECH, "cp1250"), (TURKISH, "cp1254")])
def test_a_page_may_declare_the_wrong_set_itself(words: str, encoding: str) -> None:
    assert words in to_text(f"<meta charset=iso-8859-1><p>{words}</p>".encode(encoding))


@pytest.mark.parametrize(
    ("words", "encoding"), [*BYTES, (ICELANDIC, "cp1252"), (FRENCH, "cp1252"), (GERMAN, "cp1252"), (GERMAN, "cp1250")]
)
def test_the_right_set_is_left_alone(words: str, encoding: str) -> None:
    assert better_set(words.encode(encoding), encoding) is None


@pytest.mark.parametrize(
    "words",
    [
        "The composer Dvořák was born near Děčín, and the singer Říhová near Třebíč, in a house by the old mill.",
        "Die Komponisten Dvořák und Janáček hörten die Uraufführung in Děčín, die für alle Gäste schön war.",
    ],
)
def test_names_in_another_language_are_no_reason_to_change_the_set(words: str) -> None:
    assert better_set(words.encode("cp1250"), "cp1250") is None


def test_a_language_that_nobody_knows_keeps_the_declared_set() -> None:
    albanian = "Ura prej druri mbi lumë u ndërtua për njëmbëdhjetë vjet, dhe banorët e luginës e paguan çdo vit."
    assert better_set(albanian.encode("cp1252"), "cp1252") is None
