"""Whether a page is the work that a reference names, or plainly another: an article, a home page, a new owner's. Pure.

A reference's title and a page's titles differ in many harmless ways: capitals, site names, lost subtitles, headlines
that editors change, translations. So a page is another's only if none of its titles shares a word with the reference's,
hardly any word of that is in its text, and both are in one language. A reference may also give its editor's words for a
title; a page that has the day or an author of the reference, or the title that its address spells, is the work. What is
left is a doubt, which a page that speaks of the claim's own matter refutes (`crawler.stages.judging`).
"""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from claims.language.detection import language_of, script
from claims.language.loader import code, language
from claims.language.stemming import stemmer
from claims.language.tokens import STOPWORDS, stopwords, words
from claims.records import BlockKind, Citation, Source, Status
from crawler.outcome import Failure
from crawler.urls import split_web_url

# Content words that a title has at least to be compared.
_FEW = 3
_MOST_IN_TEXT = 1 / 3
"""Share of a title's words below which a page's text does not speak of it. Of the 91 pages of the article extraction
benchmark, with titles and headings removed, 6 are below it (their titles are puns, or the text is a list); of pairs of
a title and another page, 90 %."""
_READ = 100_000
_PARTS = re.compile(r"\s+(?:[|·•»«–—-]|--)\s+")
_HEADINGS = 3
_MOST_OF_SLUG = 1 / 2
"""Share of the words of an address that are in a page's titles if it is that page. Of the 89 articles of the extraction
benchmark whose address spells words, 79; of 8,010 pairs of an address and another article 9, all on the same event."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d"}
)


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
    if _of_the_day(citation, source) or _spelled_by_address(citation, named, common):
        return None
    return Failure(
        status=Status.MOVED,
        reason=f"the address leads to another page: the reference names “{citation.title}”, the copy “{named[0]}”",
        by_title=True,
    )


def _titles(source: Source) -> list[str]:
    headings = [source.text[p.start : p.end] for p in source.passages if p.kind is BlockKind.HEADING][:_HEADINGS]
    return [_without_site(title) for title in (source.title, *source.other_titles, *headings) if title]


def _without_site(title: str) -> str:
    """Return the longest part of a title: the others name the site and its sections."""
    return max(_PARTS.split(title), key=len)


def _common_language(citation: Citation, source: Source) -> str | None:
    """Return the language that a reference and a page are both in, None if that is not known.

    Editors translate titles, mostly into English: one in plain letters that does not show its language is in that of an
    English page.
    """
    title, text = citation.title or "", source.text[:_READ]
    theirs = language_of(text) or _declared(source)
    if theirs is None or script(title) != script(text):
        return None
    if _shows(title, theirs):
        return theirs
    named = language_of(f"{title} {citation.text}")
    plain = all(letter.isascii() for letter in title if letter.isalpha())
    return theirs if named == theirs or (named is None and theirs == "en" and plain) else None


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


def _of_the_day(citation: Citation, source: Source) -> bool:
    return citation.date is not None and len(citation.date) == len("2006-03-10") and citation.date == source.published


def _spelled_by_address(citation: Citation, named: list[str], spoken: str) -> bool:
    """Return whether the cited address spells one of a page's titles (`/2019/bridge-opens`)."""
    titles = _plain(" ".join(named))
    return any(
        len(shared) >= max(2, _MOST_OF_SLUG * len(slug))
        for url in citation.urls
        for slug in [_slug(url) - stopwords(spoken)]
        for shared in [slug & titles]
    )


def _slug(url: str) -> frozenset[str]:
    """Return the words of that part of an address's path which has most."""
    path = split.path if (split := split_web_url(url)) else ""
    return max((_plain(unquote(part)) for part in path.split("/")), key=len)


def _plain(text: str) -> frozenset[str]:
    """Return the words of a text as addresses spell them: `ueber` and `uber` for `über`."""
    text = text.lower()
    spellings = (text, text.translate(_SPELLED))
    bare = (unicodedata.normalize("NFKD", each) for each in spellings)
    return frozenset(
        word for each in bare for word in _WORD.findall("".join(c for c in each if not unicodedata.combining(c)))
    )


def _stems(texts: Iterable[str], spoken: str) -> frozenset[str]:
    stem, of_grammar = stemmer(spoken), stopwords(spoken)
    return frozenset(stem(word.form) for text in texts for word in words(text) if word.form not in of_grammar)
