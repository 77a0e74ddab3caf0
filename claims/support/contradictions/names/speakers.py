"""Words that a claim lets one person say, and its source another."""

from collections.abc import Collection, Iterator

from claims.language.loader import language
from claims.language.tokens import Word, stopwords
from claims.support.contradictions.names.places import Place, alike, names_of
from claims.support.contradictions.turn import Turn
from claims.support.facts.detail import Quotation
from claims.support.index.page import Page
from claims.support.retrieval.match import Match

REACH = 6
"""Words from a verb of speech to the name of who speaks: warned the agency's finance director Piet Abelmann."""


def misattributed(claim: list[Word], names: list[Place], seen: Match) -> Iterator[Turn]:
    """Find a speaker of the claim in whose place the sentences with the quotation have somebody else.

    Nothing is found where the page may name one speaker in two ways: a group and who speaks for it. Of 57 quotations in
    real texts that are given to another person of the same text, 51 are supported without this rule and 11 with it; of
    136 with their own speaker all are with either (`benchmarks.speakers`).
    """
    code = seen.pages[0].language
    for bit, detail in enumerate(seen.details):
        if not isinstance(detail.what, Quotation):
            continue
        ours = _speakers(claim, names, detail.start, detail.end, code)
        if len(ours) != 1:
            continue
        heard = [_heard(seen.pages[number], start, end) for number, start, end in seen.where[bit]]
        theirs = [speakers[0].text for speakers, _ in heard if len(speakers) == 1]
        named = any(alike(ours[0], name) for _, names in heard for name in names)
        if theirs and not named and all(_person(ours[0], page) for page in seen.pages):
            yield Turn(ours[0].text, theirs[0])
            return


def _heard(page: Page, start: int, end: int) -> tuple[list[Place], list[Place]]:
    """Return who says `text[start:end]` of a page, and all names of the sentences that hold it."""
    sentences = range(page.sentence_at(start), page.sentence_at(end - 1) + 1)
    line = [word for sentence in sentences for word in page.words_of(sentence)]
    names = names_of(line, page)
    return _speakers(line, names, start, end, page.language), names


def _speakers(line: list[Word], names: list[Place], start: int, end: int, code: str) -> list[Place]:
    """Return the names beside verbs of speech outside `text[start:end]`; none where a pronoun is beside one."""
    speech, empty = language(code).speech, stopwords(code)
    named = {at: name for name in names for at in range(name.first, name.last + 1)}
    inside = {at for at, word in enumerate(line) if start <= word.start < end}
    found: list[Place] = []
    for verb in (at for at, word in enumerate(line) if word.form in speech.verbs and at not in inside):
        beside = {at for at in (verb - 1, verb + 1) if 0 <= at < len(line)} - inside
        if any(line[at].form in speech.pronouns for at in beside):
            continue
        for side in (range(verb + 1, min(len(line), verb + 1 + REACH)), range(verb - 1, max(-1, verb - 1 - REACH), -1)):
            name = _first(side, line, named, inside, empty - speech.groups)
            found += [name] if name and name not in found else []
    return found


def _first(
    side: range, line: list[Word], named: dict[int, Place], inside: set[int], ends: Collection[str]
) -> Place | None:
    """Return the first name on one side of a verb, up to the quotation or a word with which something else begins."""
    for at in side:
        if at in named:
            return named[at]
        if at in inside or line[at].form in ends:
            return None
    return None


def _person(name: Place, page: Page) -> bool:
    """Whether a page has a name, and nowhere as that of a group: of which somebody is, or which owns something."""
    groups, text = language(page.language).speech.groups, page.source.text
    lasts = page.places.get(name.parts[-1], [])
    owning = any(text.startswith(("'s", "’s"), page.span(last)[1]) for last in lasts)
    firsts = [last - len(name.parts) for last in lasts]
    return bool(lasts) and not owning and not any(before >= 0 and page.forms[before] in groups for before in firsts)
