"""The names of a claim and of a sentence, each with the verb whose agent it is.

Capitals show names; the place of a name shows who acts: before the verb, or behind "by".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from claims.language.loader import language
from claims.language.tokens import Word
from claims.records import FactKind
from claims.support.facts.detail import Name
from claims.support.facts.names.recognition import names
from claims.support.facts.names.spelling import same_name
from claims.support.index.page import Page
from claims.support.retrieval.match import Match

REACH = 6
"""Words between two names, or between a verb and its agent, beyond which they are unrelated."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, by its stem, and whether the name before it is whom it is done to."""

    verb: str
    suffered: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A name at words `first` to `last`, as written in `text`.

    Attributes:
        deed: the verb whose agent it is, or that it suffers, as far as its place shows: "NAME sold …", "NAME was sold",
            "was sold … by NAME".
        bit: the number of the claim's detail that it is, or -1 for a name of a sentence.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    text: str
    deed: Deed | None
    bit: int = -1

    @property
    def owns(self) -> bool:
        """Whether it is a possessive."""
        return self.text.endswith(("'s", "’s"))


def claimed(text: str, claim: list[Word], seen: Match) -> list[Place]:
    """The names of a claim, in order."""
    stem = seen.pages[0].stem
    return [
        place
        for bit, detail in enumerate(seen.details)
        if detail.kind is FactKind.NAME and isinstance(detail.what, Name) and not detail.what.quoted
        for place in _place(detail.what, claim, text, stem, bit)
    ]


def names_of(sentence: list[Word], page: Page) -> list[Place]:
    """The names of a sentence that are names beyond doubt, in order: they are no mere capitals at its beginning."""
    found, titles = names(page.source.text, sentence, lambda form: False, page.language), language("en").names.titles
    titled = {word.start for before, word in pairwise(sentence) if before.form in titles}
    sure = [name for name in found if name.sure or name.start in titled]
    return [place for name in sure for place in _place(name, sentence, page.source.text, page.stem, -1)]


def _place(name: Name, line: list[Word], text: str, stem: Callable[[str], str], bit: int) -> Iterator[Place]:
    own = [at for at, word in enumerate(line) if name.start <= word.start < name.end]
    if own:
        deed = _deed(own[0], own[-1], line, text)
        stemmed = deed and replace(deed, verb=stem(deed.verb))
        yield Place(own[0], own[-1], name.parts, text[name.start : name.end], stemmed, bit)


def _deed(first: int, last: int, line: list[Word], text: str) -> Deed | None:
    """What the name at these words does or suffers, the verb as it is in the line."""
    forms, verbs = [word.form for word in line], language("en").verbs
    if forms[max(0, first - 1) : first] == ["by"] or forms[max(0, first - 2) : first] == ["by", "the"]:
        start = max(0, first - 2 * REACH)
        being = max((at for at in range(start, first) if forms[at] in verbs.passive), default=None)
        before = forms[being + 1 : first] if being is not None else forms[max(0, first - 2) : first]
        return next((Deed(form) for form in reversed(before) if past(form)), None)
    governed = forms[max(0, first - 1) : first] in ([preposition] for preposition in ("in", "of"))
    if not governed and text[line[last].end : line[last].end + 2].strip()[:1].isalnum():
        behind = [form for form in forms[last + 1 : last + 6] if form not in verbs.between_name]
        deeds = list(dropwhile(verbs.passive.__contains__, behind))
        is_or_was, deed = len(deeds) < len(behind), next(iter(deeds), "")
        if past(deed):
            # "Signed with" somebody is mutual.
            return None if deeds[1:2] == ["with"] else Deed(deed, suffered=is_or_was or deeds[1:2] == ["by"])
        return Deed(deed) if is_or_was and deed.endswith("ing") else None
    return None


def past(form: str) -> bool:
    """Whether an English word has the form of a verb in the past."""
    verbs = language("en").verbs
    return (form.endswith("ed") or form in verbs.past) and form not in verbs.passive


def alike(name: Place, other: Place) -> bool:
    """Whether two names may be one: a shared or like word, or one the other's initials."""
    letters = ["".join(part[0] for part in each.parts) for each in (name, other)]
    return (
        any(
            a in b or b in a or same_name(a.rstrip("s") or a, b.rstrip("s") or b)
            for a in name.parts
            for b in other.parts
        )
        or other.parts == (letters[0],)
        or name.parts == (letters[1],)
    )
