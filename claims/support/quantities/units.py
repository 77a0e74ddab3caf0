"""Units of measure: which quantity each measures, and how many of the base unit it is."""

from claims.language.loader import common

_RAISED = {2: "area", 3: "volume"}
"""Power -> what a length raised to it measures."""


def measure(power: str, unit: str) -> tuple[str, float] | None:
    """Return what a unit measures and its factor, with `power` the word before it ("square", "sq.", or none)."""
    known = common().units.get(unit)
    if not power or known is None:
        return known
    quantity, factor = known
    exponent = int(common().powers[power])
    return (_RAISED[exponent], factor**exponent) if quantity == "length" else known


def base(value: float, quantity: str, factor: float) -> tuple[float, str]:
    """Convert a value to the base unit of what it measures."""
    if quantity == "fahrenheit":
        return (value - 32) / 1.8, "celsius"
    return value * factor, quantity
