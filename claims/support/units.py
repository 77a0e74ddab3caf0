"""Units of measure: which quantity each measures, and how many of the base unit it is."""

# Base units: metre, square metre, cubic metre, gram, metre a second, second, degree Celsius, byte, watt.
# Factors are exact by definition (NIST SP 811, appendix B) or rounded beyond what prose ever tells.
_TABLE: dict[str, dict[float, str]] = {
    "length": {
        1000: "km kms kilometer kilometers kilometre kilometres км",
        1: "m metre metres meter meters м",
        0.01: "cm centimetre centimetres centimeter centimeters см",
        0.001: "mm millimetre millimetres millimeter millimeters мм",
        1609.344: "mi mile miles",
        1852: "nmi",
        0.9144: "yd yard yards",
        0.3048: "ft foot feet",
        0.0254: "inch inches",
    },
    "mass": {
        1: "g gram grams gramme grammes",
        1000: "kg kgs kilogram kilograms kilogramme kilogrammes кг",
        10**6: "tonne tonnes t т",
        907184.74: "ton tons",
        453.59237: "lb lbs pound pounds",
        28.349523: "oz ounce ounces",
        6350.29318: "stone",
    },
    "area": {
        1: "m² m2 sqm",
        10**6: "km² km2 sqkm",
        10**4: "ha hectare hectares га",
        4046.8564224: "acre acres",
        2589988.110336: "sqmi mi²",
        0.09290304: "sqft ft²",
    },
    "volume": {
        0.001: "l litre litres liter liters",
        1: "m³ m3",
        10**9: "km³",
        0.003785411784: "gallon gallons gal",
        0.158987294928: "barrel barrels bbl",
    },
    "speed": {1 / 3.6: "km/h kmh kph", 0.44704: "mph", 1852 / 3600: "knot knots kn", 1: "m/s"},
    "time": {
        1: "second seconds sec secs s",
        60: "minute minutes min mins",
        3600: "hour hours hr hrs h",
        86400: "day days",
        604800: "week weeks",
        2629746: "month months",
        31556952: "year years yr yrs",
    },
    "data": {1: "bytes", 1000: "kb", 10**6: "mb", 10**9: "gb", 10**12: "tb"},
    "power": {1: "watt watts w", 1000: "kw kilowatt kilowatts", 10**6: "mw megawatt megawatts", 745.7: "hp horsepower"},
    "celsius": {1: "°c"},
    "fahrenheit": {1: "°f"},
}

UNITS = {
    name: (quantity, float(factor))
    for quantity, units in _TABLE.items()
    for factor, names in units.items()
    for name in names.split()
}
"""Unit, as written in lower case -> (what it measures, how many base units it is)."""

_SQUARED = {
    "square": {"length": "area"},
    "cubic": {"length": "volume"},
    "sq": {"length": "area"},
    "cu": {"length": "volume"},
}


def measure(power: str, unit: str) -> tuple[str, float] | None:
    """What a unit measures and its factor, with `power` the word before it ("square", "sq.", or none)."""
    known = UNITS.get(unit)
    if not power or known is None:
        return known
    exponent = 2 if power.startswith("sq") else 3
    raised = _SQUARED[power].get(known[0])
    return (raised, known[1] ** exponent) if raised else known


def base(value: float, quantity: str, factor: float) -> tuple[float, str]:
    """A value in the base unit of what it measures."""
    if quantity == "fahrenheit":
        return (value - 32) / 1.8, "celsius"
    return value * factor, quantity
