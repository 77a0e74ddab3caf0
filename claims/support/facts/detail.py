"""A checkable detail of a claim: a number, a date, a name or a quotation."""

from dataclasses import dataclass

from claims.language.dates.dates import Date
from claims.language.quantities.number import Number
from claims.records import FactKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name or quotation written at `text[start:end]`.

    Attributes:
        parts: the normal forms of its words, joining and function words left out.
        sure: whether it is one beyond doubt; a capital that opens a sentence may be none.
        quoted: whether it is in quotation marks.
        opening: whether it opens a sentence: then its first word may be none of it.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    sure: bool = True
    quoted: bool = False
    opening: bool = False

    @property
    def acronym(self) -> str:
        """Its initials, lower case."""
        return "".join(part[0] for part in self.parts)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation at `text[start:end]` of a claim, without its marks.

    Attributes:
        runs: the normal forms of its words, parted where an ellipsis or a bracket leaves words out.
    """

    start: int
    end: int
    runs: tuple[tuple[str, ...], ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """All its words."""
        return tuple(form for run in self.runs for form in run)


@dataclass(frozen=True, slots=True)
class Detail:
    """One checkable detail of a claim: `claim[start:end]`.

    Attributes:
        given: whether the page need not have it: the claim's title or context names it, or it may be no name at all.
        century: whether it is the ordinal of a century.
        label: for a number in digits the word before it, and its digits: channel, 4.
        united: the number with the unit that another one of the claim has for both: 22 of the 96 million euros.
    """

    kind: FactKind
    start: int
    end: int
    what: Number | Date | Name | Quotation
    given: bool = False
    century: bool = False
    label: tuple[str, str] | None = None
    united: Number | None = None


def comparable(detail: Detail, other: Date | Number) -> bool:
    """Whether the two say the same kind of thing."""
    if isinstance(detail.what, Date) and isinstance(other, Date):
        yeared = (detail.what.year is None) == (other.year is None)
        yeared = yeared and (detail.what.other_year is None) == (other.other_year is None)
        return yeared and detail.what.precision == other.precision and detail.what.decade == other.decade
    if not isinstance(detail.what, Number) or not isinstance(other, Number):
        return False
    alike = detail.what.kind is other.kind and detail.what.unit == other.unit
    return alike and detail.what.yearlike == other.yearlike
