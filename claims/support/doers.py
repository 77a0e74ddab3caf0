"""The subject of a verb, in a claim and wherever its pages have the verb: names and common nouns alike.

"The unions welcomed the sale" has every word of "The unions opposed the sale, while the port welcomed it".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word
from claims.support.match import Match
from claims.support.page import Page
from claims.support.roles import past
from claims.support.turns import Turn

APART = 3
"""Words between two nouns from which on they are two things; nearer they may be one: the actor Ben Hale."""

MOST = 20
"""Sentences with the verb that are looked at."""

REACH = 4
"""Words behind a verb among which its object is."""

LONGEST = 5
"""Words of what opens a clause."""

_PARTS = (",", ";", ":", "–", "—", "(", ")", '"', "“", "”", "-")


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb at `place` of a line whose subject is the noun at `doer`; `done` are the words close behind."""

    place: int
    doer: int
    done: frozenset[str]


def deeds(text: str, line: list[Word]) -> Iterator[Deed]:
    """Yield the verbs of a line, in order, whose subject is a noun that opens a clause in the active."""
    verbs = language("en").verbs
    for place, word in enumerate(line):
        behind = [each.form for each in line[place + 1 : place + 1 + REACH]]
        deed = past(word.form) and not any(word.form in kind for kind in (verbs.reporting, verbs.stative, STOPWORDS))
        if not deed or "by" in behind[:2]:
            continue
        doer = place - 1
        while doer > 0 and (line[doer].form in verbs.between or line[doer].form.endswith("ly")):
            doer -= 1
        if doer >= 0 and _opens(text, line, doer, place):
            yield Deed(place, doer, frozenset(behind))


def _opens(text: str, line: list[Word], doer: int, verb: int) -> bool:
    """Whether the noun before a verb is the end of what opens a clause: "while the old port authority welcomed"."""
    form, grammar = line[doer].form, language("en").grammar
    between = text[line[doer].end : line[verb].start]
    if form in STOPWORDS or form.isdigit() or past(form) or any(mark in between for mark in _PARTS):
        return False
    for at in range(doer, max(-1, doer - LONGEST), -1):
        gap = text[line[at - 1].end : line[at].start] if at else ","
        if any(mark in gap for mark in _PARTS):
            return True
        if line[at - 1].form in grammar.subordinators:
            return True
        if line[at - 1].form in STOPWORDS - grammar.determiners or past(line[at - 1].form):
            return False
    return False


def others_deed(text: str, claim: list[Word], seen: Match) -> Iterator[Turn]:
    """Find a claim's main verb, if its pages give it another subject wherever they have it with the same object."""
    ours = next(deeds(text, claim), None)
    if ours is None:
        return
    found = [other for page in seen.pages for other in _told(page, text, claim, ours)]
    if found and all(found):
        verb = claim[ours.place].form
        yield Turn(f"{claim[ours.doer].form} {verb}", f"{found[0]} {verb}")


def _told(page: Page, text: str, claim: list[Word], ours: Deed) -> Iterator[str | None]:
    """For each place where a page has the verb of a claim's deed, who else did it, or None where that is not plain."""
    verb, doer = page.stem(claim[ours.place].form), page.stem(claim[ours.doer].form)
    capital = text[claim[ours.doer].start].isupper()
    done = {page.stem(form) for form in ours.done - STOPWORDS}
    for local in dict.fromkeys(page.sentence_of_word(place) for place in page.find(verb)[:MOST]):
        line = page.words_of(local)
        stems = [page.stem(each.form) for each in line]
        theirs = {each.place: each for each in deeds(page.source.text, line)}
        for place in (at for at, form in enumerate(stems) if form == verb and done.intersection(stems)):
            other = theirs.get(place)
            alike = other is not None and page.source.text[line[other.doer].start].isupper() == capital
            if other is None or not alike or not _done(other, done, page):
                yield None
            else:
                yield line[other.doer].form if _two(page, doer, stems[other.doer]) else None


def _done(deed: Deed, done: set[str], page: Page) -> bool:
    """Whether a verb has the claim's object, or a pronoun in its place."""
    pronouns = language("en").grammar.objects
    return any(page.stem(form) in done or form in pronouns for form in deed.done)


def _two(page: Page, one: str, other: str) -> bool:
    """Whether a page shows that two nouns are two things: a sentence has both, and none has them side by side."""
    first, second = page.find(one), page.find(other)
    near = [
        abs(a - b) for a in first[:MOST] for b in second[:MOST] if page.sentence_of_word(a) == page.sentence_of_word(b)
    ]
    return bool(near) and min(near) > APART
