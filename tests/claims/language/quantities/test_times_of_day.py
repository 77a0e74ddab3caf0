"""claims.language.quantities.times_of_day: times of day in other languages than English."""

import pytest

from claims.language.quantities.counts import all_numbers
from claims.language.quantities.number import CLOCK, Number
from claims.records import Verdict
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source


def clock(text: str, language: str) -> list[tuple[str, float]]:
    """The times of day among the numbers of a text, in minutes."""
    return [(text[each.start : each.end], each.value) for each in all_numbers(text, language) if each.unit == CLOCK]


@pytest.mark.parametrize(
    ("language", "text", "written", "minutes"),
    [
        ("de", "um 19.30 Uhr", "19.30 Uhr", 1170),
        ("de", "um acht Uhr abends", "acht Uhr abends", 1200),
        ("fr", "à 19 h 30", "19 h 30", 1170),
        ("fr", "vers 19 heures", "19 heures", 1140),
        ("fr", "sept heures du soir", "sept heures du soir", 1140),
        ("fr", "à sept heures et demie", "sept heures et demie", 450),
        ("es", "a las siete de la tarde", "siete de la tarde", 1140),
        ("it", "alle 7.30", "7.30", 450),
        ("nl", "om zeven uur 's avonds", "zeven uur 's avonds", 1140),
        ("pt", "às 7h30", "7h30", 450),
        ("pl", "o godzinie 19", "19", 1140),
        ("ru", "в семь часов вечера", "семь часов вечера", 1140),
        ("sv", "kl. 19.00", "19.00", 1140),
        ("tr", "saat 19.00'da", "19.00", 1140),
        ("ja", "列車は午後7時30分に出る", "7時30分", 1170),
        ("zh", "火车晚上7点出发", "7点", 1140),
    ],
)
def test_an_hour_is_a_time_of_day_by_the_words_beside_it(
    language: str, text: str, written: str, minutes: float
) -> None:
    assert clock(text, language) == [(written, minutes)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "pendant 19 heures"),
        ("fr", "à deux heures de route"),
        ("fr", "de 12 à 30 personnes"),
        ("es", "a las 19 mujeres"),
        ("pl", "wzrosło o 19 procent"),
        ("tr", "5 saat 10 dakika"),
        ("ja", "2時間かかる"),
        ("zh", "7点建议"),
    ],
)
def test_a_length_of_time_and_a_count_are_none(language: str, text: str) -> None:
    assert clock(text, language) == []


def test_it_is_the_same_where_its_words_leave_open_that_it_is_one() -> None:
    ((at,), (open_,), (other,)) = (
        list(all_numbers(text, "fr")) for text in ("à 20 heures", "le train de 20 h", "21 h")
    )
    assert at.says(open_)
    assert open_.says(at)
    assert not other.says(at)


def test_without_a_half_of_the_day_it_may_be_either() -> None:
    def only(text: str) -> Number:
        (found,) = all_numbers(text, "de")
        return found

    evening, eight = only("um 8 Uhr abends"), only("um 8 Uhr")
    assert evening.says(eight)
    assert not evening.says(only("um 8 Uhr morgens"))


@pytest.mark.parametrize(("claim", "said"), [("20 Uhr", True), ("acht Uhr abends", True), ("21 Uhr", False)])
def test_a_claim_may_have_it_in_another_form(claim: str, said: bool) -> None:
    checker = default_checker()
    page = checker.index(source("Der Laden am Markt öffnet am Montag um 20:00 Uhr.", language="de"))
    found = checker.judge(Statement(text=f"Der Laden am Markt öffnet am Montag um {claim}."), [page])
    assert (found.verdict is Verdict.SUPPORTED) is said
