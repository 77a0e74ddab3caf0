"""Whether a page is the work that a reference names, or plainly another: an article, a home page, a new owner's. Pure.

A reference's title and a page's titles differ in many harmless ways: capitals, site names, lost subtitles, headlines
that editors change, translations. So a page is another's only if none of its titles shares a word with the reference's,
hardly any word of that is in its text, and both are in one language.
"""

import re
from collections.abc import Iterable

from claims.language.detection import language_of, script
from claims.language.loader import code, language
from claims.language.stemming import stemmer
from claims.language.tokens import STOPWORDS, stopwords, words
from claims.records import BlockKind, Citation, Source, Status
from crawler.outcome import Failure

# Content words that a title has at least to be compared.
_FEW = 3
_MOST_IN_TEXT = 1 / 3
"""Share of a title's words below which a page's text does not speak of it. Of the 91 pages of the article extraction
benchmark, with titles and headings removed, 6 are below it (their titles are puns, or the text is a list); of pairs of
a title and another page, 90 %."""
_READ = 100_000
_PARTS = re.compile(r"\s+(?:[|·•»«–—-]|--)\s+")
_HEADINGS = 3


def other_work(citation: Citation, source: Source) -> Failure | None:
    """Return that a page is plainly another work than the one that a citation names, or None."""
    named = _titles(source)
    common = _common_language(citation, source)
    if not citation.title or not named or common is None:
        return None
    wanted = _stems([_without_site(citation.title)], common) - _stems([citation.publisher or ""], common)
    if len(wanted) < _FEW or wanted & _stems(named, common):
        return None
    said = _stems([source.text[:_READ]], common)
    if len(wanted & said) >= _MOST_IN_TEXT * len(wanted) or _names_author(citation, said, common):
        return None
    return Failure(
        status=Status.MOVED,
        reason=f"the address leads to another page: the reference names “{citation.title}”, the copy “{named[0]}”",
    )


def _titles(source: Source) -> list[str]:
    headings = [source.text[p.start : p.end] for p in source.passages if p.kind is BlockKind.HEADING][:_HEADINGS]
    return [_without_site(title) for title in (source.title, *source.other_titles, *headings) if title]


def _without_site(title: str) -> str:
    """Return the longest part of a title: the others name the site and its sections."""
    return max(_PARTS.split(title), key=len)


def _common_language(citation: Citation, source: Source) -> str | None:
    """Return the language that a reference and a page are both in, None if that is not known.

    Editors translate titles, mostly into English: one that does not show its language is in that of an English page.
    """
    title, text = citation.title or "", source.text[:_READ]
    theirs = language_of(text) or _declared(source)
    if theirs is None or script(title) != script(text):
        return None
    if _shows(title, theirs):
        return theirs
    named = language_of(f"{title} {citation.text}")
    return theirs if named == theirs or (named is None and theirs == "en") else None


def _declared(source: Source) -> str | None:
    """Return the language that a page declares, if its text shows it; templates often declare another."""
    declared = code(source.language) if source.language else None
    return declared if declared and _shows(source.text[:_READ], declared) else None


def _shows(text: str, name: str) -> bool:
    """Return whether a text holds more function words of a language than of English."""
    found, known = text.lower().split(), language(name)
    own = {*known.tokens.function_words, *known.detection.words}
    return sum(word in own for word in found) > sum(word in STOPWORDS for word in found)


def _names_author(citation: Citation, said: frozenset[str], spoken: str) -> bool:
    return bool(_stems(citation.authors, spoken) & said)


def _stems(texts: Iterable[str], spoken: str) -> frozenset[str]:
    stem, of_grammar = stemmer(spoken), stopwords(spoken)
    return frozenset(stem(word.form) for text in texts for word in words(text) if word.form not in of_grammar)
