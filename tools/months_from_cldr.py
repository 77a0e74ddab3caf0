"""Write the `[months]` section of every language's data file anew from the Unicode CLDR, by Babel.

    python -m tools.months_from_cldr

Needs Babel (extra dev). A name that is more than one word or has digits is left out: dates in digits need no names.
Each language's own data only: what a language inherits are numbers and English.
"""

import re
from importlib.metadata import version
from itertools import product
from pathlib import Path
from textwrap import fill

from babel import localedata

from claims.language.loader import languages

DATA = Path(__file__).parent.parent / "claims" / "language" / "data"
_CLDR = {"nb": "no", "als": "gsw"}
_GENITIVES = {"sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra"}
"""The form of the months in a date where the CLDR lacks it and a language has one: 3. maja 2019."""

_ROWS = ("wide", "abbreviated", "standalone", "standalone_abbreviated")
_SECTION = re.compile(r"\[months\]\n.*?(?=\n\[|\Z)", re.DOTALL)
_SOURCE = re.compile(r"^months = '.*'$", re.MULTILINE)
_WIDTH = 90


def rows(language: str) -> dict[str, tuple[str, ...]]:
    """The rows of a language's section, those left out that are empty or repeat another."""
    months = localedata.load(_CLDR.get(language, language), merge_inherited=False).get("months", {})
    found: dict[str, tuple[str, ...]] = {}
    for row, (context, width) in zip(_ROWS, product(("format", "stand-alone"), ("wide", "abbreviated")), strict=True):
        own = months.get(context, {})
        own = own.get(width, {}) if isinstance(own, dict) else {}
        names = tuple(_name(own.get(number, "")) if isinstance(own, dict) else "-" for number in range(1, 13))
        if set(names) != {"-"} and names not in found.values():
            found[row] = names
    if genitives := _GENITIVES.get(language):
        found |= {"wide": tuple(genitives.split()), "standalone": found["wide"]}
    return found


def rewritten(text: str, language: str) -> str:
    """A data file with its section of months anew."""
    section = "[months]\n" + "".join(f"{row} = {_quoted(' '.join(names))}\n" for row, names in rows(language).items())
    more = ", and their genitives" * (language in _GENITIVES)
    source = f"months = 'Unicode CLDR (Unicode-3.0) as in Babel {version('babel')}, by tools/months_from_cldr.py{more}'"
    return _SOURCE.sub(source, _SECTION.sub(lambda _: section, text), count=1)


def _name(name: str) -> str:
    return name if name and not any(char.isdigit() or char.isspace() for char in name) else "-"


def _quoted(names: str) -> str:
    short = len(names) <= _WIDTH and "'" not in names
    return f"'{names}'" if short else f"'''\n{fill(names, 116, break_on_hyphens=False)}\n'''"


def main() -> None:
    """Rewrite the files that have the section."""
    for language in languages():
        if language.months.wide:
            file = DATA / f"{language.code}.toml"
            file.write_text(rewritten(file.read_text("utf-8"), language.code), "utf-8")


if __name__ == "__main__":
    main()
