"""claims.language.detection: the script and the language of a text."""

import pytest

from claims.language.detection import language_by_words, language_of, lead_of_others, script
from claims.records import Verdict
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge", "LATIN"),
        ("Мост через реку", "CYRILLIC"),
        ("橋が開いた", "CJK"),
        ("जनवरी में", "DEVANAGARI"),
        ("1931", None),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, name: str | None) -> None:
    assert script(text) == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Brücke ist von der Stadt und nicht von den Bauern gebaut worden, mit der Hilfe", "de"),
        ("Le pont est dans la ville et les gens de la vallée sont pour une route que des élus", "fr"),
        ("The bridge over the Tane was opened in 1931 and it was closed for the repairs in 2003.", "en"),
        ("A híd közel van a városhoz, amely alatt a folyó halad.", "hu"),
        ("Most je otvoren u svibnju, a grad se nalazi na rijeci.", None),
        ("Henry VII, Richard III, Henry VIII", None),
        ("Tane Bridge 1931", None),
    ],
)
def test_function_words_show_the_language(text: str, language: str | None) -> None:
    assert language_by_words(text) == language


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De molen is van de stad en het huis van een boer, dat is niet te koop.", "nl"),
        ("Mlýn je na kopci a podle rady se ale nebo proto neprodal.", "cs"),
        ("Млин стоїть на пагорбі, і що до нього, то він не з того села та до ради.", "uk"),
        ("הטחנה עומדת על הגבעה", "he"),
        ("Ο μύλος στέκεται στον λόφο", "el"),
        ("กังหันลมอยู่บนเนินเขา", "th"),
        ("风车在山上。", "zh"),
        ("風車は丘の上にある。", "ja"),
        ("풍차는 언덕 위에 있다.", "ko"),
        ("تقع الطاحونة على التل في القرية القديمة", "ar"),
        ("آسیاب بر روی تپه‌ای در نزدیکی روستا است", "fa"),
        ("چکی پہاڑی پر ہے اور یہ گاؤں کے قریب ہے", None),
        ("Mill Hill 1931", None),
    ],
)
def test_a_language_is_told_by_script_letters_or_function_words(text: str, told: str | None) -> None:
    assert language_of(text) == told


def test_a_page_that_does_not_say_its_language_is_read_in_the_one_it_is_in() -> None:
    told = (
        "Die Mühle und das Haus des Müllers wurden im Jahr 1931 von der Stadt gekauft.",
        "In der Mühle arbeiteten zwölf Leute, und das Mehl ist nicht mit dem der Nachbarn zu vergleichen.",
    )
    checker = default_checker()
    judged = checker.judge(Statement(text="In der Mühle arbeiteten 12 Leute."), [checker.index(source(*told))])
    assert judged.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Norvik opened a shop in La Paz.", 0),
        ("De Niro won a prize in Las Vegas.", 0),
        ("De man heeft het boek van de bibliotheek.", 5),
        ("The keeper of the mill sold a boat in El Paso.", 0),
    ],
)
def test_particles_of_names_are_no_words_of_another_language(text: str, lead: int) -> None:
    assert lead_of_others(text, "en") == lead
