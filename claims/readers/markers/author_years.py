"""Author and year as a marker of an entry: `(Brenner, 2019; Olsen & Lund, 2018, p. 4)`, `Lund (2018)`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from claims.language.pointing import introduction
from claims.records import Citation

_SURNAME = re.compile(
    r"\W{0,3}((?:(?:van|von|de|der|den|la|le|du|di|da|al|el)[ -]){0,2}[^\W\d_][\w'’-]{1,40})", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d[a-z]?)(?!\w)")
_HEAD = 300  # characters of an entry within which its year is
_PARENTHESIS = re.compile(r"\s?\(([^()\[\]【\n⁰¹²³⁴⁵⁶⁷⁸⁹]{6,300})\)")
_NARRATIVE = re.compile(
    r"(?P<name>[^\W\d_][\w'’-]{1,40})(?:\s(?:et al\.|(?:and|und|et|y|e|&)\s[^\W\d_][\w'’-]{1,40})){0,2}"
    r"(?P<year>\s\(((?:1[5-9]|20)\d\d[a-z]?)(?:,\s?(?:pp?|S)\.\s?[\d–-]{1,9})?\))"
)
# `Brenner and Olsen 1988:314f.`: a note that is an author and a year itself, and the work of neither.
_SHORT = re.compile(r"[^\d().]{2,100}[ ,(]{1,2}\d{4}[a-z]?\)?(?:[,:]\s?[\d\s,;:f.pS–-]{0,40})?\.?")


class AuthorYears:
    """The entries of a document by surname and year.

    Args:
        citations: the entries.
    """

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._ids: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for citation in citations:
            surname, year = _SURNAME.match(citation.text), _YEAR.search(citation.text[:_HEAD])
            if surname and year and not _SHORT.fullmatch(citation.text.strip()):
                self._ids[surname[1].casefold(), year[1]].add(citation.id)

    def markers(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Find the markers in `text`: start, end and ids of each; one that may be of two entries is left alone."""
        if not self._ids or not _YEAR.search(text):
            return
        for match in _PARENTHESIS.finditer(text):
            ids = [self._of(part) for part in match[1].split(";")]
            if all(ids):
                yield *match.span(), tuple(filter(None, ids))
        for match in _NARRATIVE.finditer(text):
            found = self._ids.get((match["name"].casefold(), match[3]), set())
            if len(found) == 1:
                yield *match.span("year"), tuple(found)

    def _of(self, part: str) -> str | None:
        """Find the one entry of an author and a year."""
        part = _lead().sub("", part.strip(), count=1)
        surname, year = _SURNAME.match(part), _YEAR.search(part)
        found = self._ids.get((surname[1].casefold(), year[1]), set()) if surname and year else set()
        return next(iter(found)) if len(found) == 1 else None


@cache
def _lead() -> re.Pattern[str]:
    """Return the expression for words before an author: `see`, `e.g.,`. Behind an author called See is a year."""
    return re.compile(rf"\A(?:{introduction()}[,:]?\s(?!\d)){{1,2}}", re.IGNORECASE)
