"""claims.language.quantities.numbers: numbers as whole units."""

import pytest

from claims.language.quantities.bounds import bounded
from claims.language.quantities.number import NumberKind
from claims.language.quantities.numbers import numbers
from tests.work import LINEAR, growth


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("1,234", 1234, NumberKind.COUNT),
        ("1.234.567", 1234567, NumberKind.COUNT),
        ("1.234.567,8", 1234567.8, NumberKind.COUNT),
        ("3.14", 3.14, NumberKind.COUNT),
        ("twenty-five", 25, NumberKind.COUNT),
        ("three hundred and five thousand", 305000, NumberKind.COUNT),
        ("1.2 million", 1200000, NumberKind.COUNT),
        ("41.3 %", 41.3, NumberKind.PERCENT),
        ("five per cent", 5, NumberKind.PERCENT),
        ("$3.5bn", 3.5e9, NumberKind.MONEY),
        ("12th", 12, NumberKind.ORDINAL),
        ("twenty-first", 21, NumberKind.ORDINAL),
        ("6–4", 6, NumberKind.SCORE),
        ("a million", 1e6, NumberKind.COUNT),
        ("12 000", 12000, NumberKind.COUNT),
        ("٤١٫٣٪", 41.3, NumberKind.PERCENT),
        ("41,3 Prozent", 41.3, NumberKind.PERCENT),
        ("41,3 pour cent", 41.3, NumberKind.PERCENT),
        ("41,3 процента", 41.3, NumberKind.PERCENT),
        ("three-quarters of", 75, NumberKind.PERCENT),
        ("half a million", 5e5, NumberKind.COUNT),
        ("a quarter of a million dollars", 2.5e5, NumberKind.MONEY),
        ("a quarter million", 2.5e5, NumberKind.COUNT),
        ("half a dozen", 6, NumberKind.COUNT),
        ("4 millions de dollars", 4e6, NumberKind.MONEY),
        ("4 millions d’euros", 4e6, NumberKind.MONEY),
        ("4 milioni di dollari", 4e6, NumberKind.MONEY),
        ("4 milyon dolara", 4e6, NumberKind.MONEY),
        ("2,3 miliarda złotych", 2.3e9, NumberKind.MONEY),
        ("400万ドルだった", 4e6, NumberKind.MONEY),
        ("400万美元", 4e6, NumberKind.MONEY),
        ("130 hectares", 1.3e6, NumberKind.MEASURE),
        ("two square kilometres", 2e6, NumberKind.MEASURE),
        ("68 °F", 20, NumberKind.MEASURE),
    ],
)
def test_one_number_in_many_notations(text: str, value: float, kind: NumberKind) -> None:
    (found,) = numbers(f"It was {text} there")
    assert found.value == pytest.approx(value)
    assert found.kind is kind


@pytest.mark.parametrize(
    ("found", "claimed", "says"),
    [
        ("25", "twenty-five", True),
        ("1,234,567", "1.2 million", True),
        ("1,334,567", "1.2 million", False),
        ("524,900", "half a million", True),
        ("525,100", "half a million", False),
        ("a million", "half a million", False),
        ("41.3 %", "41 percent", True),
        ("41.3", "41.3 %", False),
        ("1,040 people", "about 1,000", True),
        ("1,040 people", "1,000", False),
        ("6–4", "6-4", True),
        ("6–5", "6-4", False),
        ("4–6", "6-4", True),
        ("1.3 km²", "130 hectares", True),
        ("62 miles", "100 km", True),
        ("12500 Einwohner", "12.500 Einwohner", True),
        ("12.500 Einwohner", "12 500 Einwohner", True),
        ("13.500 Einwohner", "12.500 Einwohner", False),
        ("29 million tons", "29 million tonnes", True),
        ("29 pounds", "29 kilograms", False),
        ("80 miles", "100 km", False),
        ("412", "412 metres", True),
        ("412 metres", "412 kg", False),
        ("€5 million", "$5 million", False),
        ("12 months", "one year", True),
    ],
)
def test_rounding_is_allowed_for_and_nothing_else(found: str, claimed: str, says: bool) -> None:
    assert next(numbers(found)).says(bounded(next(numbers(claimed)), claimed)) is says


@pytest.mark.parametrize(
    ("found", "claimed", "says"),
    [
        ("96 passengers", "more than 100", False),
        ("104 passengers", "more than 100", True),
        ("300 passengers", "more than 100", False),
        ("41 rescued", "fewer than 50", True),
        ("52 rescued", "fewer than 50", False),
        ("96 rescued", "at least 100", False),
        ("52 rescued", "up to 50", False),
        ("52 rescued", "no more than 50", False),
        ("52 rescued", "no fewer than 50", True),
        ("more than 100", "over 100", True),
        ("62 miles", "more than 100 km", True),
        ("in 1998", "more than 1,900", False),
    ],
)
def test_a_bound_allows_one_side_of_it(found: str, claimed: str, says: bool) -> None:
    assert next(numbers(found)).says(bounded(next(numbers(claimed)), claimed)) is says


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3,5 M€", 3.5e6, "€"),
        ("3,5 M €", 3.5e6, "€"),
        ("500 k€", 5e5, "€"),
        ("500K€", 5e5, "€"),
        ("3 Md€", 3e9, "€"),
        ("2,3 Mds €", 2.3e9, "€"),
        ("20 M$", 2e7, "$"),
    ],
)
def test_letters_before_the_sign_of_a_currency_make_a_sum(text: str, value: float, unit: str) -> None:
    (found,) = numbers(f"La jetée a coûté {text} à la ville.", "fr")
    assert (found.value, found.kind, found.unit) == (pytest.approx(value), NumberKind.MONEY, unit)
    assert found.says(next(numbers(f"{unit}{value:,.0f}")))


