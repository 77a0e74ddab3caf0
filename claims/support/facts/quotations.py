"""Quotations in a claim, and where a page has their words: verbatim, or otherwise.

Verbatim is read as editors read it: case, quotation marks, ellipses, words in brackets, endings and function words may
differ.
Words in quotation marks that are few, or capitalised as titles are, are names and none of this file's business.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from claims.language.tokens import STOPWORDS, Word, normal, written
from claims.support.antonyms import denies
from claims.support.facts.detail import Quotation
from claims.support.index.page import Page

FEWEST = 4
"""Words of a quotation; fewer are a title, a nickname or a word used with reserve. Of 180 quotations of four words and
more in the fitting and choosing parts of `benchmarks.judging`, 84 are in the text verbatim; where none of it is, 47 of
70 claims are wrong, and most of the other 23 quote what was said elsewhere."""

FEWEST_WITHOUT_CAPITALS = 7
"""The same where titles are not capitalised, as outside English: *Cien años de soledad* is a title."""

NEARLY = 0.75
"""Share of a quotation's words, in their order, from which a passage is the one that it quotes."""

_ELLIPSIS = 40
"""Words that an ellipsis may leave out."""

_PASSAGES = 40
"""Passages of a page that a quotation is compared with word by word."""

_MARKED = re.compile(
    r"[“„«「『《\"]([^“”„«»「」『』《》\"]{1,600})[”»」』》\"“]"
    r"|``\s*(.{1,600}?)\s*''"
    r"|‘((?:[^‘’]|(?<=\w)’(?=\w)){1,600})’(?!\w)"
)
_LEFT_OUT = re.compile(r"\.\s?\.\s?\.|…|\[[^\]]*\]")
_LETTER = re.compile(r"\[(\w)\](?=\w)")


def quoted(text: str, tokens: Sequence[Word], code: str = "en") -> Iterator[Quotation]:
    """Find the quotations of `text`, whose words are `tokens`, in this language (ISO 639-1)."""
    least = FEWEST if code == "en" else FEWEST_WITHOUT_CAPITALS
    if text[:1] == text.rstrip()[-1:] == '"':
        # The marks are those of a table's cell.
        return
    for match in _MARKED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        inside = [word for word in tokens if start <= word.start < end]
        content = [word for word in inside if word.form not in STOPWORDS]
        small = [word for word in content if not text[word.start].isupper()]
        if len(inside) < least or not content or 2 * len(small) < len(content):
            continue
        pieces = _LEFT_OUT.split(_LETTER.sub(r"\1", text[start:end]))
        runs = (tuple(map(normal, written(piece, 0, len(piece)))) for piece in pieces)
        stripped = text[start:end].strip()
        start = text.index(stripped, start)
        yield Quotation(start, start + len(stripped), tuple(run for run in runs if run))


def verbatim(quotation: Quotation, page: Page) -> Iterator[tuple[int, int]]:
    """Find the spans of the page's text that the quotation repeats."""
    first, *others = quotation.runs
    for place in _starts(first, page):
        end = place + len(first)
        for run in others:
            near = (start for start in _starts(run, page) if end <= start <= end + _ELLIPSIS)
            start = next(near, None)
            if start is None:
                break
            end = start + len(run)
        else:
            yield page.span(place)[0], page.span(end - 1)[1]


def reworded(quotation: Quotation, page: Page) -> tuple[tuple[int, int], bool] | None:
    """Find the passage that a quotation repeats but for some words; None where there is none.

    Returns:
        The passage's span, and whether it says the same: only function words differ, and no negation.
    """
    forms = tuple(map(page.stem, quotation.forms))
    passages = (_likest(forms, start, page) for start in _passages(quotation.forms, page))
    share, first, end = max(passages, default=(0.0, 0, 0))
    if share < NEARLY:
        return None
    there = tuple(map(page.stem, page.forms[first:end]))
    compared = SequenceMatcher(None, forms, there, autojunk=False).get_opcodes()
    apart = [(forms[left:right], there[begin:last]) for kind, left, right, begin, last in compared if kind != "equal"]
    same = not any(_tells(form, page) for ours, theirs in apart for form in (*ours, *theirs))
    return (page.span(first)[0], page.span(end - 1)[1]), same


def _likest(forms: tuple[str, ...], start: int, page: Page) -> tuple[float, int, int]:
    """Compare stems with those of a page from `start` on: which share it has, and where that begins and ends."""
    there = tuple(map(page.stem, page.forms[start : start + 2 * len(forms)]))
    blocks = SequenceMatcher(None, forms, there, autojunk=False).get_matching_blocks()[:-1]
    # A lone word far from the others is a coincidence.
    runs = [block for block in blocks if block.size > 1] or blocks
    if not runs:
        return 0.0, start, start
    first, end = runs[0].b, runs[-1].b + runs[-1].size
    shared = sum(block.size for block in blocks if first <= block.b < end)
    return shared / max(len(forms), end - first), start + first, start + end


def _tells(form: str, page: Page) -> bool:
    """Whether a word that one side lacks changes what is said."""
    return form not in STOPWORDS or denies(form, page.language)


def _starts(run: tuple[str, ...], page: Page) -> list[int]:
    """Find where a page has these words in a row."""
    rarest = min(range(len(run)), key=lambda place: len(page.places.get(run[place], ())))
    return [
        place - rarest
        for place in page.places.get(run[rarest], ())
        if place >= rarest and tuple(page.forms[place - rarest : place - rarest + len(run)]) == run
    ]


def _passages(forms: tuple[str, ...], page: Page) -> list[int]:
    """Find where the passages begin that have most of the quotation's content words."""
    wanted = {form for form in forms if form not in STOPWORDS}
    places = sorted(place for form in wanted for place in page.places.get(form, ()))
    reach, counted, last = len(forms) + len(forms) // 2, [], 0
    for first, place in enumerate(places):
        last = max(last, first)
        while last < len(places) and places[last] < place + reach:
            last += 1
        counted.append((last - first, -place))
    enough = [(count, place) for count, place in counted if 2 * count >= len(wanted)]
    return [max(0, -place - len(forms) // 2) for _, place in sorted(enough, reverse=True)[:_PASSAGES]]
