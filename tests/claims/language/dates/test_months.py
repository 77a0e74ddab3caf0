"""claims.language.dates.months: names of months in all languages."""

from claims.language.dates.months import month, months_alone, months_of_references


def test_accents_and_the_stop_of_an_abbreviation_may_be_left_out() -> None:
    assert month("février") == month("fevrier") == month("feb.") == 2


def test_a_name_that_is_another_word_counts_beside_digits_only() -> None:
    assert month("luty") == 2
    assert "luty" not in months_alone("pl")


def test_of_two_months_in_two_languages_that_of_the_larger_counts() -> None:
    assert months_of_references()["listopad"] == 11
