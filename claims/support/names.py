"""Names in a claim: runs of capitalised words, the joining words between them included."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.support.words import STOPWORDS, Word, listed, normal

_JOINING = listed("of the and de la le du des del della di da van von der den el al bin ibn y e & for in")
# Capitalised in English whatever they stand in, and checked as dates or not checkable as names.
_NO_NAMES = listed(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms dr sir"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name written at `text[start:end]`, and the normal forms of its words, joining words left out."""

    start: int
    end: int
    parts: tuple[str, ...]

    @property
    def acronym(self) -> str:
        """Its initials, lower case."""
        return "".join(part[0] for part in self.parts)


def names(text: str, tokens: list[Word], common: Callable[[str], bool]) -> Iterator[Name]:
    """The names in `text`, whose words are `tokens`.

    `common` tells whether a word is also written in lower case somewhere near: then a capital at the start of a
    sentence says nothing.
    """
    run: list[Word] = []
    for place, token in enumerate(tokens):
        if run and not _joined(text, run[-1], token):
            yield from _name(text, run)
            run = []
        if _belongs(text, tokens, place, run, common):
            run.append(token)
        else:
            yield from _name(text, run)
            run = []
    yield from _name(text, run)


def _belongs(text: str, tokens: list[Word], place: int, run: list[Word], common: Callable[[str], bool]) -> bool:
    """Whether this word begins a name, or goes on with the one that `run` begins."""
    token = tokens[place]
    if not run:
        return _capital(text, token) and not _opening(text, tokens, place, common)
    hyphened = text[run[-1].end : token.start] == "-"
    numbered = token.form.isdigit() and len(token.form) < 3 and len(run) == 1
    joining = token.form in _JOINING and _goes_on(text, tokens, place)
    return _capital(text, token) or hyphened or numbered or joining


def _capital(text: str, token: Word) -> bool:
    return text[token.start].isupper() and token.form not in _NO_NAMES and text[token.start : token.end] != "I"


def _joined(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    return (len(between) <= 3 and not re.search(r"[,;:!?()\"“”\n]|\.\s", between)) or (
        between == ". " and left.end - left.start == 1
    )


def _goes_on(text: str, tokens: list[Word], place: int) -> bool:
    """Whether, past this joining word and at most one more, the name goes on. "and" joins sentences too: not it."""
    if tokens[place].form in ("and", "in", "for", "e", "y"):
        return False
    for ahead in tokens[place + 1 : place + 3]:
        if _capital(text, ahead):
            return True
        if ahead.form not in _JOINING:
            return False
    return False


def _opening(text: str, tokens: list[Word], place: int, common: Callable[[str], bool]) -> bool:
    """Whether this capital may only open a sentence."""
    token = tokens[place]
    if token.form in STOPWORDS:
        return True
    before = text[: token.start].rstrip(" \"'“‘([")
    opens = not before or before[-1] in ".!?:\n"
    return opens and common(token.form) and not text[token.start : token.end].isupper()


def _name(text: str, run: list[Word]) -> Iterator[Name]:
    while run and run[-1].form in _JOINING:
        run = run[:-1]
    parts = tuple(word.form for word in run if word.form not in _JOINING)
    if parts and any(len(part) > 1 for part in parts):
        yield Name(run[0].start, run[-1].end, parts)


def name_words(text: str) -> frozenset[str]:
    """The normal forms of all words of `text`, to tell whether a name is known from it."""
    return frozenset(normal(word) for word in re.findall(r"[^\W_]+", text))
