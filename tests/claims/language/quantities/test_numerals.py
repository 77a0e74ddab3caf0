"""claims.language.quantities.numerals: numbers of Chinese, Japanese, Korean and Thai words."""

import pytest

from claims.language.quantities.numerals import unspaced


def values(text: str) -> list[int]:
    return [value for *_, value in unspaced(text) if value > 1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("共有三百四十五只羊", 345),
        ("两万多人到场", 20000),
        ("一千零五件", 1005),
        ("第七届", 7),
        ("船は百二十万隻", 1200000),
        ("羊は6万8000頭", 68000),
        ("양 십이만 명", 120000),
        ("스물두 척의 배", 22),
        ("다리 길이는 1천24미터", 1024),
        ("3억 2천만 원", 320000000),
        ("มีแกะสี่ร้อยห้าสิบตัว", 450),
        ("สะพานสามแห่ง", 3),
    ],
)
def test_a_number_in_words_is_read(text: str, value: int) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text", ["十分に", "三重県", "千万不要", "数十人", "几百人", "一百二", "이만 갑니다", "สามารถ", "十月三日"]
)
def test_what_may_mean_something_else_is_left_unread(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["1" + "万" * 900 + "1", "9" * 900 + "万1", "1.2.3万4", "一" + "万" * 90, "二十三日"])
def test_numerals_without_sense_are_left_unread(text: str) -> None:
    assert values(text) == []
