"""The words of a source around its evidence: a screenful at a quote, and the whole text with every quote marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.records import Evidence, Excerpt, JudgedDocument, Status
from reports.text.sanitising import ELLIPSIS

SCREENFUL = 700
"""Characters that are shown on either side of a quote; with the quote, they fill the screen of a phone."""

LONGEST_INLINE = 20_000
"""Characters up to which a whole text is part of the report's page; a longer one gets a file of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a source's text; `anchor` is not empty if it is quoted."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The whole text of a source.

    Attributes:
        number: the number of its reference.
        length: its length in characters.
    """

    number: int
    length: int
    parts: tuple[Part, ...]


def excerpts_by_citation(document: JudgedDocument) -> dict[str, list[Excerpt]]:
    """Return the excerpts of `document` by the ids of their citations."""
    found: dict[str, list[Excerpt]] = {}
    for excerpt in document.excerpts:
        found.setdefault(excerpt.citation, []).append(excerpt)
    return found


def passages(quotes: Sequence[Evidence], excerpts: Iterable[Excerpt]) -> tuple[tuple[Part, ...], ...]:
    """Return the text around `quotes`, a screenful on either side, in order; passages that touch become one.

    An ellipsis is before and after a passage where the source goes on.
    """
    found = []
    for excerpt in excerpts:
        end = excerpt.start + len(excerpt.text)
        inside = sorted((quote for quote in quotes if _inside(quote, excerpt)), key=lambda quote: quote.start)
        for group in _near(inside):
            start = max(excerpt.start, group[0].start - SCREENFUL)
            stop = min(end, max(quote.end for quote in group) + SCREENFUL)
            before = (Part(text=f"{ELLIPSIS} "),) if start > 0 else ()
            after = () if excerpt.whole and stop == end else (Part(text=f" {ELLIPSIS}"),)
            found.append((*before, *_parts(excerpt, group, start, stop, ""), *after))
    return tuple(found)


def whole_texts(document: JudgedDocument) -> dict[str, SourceText]:
    """Return the whole text of each source of which `document` has one, by its citation, with what was quoted of it."""
    numbers = {citation.id: number for number, citation in enumerate(document.citations, 1)}
    quoted = _quoted(document)
    texts = {}
    for excerpt in document.excerpts:
        if excerpt.whole and excerpt.citation in numbers:
            number = numbers[excerpt.citation]
            quotes = sorted(quoted.get(excerpt.citation, ()), key=lambda quote: (quote.start, quote.end))
            inside = [quote for quote in quotes if _inside(quote, excerpt)]
            parts = tuple(_parts(excerpt, inside, 0, len(excerpt.text), f"text-{number}-"))
            texts[excerpt.citation] = SourceText(number=number, length=len(excerpt.text), parts=parts)
    return texts


def _quoted(document: JudgedDocument) -> Mapping[str, list[Evidence]]:
    quoted: dict[str, list[Evidence]] = {}
    for claim in document.claims:
        for check in claim.checks:
            if check.status is Status.CHECKED:
                quoted.setdefault(check.citation, []).extend(check.evidence)
    return quoted


def _inside(quote: Evidence, excerpt: Excerpt) -> bool:
    """Whether `excerpt` has the words of `quote` where they should be: reports may be edited, or wrong."""
    start = quote.start - excerpt.start
    return start >= 0 and excerpt.text.startswith(quote.quote, start) and quote.end - quote.start == len(quote.quote)


def _near(quotes: Sequence[Evidence]) -> Iterator[list[Evidence]]:
    """Group ordered `quotes` whose passages touch."""
    group: list[Evidence] = []
    for quote in quotes:
        if group and quote.start - group[-1].end > 2 * SCREENFUL:
            yield group
            group = []
        group.append(quote)
    if group:
        yield group


def _parts(excerpt: Excerpt, quotes: Iterable[Evidence], start: int, stop: int, anchor: str) -> Iterator[Part]:
    """Cut the text from `start` to `stop` where `quotes` begin and end; an overlap belongs to the earlier quote."""
    position = start
    for quote in quotes:
        if quote.end <= position:
            continue
        begin = max(quote.start, position)
        if begin > position:
            yield Part(text=excerpt.text[position - excerpt.start : begin - excerpt.start])
        end = quote.end - excerpt.start
        yield Part(text=excerpt.text[begin - excerpt.start : end], anchor=f"{anchor}{quote.start}")
        position = quote.end
    if position < stop:
        yield Part(text=excerpt.text[position - excerpt.start : stop - excerpt.start])
