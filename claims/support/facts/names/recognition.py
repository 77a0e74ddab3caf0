"""Names in a claim: runs of capitalised words, the joining words between them, words in quotes."""

import re
from collections.abc import Callable, Collection, Iterator

from claims.language.loader import language
from claims.language.tokens import STOPWORDS, Word, normal, stopwords
from claims.support.facts.detail import Name
from claims.support.facts.names.nouns import opens, without_nouns

_QUOTED = re.compile(r"[“„«「『《\"]([^“”„«»「」『』《》\"]{2,200})[”»」』》\"“]")


def quoted_names(text: str, tokens: list[Word]) -> Iterator[Name]:
    """Find the quotations in `text`, whose words are `tokens`; a lone ordinary word is no quotation."""
    for match in _QUOTED.finditer(text):
        start, end = match.span(1)
        inside = [word for word in tokens if start <= word.start < end]
        parts = tuple(word.form for word in inside if word.form not in STOPWORDS) or tuple(w.form for w in inside)
        if inside and (len(parts) > 1 or text[inside[0].start].isupper() or not text[inside[0].start].isascii()):
            yield Name(inside[0].start, inside[-1].end, parts, quoted=True)


def abbreviates(name: Name, text: str, tokens: list[Word]) -> bool:
    """Whether a name is a short form, in brackets, of the words before it: diastolic blood pressure (DBP)."""
    if len(name.parts) > 1 or text[max(0, name.start - 1) : name.start] != "(" or not text[name.end :].startswith(")"):
        return False
    before = [word.form for word in tokens if word.end < name.start]
    letters = [letter for letter in name.parts[0] if letter.isalpha()]
    full = (before[-len(letters) :], [form for form in before if form not in STOPWORDS][-len(letters) :])
    return len(letters) > 1 and any([form[0] for form in forms] == letters for forms in full)


def names(text: str, tokens: list[Word], common: Callable[[str], bool], language: str = "en") -> Iterator[Name]:
    """Find the names in `text`, whose words are `tokens`, in this language (ISO 639-1).

    `common` says whether a word is also written in lower case somewhere near: then a capital at the start of a
    sentence says nothing. No name begins with a word of the language's grammar.
    """
    for run in _runs(text, tokens, common, stopwords(language)):
        for proper in without_nouns(text, tokens, run, language):
            yield from _name(text, proper)


def _runs(text: str, tokens: list[Word], common: Callable[[str], bool], empty: Collection[str]) -> Iterator[list[Word]]:
    """Yield the runs of words with capitals, and of what joins them."""
    run: list[Word] = []
    for place, token in enumerate(tokens):
        if run and not _joined(text, run[-1], token):
            yield run
            run = []
        if _belongs(text, tokens, place, run, common, empty):
            run.append(token)
        elif run:
            yield run
            run = []
    yield run


def _belongs(
    text: str, tokens: list[Word], place: int, run: list[Word], common: Callable[[str], bool], empty: Collection[str]
) -> bool:
    """Whether this word begins a name, or goes on with the one that `run` begins."""
    token = tokens[place]
    if not run:
        return _capital(text, token) and not (
            (token.form in empty and not _acronym(text, tokens, place))
            or (opens(text, token) and common(token.form) and not _shouted(text, token))
        )
    hyphened = text[run[-1].end : token.start] == "-"
    numbered = token.form.isdigit() and len(token.form) < 3 and len(run) == 1
    joining = token.form in language("en").names.particles and _goes_on(text, tokens, place, run)
    return _capital(text, token) or hyphened or numbered or joining


def _capital(text: str, token: Word) -> bool:
    if not text[token.start].isupper() or text[token.start : token.end] == "I":
        return False
    return token.form not in language("en").names.capitalised


def _shouted(text: str, token: Word) -> bool:
    return token.end - token.start > 1 and text[token.start : token.end].isupper()


def _acronym(text: str, tokens: list[Word], place: int) -> bool:
    """Whether a word like WHO is one: three capitals or more, and no neighbour written so too."""
    beside = tokens[max(0, place - 1) : place] + tokens[place + 1 : place + 2]
    long = tokens[place].end - tokens[place].start > 2
    return long and _shouted(text, tokens[place]) and not any(_shouted(text, each) for each in beside)


def _joined(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    short = left.end - left.start == 1 or left.form in language("en").names.abbreviations
    initial = short and between == ". "
    return initial or (len(between) <= 3 and not re.search(r"[,;:!?()\[\]\"“”«»\n]|\.\s", between))


def _goes_on(text: str, tokens: list[Word], place: int, run: list[Word]) -> bool:
    """Whether, past this joining word and at most one more, the name goes on. "and" joins sentences too: not it."""
    opened_only = len(run) == 1 and opens(text, run[0]) and tokens[place].form == "of"
    known = language("en").names
    if tokens[place].form in known.conjunctions or opened_only:
        return False
    for ahead in tokens[place + 1 : place + 3]:
        if _capital(text, ahead):
            return True
        if ahead.form not in known.particles:
            return False
    return False


def _name(text: str, run: list[Word]) -> Iterator[Name]:
    particles = language("en").names.particles
    while run and run[-1].form in particles:
        run = run[:-1]
    # What a hyphen adds in small letters is no name: COVID-19-related, Host-viral.
    parts = tuple(word.form for word in run if word.form not in particles and not text[word.start].islower())
    if parts and any(len(part) > 1 for part in parts):
        opening = opens(text, run[0])
        sure = len(parts) > 1 or not opening or _shouted(text, run[0])
        yield Name(run[0].start, run[-1].end, parts, sure=sure, opening=opening)


def name_words(text: str) -> frozenset[str]:
    """Return the normal forms of all words of `text`, to see whether it mentions a name."""
    return frozenset(normal(word) for word in re.findall(r"[^\W_]+", text))
