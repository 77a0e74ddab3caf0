"""Whether a number or date of a source says, bounds or encloses one of the claim."""

import re
from functools import cache

from claims.language.dates.dates import Date
from claims.language.loader import language
from claims.language.quantities.bounds import bounded
from claims.language.quantities.number import Number
from claims.support.facts.detail import Name, Quotation


def ranges(other: Date | Number, text: str) -> bool:
    """Whether a number or date is one end of a range, in which the claim's may lie: 1.1 to 6.4."""
    behind, before = _range()
    return bool(behind.match(text, other.end) or before.search(text, max(0, other.start - 20), other.start))


@cache
def _range() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows the first number of a range, and what precedes the last."""
    words = "|".join((*language("en").grammar.ranges, "–", "-"))
    return (
        re.compile(rf"\s?\S{{0,3}}\s?(?:{words})\s?(?:[A-Z]\w{{2,9}}\s)?\S?\d"),
        re.compile(rf"\d\S{{0,3}}\s?\S{{0,3}}\s?(?:{words})\s?\Z"),
    )


def says(other: Date | Number, what: Date | Number | Name | Quotation) -> bool:
    """Whether a number or date of the source is one that the claim has elsewhere."""
    if isinstance(other, Date):
        return isinstance(what, Date) and other.says(what)
    return isinstance(what, Number) and other.says(what)


def keeps(other: Date | Number, what: Date | Number | Name | Quotation) -> bool:
    """Whether a number of the source, though another, is as the claim's bound has it: 300 are more than 100."""
    return isinstance(other, Number) and isinstance(what, Number) and other.keeps(what)


def allows(other: Date | Number, what: Date | Number | Name | Quotation, text: str) -> bool:
    """Whether a number of the source is a bound that an exact one of the claim keeps: a minimum of three."""
    if not isinstance(other, Number) or not isinstance(what, Number) or what.bound:
        return False
    return what.keeps(bounded(other, text))