def test_a_letter_before_a_sign_that_belongs_to_the_next_number_makes_no_sum() -> None:
    assert [(found.value, found.unit) for found in numbers("It is 5 m €3 wide.")] == [(5, "length"), (3, "€")]


@pytest.mark.parametrize("text", ["COVID-19", "SARS-CoV-2", "a B-52 bomber"])
def test_a_number_within_a_name_is_none(text: str) -> None:
    assert list(numbers(text)) == []


def test_first_two_is_a_rank_and_a_count() -> None:
    assert [(found.value, found.kind) for found in numbers("the first two")] == [
        (1, NumberKind.ORDINAL),
        (2, NumberKind.COUNT),
    ]


@pytest.mark.parametrize("piece", ["one ", "1,", "1 000 ", "9", "twenty-"])
def test_hostile_text_takes_linear_work(piece: str) -> None:
    assert growth(lambda count: list(numbers(piece * count)), 1_000) < LINEAR


def test_the_name_of_a_street_is_no_rank() -> None:
    assert [number.value for number in numbers("He lives at 1119 Eighth St. and came eighth.")] == [1119, 8]


@pytest.mark.parametrize(("text", "value"), [("(€ 5 each)", 5), ("(€five each)", 5), ("(a half of it)", 50)])
def test_a_number_is_found_behind_a_sign_or_an_article(text: str, value: float) -> None:
    assert [number.value for number in numbers(text)] == [value]


def test_money_is_not_rounded_to_what_is_no_money() -> None:
    (people,), (sum_,) = numbers("964,000 people"), numbers("about $944,000")
    assert not people.says(sum_)


def test_money_is_found_in_a_table_that_gives_the_sign_elsewhere() -> None:
    (cell,), (sum_,) = numbers("944,000"), numbers("$944,000")
    assert cell.says(sum_)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,2 Millionen Euro", 1.2e6),
        ("3 mil millones de pesos", 3e9),
        ("2 milliards", 2e9),
        ("40 тыс. человек", 4e4),
        ("12 लाख यूरो", 1.2e6),
        ("1.2 مليون يورو", 1.2e6),
        ("毎年約4万人が", 4e4),
        ("灯台は1891年に", 1891),
        ("1.2m people", 1.2e6),
    ],
)
def test_large_numbers_are_read_in_many_languages(text: str, value: float) -> None:
    assert [number.value for number in numbers(text)] == [value]


def test_a_metre_stands_behind_a_space() -> None:
    (wall,) = numbers("a wall of 5 m")
    assert (wall.kind, wall.value) == (NumberKind.MEASURE, 5)


def test_a_measure_is_no_sum_of_money() -> None:
    (wanted,), (said,) = numbers("32 years"), numbers("310,000 euros")
    assert not said.says(wanted)
    assert not wanted.says(said)


@pytest.mark.parametrize(("text", "language", "value"), [("60.000 Gäste", "de", 60_000), ("60.000 guests", "en", 60)])
def test_a_full_stop_parts_thousands_where_decimals_follow_a_comma(text: str, language: str, value: float) -> None:
    assert next(numbers(text, language)).value == value


def test_a_measure_in_thousands_is_one_in_each_language() -> None:
    assert next(numbers("1.500 kg", "de")).says(next(numbers("1,5 t", "de")))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("more than four fifths of it", 80),
        ("a stake of around one third.", 33.3),
        ("fell by a third on the year", 33.3),
        ("nearly a fifth between 2020 and 2023", 20),
        ("two-thirds majority", 66.7),
    ],
)
def test_a_fraction_is_a_share(text: str, share: float) -> None:
    number = next(iter(numbers(text)))
    assert (number.kind, round(number.value, 1)) == (NumberKind.PERCENT, share)


def test_a_fifth_of_its_kind_is_a_rank() -> None:
    assert [number.kind for number in numbers("a fifth goal")] == [NumberKind.ORDINAL]


@pytest.mark.parametrize(("text", "years"), [("two decades", 20), ("five centuries", 500)])
def test_decades_and_centuries_are_years(text: str, years: int) -> None:
    (number,), (year,) = numbers(text), numbers("1 year")
    assert number.value == years * year.value


def test_a_letter_before_an_apostrophe_is_no_unit() -> None:
    assert [number.kind for number in numbers("29 800 l'année précédente", "fr")] == [NumberKind.COUNT]
