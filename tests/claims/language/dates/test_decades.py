"""claims.language.dates.decades: decades in words, in many languages."""

import pytest

from claims.language.dates.decades import worded_decades
from claims.language.figures import dates_of
from claims.records import Verdict
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source


@pytest.mark.parametrize(
    ("language", "text", "written", "begun"),
    [
        ("de", "Sie schloss in den Sechzigerjahren.", "Sechzigerjahren", 1960),
        ("fr", "dans les années soixante-dix,", "années soixante-dix", 1970),
        ("es", "en los años sesenta", "años sesenta", 1960),
        ("it", "negli anni Sessanta", "anni Sessanta", 1960),
        ("nl", "in de jaren zestig", "jaren zestig", 1960),
        ("pl", "w latach sześćdziesiątych", "latach sześćdziesiątych", 1960),
        ("pt", "nos anos sessenta", "anos sessenta", 1960),
        ("ru", "в шестидесятых годах", "шестидесятых годах", 1960),
        ("sv", "på sextiotalet", "sextiotalet", 1960),
    ],
)
def test_a_decade_in_words_is_ten_years_of_the_last_century(language: str, text: str, written: str, begun: int) -> None:
    (found,) = worded_decades(text, language)
    assert text[found.start : found.end] == written
    assert (found.year, found.decade) == (begun, True)


@pytest.mark.parametrize(("language", "text"), [("es", "tiene sesenta años"), ("it", "anni sessantacinque")])
def test_an_age_is_none(language: str, text: str) -> None:
    assert not list(worded_decades(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "工場は1960年代に閉鎖された。"), ("zh", "工厂在60年代关闭。"), ("tr", "Fabrika 1960'larda kapandı.")],
)
def test_a_decade_in_digits_may_have_an_ending_or_be_joined_to_words(language: str, text: str) -> None:
    (found,) = dates_of(text, language, None)
    assert (found.year, found.decade) == (1960, True)


def test_a_year_of_it_says_it() -> None:
    checker = default_checker()
    page = checker.index(source("L'usine de Tane a fermé en 1964.", language="fr"))
    for decade, said in (("soixante", True), ("trente", False)):
        claim = Statement(text=f"L'usine de Tane a fermé dans les années {decade}.")
        assert (checker.judge(claim, [page]).verdict is Verdict.SUPPORTED) is said
