"""The dates of a reference entry: which is that of publication, which of access, which of archiving.

`claims.language.dates.dates` reads the dates themselves; the words before and behind a date (`retrieved`,
`Archived from the original on`) decide between the three.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.language.dates.dates import Date, reference_dates
from claims.references.date_phrases import access_phrase, access_phrase_behind, archive_phrase, archive_phrase_behind
from claims.references.entry_styles import QUOTED

_BEFORE = 60  # characters before a date that may contain `Archived from the original on`
_BEHIND = 24  # characters behind a date that may contain `アーカイブ`
_LONGEST_VOLUME = 2  # years of a volume (`2001–02`); more are a life or a reign
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_NEXT_WORD = re.compile(r"\s[^\W\d_]")
# Behind the year of an imprint: `Berlin 2008 ISBN 978…`, `Wien 1999 S. 14`.
_NUMBERED = re.compile(r"\s(?:ISBN|ISSN|OCLC|DOI)\b|\s(?:S|p|pp|s|c|с|str|стр|pág|pag|Seiten?|pages?|Bd|vol)\.?\s\d")
_ADDRESS_AND_TITLE = re.compile(r"\s+[-–—]\s")  # the address itself is blank by then
_YEAR_FIRST = re.compile(r"\[\d{4}[-年.]")
_DASH = re.compile(r"^[-–—|]|[-–—|]$")
_SPAN = re.compile(r"(?<!\d)\d{4}\s[-–—]$")  # the first year of `1999 - 2003`
_SPAN_BEHIND = re.compile(r"\s[-–—]\s(?:[^\W\d_]{3,12}\s)?\d{4}(?!\d)")  # the last of `1906 – April 1945`
_DECADE = re.compile(r"['’]?s\b|er\b")  # behind a year: 1800s, 1920er
_VOLUME = re.compile(r"\s?;\s?\d")  # behind the year in Vancouver style: 2005;12(1):3–9
_FEWEST_OF_TITLE = 2  # words before a year that is one of the title
_CLOSE_BEHIND = 8  # characters behind a date that may contain a word for access


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDates:
    """The dates of an entry.

    Attributes:
        published: the date of publication, with its place in the text, or None.
        access: the date of access, ISO 8601, or None.
        archived: the date of archiving, ISO 8601, or None.
        end: offset at which the words about access and archiving begin; the length of the text if there are none.
    """

    published: Date | None
    access: str | None
    archived: str | None
    end: int


def read_dates(text: str) -> EntryDates:
    """Find the dates of the entry `text`."""
    published: list[Date] = []
    access = archived = bracketed = None
    end, begin = len(text), 0
    titles = [match.span() for match in QUOTED.finditer(text)]
    for date in reference_dates(text):
        first = max(begin, date.start - _BEFORE)
        before, behind = text[first : date.start], text[date.end : date.end + _BEHIND]
        archived_at, access_at = _last(archive_phrase(), before), _last(access_phrase(), before)
        if access_at is not None and (archived_at is None or access_at > archived_at):
            access, end = access or date.iso, min(end, first + access_at)
        elif archived_at is not None or archive_phrase_behind().search(behind):
            archived = archived or date.iso
            end = min(end, first + archived_at if archived_at is not None else date.start)
        elif access_phrase_behind().search(behind[:_CLOSE_BEHIND]):
            access, end = access or date.iso, min(end, date.start)
        elif _in_square_brackets(text, date, alone=not published):
            bracketed = bracketed or date.iso
        elif not _is_of_title(text, date, titles):
            published.append(date)
        begin = date.end
    read = access or bracketed
    published = [date for date in published if not read or (date.year or 0) <= int(read[:4])]  # or of its title
    precise = next((date for date in published if len(date.iso) > len("2006")), None)
    of_volume = next((date for date in published if _VOLUME.match(text, date.end)), None)
    chosen = precise or of_volume or next(iter(published), None)
    return EntryDates(published=chosen, access=read, archived=archived, end=max(end, 0))


def _in_square_brackets(text: str, date: Date, *, alone: bool) -> bool:
    """Whether a day is in square brackets of its own, as GB/T 7714 and Chinese templates write that of access.

    English templates so write the day of an original, in words and behind that of the edition.
    """
    written = text[date.start - 1 : date.end + 1] if date.start else ""
    brackets = written.startswith("[") and written.endswith("]")
    return date.day is not None and brackets and (alone or _YEAR_FIRST.match(written) is not None)


def _is_of_title(text: str, date: Date, titles: Sequence[tuple[int, int]]) -> bool:
    """Whether a date is one that a title speaks of: quoted, a decade, a year among words, years of life, a label.

    Styles set the year of publication apart, by brackets, a comma or a stop. In an entry that is an address and the
    title of its page (`https://… - Outlook, 2030`), only a year between dashes is that of publication.
    """
    if any(start < date.start and date.end < end for start, end in titles):
        return True
    before, behind = text[: date.start].rstrip(), text[date.end :]
    if _DECADE.match(behind):
        return True
    if before.endswith((":", ";")) and behind.startswith(":"):
        return True  # `Winners by year: 2006: “The winners”; 2007: …`
    if len(date.iso) > len("2006"):
        return _SPAN.search(before) is not None  # `1906 – April 1945`
    apart = _DASH.search(before) and _DASH.match(behind.lstrip())  # `- Brenner - 2024 - Coast Journal`
    if (_ADDRESS_AND_TITLE.match(text) and not apart) or _SPAN.search(before) or _SPAN_BEHIND.match(behind):
        return True
    if date.other_year and date.other_year - (date.year or 0) > _LONGEST_VOLUME:
        return True
    word = _LAST_WORD.search(before)
    if word is None or _NUMBERED.match(behind):
        return False
    return word[0].islower() or _NEXT_WORD.match(behind) is not None


def ends_with_year(title: str, date: str) -> bool:
    """Whether a date is a year that a title ends with, as a word of it: `Global Power City Index 2011`."""
    before = title.removesuffix(date).rstrip('“”"') if len(date) == len("2006") and title.endswith(date) else ""
    return len(before.split()) >= _FEWEST_OF_TITLE and before[-1:].isspace() and before.rstrip()[-1:].isalnum()


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    """Find where the last match of `pattern` starts."""
    starts = [match.start() for match in pattern.finditer(text)]
    return starts[-1] if starts else None
