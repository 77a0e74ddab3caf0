"""One answer: its Markdown, with markers put where the interface says that a source supports it, and its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeGuard

Json: TypeAlias = object  # parsed JSON of unknown form


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSource:
    """A source of an answer.

    Attributes:
        url: its address, or None.
        title: its title, or empty.
        quote: the passage that the interface quotes, or None.
    """

    url: str | None
    title: str = ""
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer.

    Attributes:
        text: its Markdown; `markers` are not in it.
        sources: its sources, in order.
        markers: pairs (offset into `text`, index into `sources`).
        question: what was asked, or empty.
        numbered: whether the text itself has markers `[1]` that count the sources from 1.
    """

    text: str
    sources: tuple[AnswerSource, ...]
    markers: tuple[tuple[int, int], ...] = ()
    question: str = ""
    numbered: bool = False


def field(value: Json, *names: str) -> Json:
    """Get the first of the named fields that an object has, in snake_case or camelCase; None without one."""
    if isinstance(value, Mapping):
        for name in names:
            first, *rest = name.split("_")
            for written in (name, first + "".join(map(str.capitalize, rest))):
                if value.get(written) is not None:
                    found: Json = value[written]
                    return found
    return None


def items(value: Json) -> list[Json]:
    """List the items of an array; an empty list for anything else."""
    return list(value) if isinstance(value, list | tuple) else []


def string(value: Json) -> str:
    """Return a string; empty for anything else."""
    return value if isinstance(value, str) else ""


def is_index(value: Json) -> TypeGuard[int]:
    """Whether a value is an integer that is not negative."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def number(value: Json, default: int = 0) -> int:
    """Return an integer that is not negative; `default` for anything else."""
    return value if is_index(value) else default


class SourceList:
    """The sources of an answer in the making, each address and quotation once."""

    def __init__(self) -> None:
        self._indices: dict[AnswerSource, int] = {}

    def index(self, source: AnswerSource) -> int:
        """Return the index of a source, which is added if it is new."""
        return self._indices.setdefault(source, len(self._indices))

    @property
    def sources(self) -> tuple[AnswerSource, ...]:
        """All sources so far, in order."""
        return tuple(self._indices)


def joined(answers: Iterable[Answer]) -> list[Answer]:
    """List the answers that have words."""
    return [answer for answer in answers if answer.text.strip()]
