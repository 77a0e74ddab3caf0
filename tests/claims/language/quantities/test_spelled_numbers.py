"""claims.language.quantities.spelled_numbers: number words of languages other than English."""

import pytest

from claims.language.quantities.spelled_numbers import spelled


def values(text: str, language: str) -> list[int]:
    return [value for *_, value in spelled(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "dreiundzwanzig Schiffe", 23),
        ("de", "zweitausenddreihundertfünfzig Schafe", 2350),
        ("nl", "tweeëntwintig huizen", 22),
        ("sv", "sjuttioåtta båtar", 78),
        ("da", "fireogtres huse", 64),
        ("fr", "quatre-vingt-dix-sept maisons", 97),
        ("fr", "mille deux cents moutons", 1200),
        ("es", "treinta y cinco barcos", 35),
        ("es", "tres mil millones de pesos", 3 * 10**9),
        ("pt", "cento e quarenta e duas casas", 142),
        ("it", "ventotto navi", 28),
        ("pl", "o dwudziestu pięciu łodziach", 25),
        ("cs", "dvě stě lodí", 200),
        ("ru", "из пятидесяти трёх лодок", 53),
        ("uk", "дев’яносто два човни", 92),
        ("el", "τετρακόσιοι πενήντα ναύτες", 450),
        ("tr", "kırk iki gemi", 42),
        ("fi", "kahdeksantoista venettä", 18),
        ("fi", "neljäkymmentäkaksi venettä", 42),
        ("hu", "háromszázhuszonkét hajó", 322),
        ("ar", "خمسة وعشرين قاربا", 25),
        ("ar", "ثلاثة عشر قاربا", 13),
        ("ar", "أربعون ألفاً من الخراف", 40000),
        ("he", "ארבעים ושבע סירות", 47),
        ("fa", "صد و بیست قایق", 120),
        ("hi", "सैंतालीस नावें", 47),
        ("bn", "বাইশটি নৌকা", 22),
        ("vi", "bốn mươi lăm chiếc thuyền", 45),
        ("id", "dua belas perahu", 12),
        ("nb", "førtito båter", 42),
        ("vi", "ba mươi năm sau", 30),
        ("he", "שלוש מאות סירות", 300),
        ("cs", "roku 2020 čtyřicet lodí", 40),
    ],
)
def test_a_number_in_words_is_read(language: str, text: str, value: int) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "un bateau neuf"),
        ("vi", "năm ngoái"),
        ("it", "due tre barche"),
        ("fr", "12 mille bateaux"),
        ("es", "el 40 por ciento"),
        ("ru", "тысячи лодок"),
        ("de", "Achtung vor Einhörnern"),
        ("he", "במאה הקודמת"),
        ("ro", "sute de mii de oi"),
        ("eo", "dek du"),
    ],
)
def test_what_may_mean_something_else_is_left_unread(language: str, text: str) -> None:
    assert [value for value in values(text, language) if value > 1] == []


def test_two_numbers_joined_by_a_word_are_two() -> None:
    assert values("zwischen drei und fünf Schiffe", "de") == [3, 5]


def test_the_place_is_the_whole_number() -> None:
    text = "Es waren einundvierzig Schiffe."
    ((start, end, _),) = spelled(text, "de")
    assert text[start:end] == "einundvierzig"


def test_a_row_of_number_words_without_end_is_no_burden() -> None:
    assert values("و ثلاثة " * 5000, "ar") == []
    assert values("mil " + "millones " * 5000, "es") == []


def test_a_long_word_is_no_burden() -> None:
    assert values("einein" * 13 + "x", "de") == []
