"""Variants of supported claims: changed in one thing so that they are wrong, or reworded so that they stay right.

Rules make every change, with the claim itself as the random seed: the same claims give the same suite.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.language.loader import language
from claims.language.quantities.numbers import numbers
from claims.support.facts.detail import Name
from claims.support.facts.details import details
from claims.support.interface import Statement

MONTHS = [name.title() for name in language("en").dates.alone[0]]
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_FULL = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b|\b({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})\b")
_TURNS = {
    "comparative": "more:less less:more higher:lower lower:higher larger:smaller smaller:larger largest:smallest "
    "highest:lowest most:least best:worst older:younger longer:shorter earlier:later oldest:youngest first:last",
    "quantifier": "all:some some:all many:few most:few both:neither every:no several:all always:never often:rarely",
    "order": "before:after after:before until:since above:below over:under",
}
_LENGTHS = {"km": ("miles", 0.621371), "kilometres": ("miles", 0.621371), "miles": ("km", 1.609344),
            "metres": ("feet", 3.28084), "feet": ("metres", 0.3048), "acres": ("hectares", 0.404686)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variant:
    """A claim changed in one thing: harmlessly where `right`, else so that it is wrong."""

    kind: str
    text: str
    right: bool


def variants(text: str, others: list[str]) -> Iterator[Variant]:
    """Yield all variants that the rules can make of a claim; `others` are names of other claims to swap in."""
    chance = random.Random(text)
    for kind, right, make in _RULES:
        made = make(text, chance, others)
        if made and made != text:
            yield Variant(kind, made, right)


def _number(text: str, chance: random.Random, others: list[str]) -> str | None:
    plain = [n for n in numbers(text) if text[n.start : n.end].isdigit() and not 1000 <= n.value < 2100 and n.value > 1]
    plain = [n for n in plain if text[n.start - 1 : n.start] != "["]
    if not plain:
        return None
    number = chance.choice(plain)
    return text[: number.start] + str(int(number.value) + chance.choice([1, 2, 3, 7])) + text[number.end :]


def _year(text: str, chance: random.Random, others: list[str]) -> str | None:
    years = list(re.finditer(r"\b(1[5-9]\d\d|20[01]\d)\b", text))
    if not years:
        return None
    year = chance.choice(years)
    return text[: year.start()] + str(int(year.group()) + chance.choice([-3, -1, 1, 2, 11])) + text[year.end() :]


def _date(text: str, chance: random.Random, others: list[str]) -> str | None:
    found = re.search(rf"\b({'|'.join(MONTHS)})\b(?= \d)", text)
    if not found:
        return None
    month = MONTHS[(MONTHS.index(found.group()) + chance.choice([1, 2, 5])) % 12]
    return text[: found.start()] + month + text[found.end() :]


def _name(text: str, chance: random.Random, others: list[str]) -> str | None:
    own = [d for d in details(Statement(text=text)) if isinstance(d.what, Name) and d.what.sure and not d.what.quoted]
    fresh = [name for name in others if name not in text]
    if not own or not fresh:
        return None
    old = chance.choice(own)
    return text[: old.start] + chance.choice(fresh) + text[old.end :]


def _swapped(text: str, chance: random.Random, others: list[str]) -> str | None:
    """X beat Y -> Y beat X: the first two names that have a verb with a direction between them."""
    own = [d for d in details(Statement(text=text)) if isinstance(d.what, Name) and not d.what.quoted]
    for left, right in pairwise(own):
        between = text[left.end : right.start]
        if re.search(
            r"\b(beat|defeated|replaced|succeeded|bought|acquired|killed|married|founded|by|over|against)\b", between
        ):
            return (text[: left.start] + text[right.start : right.end] + between + text[left.start : left.end]
                    + text[right.end :])  # fmt: skip
    return None


_DIRECTED = re.compile(r"\b(beat|defeated|replaced|succeeded|bought|acquired|killed|founded|by|over)\b")


def _negated(text: str, chance: random.Random, others: list[str]) -> str | None:
    return re.sub(r"\b(was|were|is|are|has|had|have|will|can)\b(?! not)", r"\1 not", text, count=1)


def _turned(kind: str) -> Callable[[str, random.Random, list[str]], str | None]:
    table = dict(pair.split(":") for pair in _TURNS[kind].split())
    pattern = re.compile(rf"\b({'|'.join(table)})\b")
    return lambda text, chance, others: pattern.sub(lambda found: table[found.group()], text, count=1)


_MEASURE = re.compile(rf"\b(\d[\d,]*(?:\.\d+)?) ({'|'.join(_LENGTHS)})\b")


def _unit(text: str, chance: random.Random, others: list[str]) -> str | None:
    return _MEASURE.sub(lambda found: f"{found[1]} {_LENGTHS[found[2]][0]}", text, count=1)


def _converted(text: str, chance: random.Random, others: list[str]) -> str | None:
    def convert(found: re.Match[str]) -> str:
        unit, factor = _LENGTHS[found[2]]
        value = float(found[1].replace(",", "")) * factor
        return f"{value:.1f} {unit}" if value < 100 else f"{value:.0f} {unit}"

    return _MEASURE.sub(convert, text, count=1)


# No day of a month, mark of reference or part of a name: nobody writes "seven March", "[seven]" or "Gseven".
_DIGIT = re.compile(
    rf"(?<![\w.,[-])(?<!{')(?<!'.join(f'{month} ' for month in MONTHS)})([2-9]|1[0-2])"
    rf"(?![\d.,%\]-]|st|nd|rd|th|\s(?:{'|'.join(MONTHS)}))\b"
)


def _notation(text: str, chance: random.Random, others: list[str]) -> str | None:
    made = _DIGIT.sub(lambda m: WORDS[int(m[1])], text, count=1)
    if made == text:
        made = re.sub(rf"\b({'|'.join(WORDS[2:])})\b(?!-)", lambda m: str(WORDS.index(m[1])), text, count=1)
    if made == text:
        made = re.sub(r"(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,.])", r"\1\2", text, count=1)
    return re.sub(r"(\d)\s?%", r"\1 percent", text, count=1) if made == text else made


def _redated(text: str, chance: random.Random, others: list[str]) -> str | None:
    def rewrite(found: re.Match[str]) -> str:
        if found[1]:
            return f"{found[2]} {found[1]}, {found[3]}"
        return (
            f"{found[5]} {found[4]} {found[6]}"
            if chance.random() < 0.5
            else (f"{found[6]}-{MONTHS.index(found[4]) + 1:02}-{int(found[5]):02}")
        )

    return _FULL.sub(rewrite, text, count=1)


def _renamed(text: str, chance: random.Random, others: list[str]) -> str | None:
    for long, short in (
        ("United States", "U.S."),
        ("United Kingdom", "UK"),
        ("United Nations", "UN"),
        ("U.S.", "United States"),
    ):
        if long in text:
            return text.replace(long, short, 1)
    person = re.search(
        r"(?<=[a-z] )([A-Z][a-z]+) ([A-Z][a-z]{3,})(?= (?:was|is|had|has|said|won|became|and|in|,))", text
    )
    return text[: person.start()] + f"{person[1][0]}. {person[2]}" + text[person.end() :] if person else None


_PASSIVE = re.compile(
    r"^((?:The |A )?[A-Z][\w' -]{2,60}?) (?:was|were) (\w+ed) by "
    r"((?:the )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3})((?: in| on| at|,|\.|;).*)?$"
)


def _active(text: str, chance: random.Random, others: list[str]) -> str | None:
    """X was founded by Y in Z. -> Y founded X in Z."""
    found = _PASSIVE.match(text)
    if not found:
        return None
    thing = found[1][0].lower() + found[1][1:] if found[1].startswith(("The ", "A ")) else found[1]
    return f"{found[3][0].upper()}{found[3][1:]} {found[2]} {thing}{found[4] or ''}"


_RULES: list[tuple[str, bool, Callable[[str, random.Random, list[str]], str | None]]] = [
    ("number", False, _number),
    ("year", False, _year),
    ("date", False, _date),
    ("name", False, _name),
    ("names swapped", False, _swapped),
    ("negation", False, _negated),
    ("comparative", False, _turned("comparative")),
    ("quantifier", False, _turned("quantifier")),
    ("order", False, _turned("order")),
    ("unit", False, _unit),
    ("passive to active", True, _active),
    ("number notation", True, _notation),
    ("date notation", True, _redated),
    ("name form", True, _renamed),
    ("unit conversion", True, _converted),
]


def names_of(texts: list[str]) -> list[str]:
    """Return the names of several words in these claims, to swap into others."""
    found = [(text, detail) for text in texts for detail in details(Statement(text=text))]
    return [
        text[detail.start : detail.end]
        for text, detail in found
        if isinstance(detail.what, Name) and len(detail.what.parts) > 1 and not detail.what.quoted
    ]
