"""claims.support.numbers: numbers as whole units."""

import pytest

from claims.support.numbers import NumberKind, numbers


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
        ("41.3 %", "41 percent", True),
        ("41.3", "41.3 %", False),
        ("1,040 people", "about 1,000", True),
        ("1,040 people", "1,000", False),
        ("6–4", "6-4", True),
        ("6–5", "6-4", False),
    ],
)
def test_rounding_is_allowed_for_and_nothing_else(found: str, claimed: str, says: bool) -> None:
    assert next(numbers(found)).says(next(numbers(claimed))) is says
