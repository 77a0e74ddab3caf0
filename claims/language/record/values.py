"""Values of a language's file: words, pairs of words and names of months, each in the file one text."""

import msgspec


class Words(tuple[str, ...]):
    """Words, in the file one text with white space between them."""

    __slots__ = ()


class Pairs(tuple[tuple[str, str], ...]):
    """Pairs of words, in the file written `one:other` with white space between them."""

    __slots__ = ()


class Months(tuple[str, ...]):
    """The names of the twelve months from January on, in the file one text; `-` where there is none."""

    __slots__ = ()


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section of a file; other keys than its fields are errors."""


def from_text(kind: type, value: object) -> Words | Pairs | Months:
    """The list of that kind which is this text in a file.

    Raises:
        ValueError: the value is no text, or not a list of that kind.
    """
    if not isinstance(value, str):
        raise ValueError(f"expected a text, got {type(value).__name__}")
    words = value.split()
    if kind is Pairs:
        return Pairs(_pair(word) for word in words)
    if kind is Months and len(words) != 12:
        raise ValueError(f"{len(words)} months instead of 12")
    return Months(words) if kind is Months else Words(words)


def _pair(written: str) -> tuple[str, str]:
    one, _, other = written.partition(":")
    if not one or not other or ":" in other:
        raise ValueError(f"{written!r} is no pair `one:other`")
    return one, other
