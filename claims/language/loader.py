"""The languages of `data/`: each file is read and validated once, when it is first asked for."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from claims.language.record.language import Language
from claims.language.record.tables import TABLES, Entries, Measures, Values, table_of
from claims.language.record.values import Months, Pairs, Section, Words, from_text

_DATA = files("claims.language").joinpath("data")
_COMMON = "_common"
_LISTS = (Words, Pairs, Months)
_Record = TypeVar("_Record", bound=Section)


class Common(Section, frozen=True):
    """What is of no one language.

    Attributes:
        aliases: tags that stand for one language -> its code.
        precedence: the languages that come first where a word means two things.
        decimal_comma: the languages in which decimals follow a comma.
        magnitudes: words of all languages behind a number in digits, and what they multiply it by.
        sums: letters between a number and the sign of a currency, and what they multiply it by: 3,5 M€.
        percent: phrases for percent; `*` ends the beginning of words.
        percent_open: the same in scripts and forms where the end of a word is not looked at.
        percent_joined: the same, written together with the number.
        units: units of measure; base units: metre, square metre, cubic metre, gram, metre a second, second, degree
            Celsius, byte, watt.
        currencies: sign or code of a currency -> the words for it behind a number.
        currencies_joined: the same in scripts without spaces, written together with the number.
        of_money: words between a number and its currency.
        powers: words before a unit that raise it: square, cubic.
        per: words between a length and a time that make a speed of them.
        boilerplate: what notices and menus speak of, in the languages of most pages: regular expressions.
    """

    aliases: dict[str, str]
    precedence: Words
    decimal_comma: Words
    magnitudes: Values
    sums: Values
    percent: tuple[str, ...]
    percent_open: tuple[str, ...]
    percent_joined: tuple[str, ...]
    units: Measures
    currencies: Entries
    currencies_joined: Entries
    of_money: Words
    powers: Values
    per: Words
    boilerplate: tuple[str, ...]


def code(tag: str | None) -> str:
    """The code of the language of a BCP 47 tag, English where none is known."""
    first = (tag or "en").replace("_", "-").split("-")[0].lower()
    return common().aliases.get(first, first)


@lru_cache(maxsize=128)  # more than there are files; pages may declare any language
def language(name: str) -> Language:
    """The record of a language by its code; one of defaults where there is no file.

    Raises:
        ValueError: the file has an unknown key or a wrong value; the message names both.
    """
    file = _DATA.joinpath(f"{name}.toml")
    if not name.isalpha() or not file.is_file():
        return Language(code=name)
    return parsed(file.read_text("utf-8"), name)


@cache
def languages() -> tuple[Language, ...]:
    """Every language that has a file, those first that have precedence where one word means two things."""
    names = {file.name.removesuffix(".toml") for file in _DATA.iterdir() if file.name.endswith(".toml")} - {_COMMON}
    first = [name for name in common().precedence if name in names]
    return tuple(language(name) for name in (*first, *sorted(names.difference(first))))


def parsed(text: str, name: str) -> Language:
    """The record of a language from the text of its file.

    Raises:
        ValueError: as `language`.
    """
    return _converted(text, name, Language, {"code": name})


@cache
def common() -> Common:
    """What is of no one language."""
    return _converted(_DATA.joinpath(f"{_COMMON}.toml").read_text("utf-8"), _COMMON, Common, {})


def _converted(text: str, name: str, kind: type[_Record], more: dict[str, str]) -> _Record:
    try:
        return msgspec.convert(more | tomllib.loads(text), kind, dec_hook=_list_of)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"claims/language/data/{name}.toml: {error}") from None


def _list_of(kind: type[Any], value: object) -> object:
    if kind in TABLES:
        if not isinstance(value, str):
            raise ValueError(f"expected a text, got {type(value).__name__}")
        return table_of(kind, value)
    if kind not in _LISTS:
        raise NotImplementedError(f"no value of {kind}")
    return from_text(kind, value)
