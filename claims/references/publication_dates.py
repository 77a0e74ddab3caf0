"""The day on which a cited page was published: as it states, as its address shows, or as its reference says."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from claims.records import Citation, Source

_PATH = re.compile(
    r"(?:^|[/_-])(?P<year>199[4-9]|20\d\d)(?P<mark>[/_-]?)(?P<month>0[1-9]|1[0-2]|[a-z]{3})(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?=[/_.-]|$)"
    r"|/(?P<year2>199[4-9]|20\d\d)/(?P<month2>0?[1-9]|1[0-2])(?=/)",
    re.IGNORECASE,
)
"""How the addresses of news sites and weblogs give the day (2005/09/06, 2005-09-06, 20050906, 2005/sep/06) or month.

An earlier year than those of the first news sites is what the page is about: /the-landing-1944-06-06."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def with_publication_date(source: Source, citation: Citation) -> Source:
    """Return a source with its day of publication, if the page does not state it, from its address or reference."""
    if source.published:
        return source
    return replace(source, published=date_in_address(citation.url or source.url) or citation.date)


def date_in_address(url: str) -> str | None:
    """Return the day or the month that the path of a URL gives (ISO 8601), or None."""
    match = _PATH.search(urlsplit(url).path)
    if match is None:
        return None
    if match["year2"]:
        return f"{match['year2']}-{int(match['month2']):02}"
    name = match["month"].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(name) if name.isdigit() else 0
    try:
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return None
