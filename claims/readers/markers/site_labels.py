"""Labels of sources without addresses, as copies of chats keep them: `… in 1968. Harbour Gazette+1`, `en.wikipedia+2`.

The interfaces of ChatGPT and Perplexity print the name of a site, and how many more say the same; ChatGPT's
applications leave an object replacement character. `broken_markers` joins what a copy of a page has on several lines.
"""

import re
from collections.abc import Iterator

_NAME = r"(?!UTC|GMT)[^\W_][\w&'’./-]{1,30}(?:[ \xa0][\w&'’./-]{1,30}){0,4}?"
_MORE = r"[ \xa0]?\+\d{1,2}(?!\d)"
_GAP = r"[\s\u200b\u2060]{0,3}"
_LABEL = re.compile(rf"({_NAME}){_MORE}")
_FOUND = re.compile(
    rf"[.!?…。！？؟।)\]”\"’»]{_GAP}(?P<chain>(?:{_NAME}{_MORE}{_GAP}){{1,8}})(?!{_GAP}[a-z])"
    rf"|(?<![\w/@.-])(?P<host>[a-z]{{1,3}}\.(?:[\w-]{{1,40}}\.){{0,2}}[a-z][\w-]{{1,20}}){_MORE}"
    r"|【‡(?P<line>[^】\n]{1,60})】"
    r"|(?<=\S)(?P<object>[^\S\n]{0,2}\ufffc)"
)
_SIGNS = re.compile(r"\+\d|‡|\ufffc")
# Hosts in round brackets at the end of a clause, which stand for links: `… in 1962 (harbour.example, paper.org).`
# Endings of files that are those of countries as well are none.
_HOST = r"(?:[\w-]{1,40}\.){1,4}(?!(?:md|py|rs|sh|ps|cc|so|pm)\b)(?:[a-z]{2}|com|org|net|edu|gov|info|news|app|example)"
_HOSTS = re.compile(rf"(?<=\w)\s?\(({_HOST}(?:[,;]\s?{_HOST}){{0,5}})\)(?=[.,;:!?。]|\s*$|\s+[^\W\da-z])", re.MULTILINE)
FEWEST_HOSTS = 2
"""Hosts in round brackets that show a habit of the document."""
_OBJECT = "embedded object"  # the id of a source of which only the place is left


def find_hosts(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find hosts in round brackets, which a copy of a chat has instead of links: start, end and hosts of each."""
    if "(" in text:
        for match in _HOSTS.finditer(text):
            yield *match.span(), tuple(re.split(r"[,;]\s?", match[1]))


def find_site_labels(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Find the labels in `text`: start, end and names of each."""
    if not _SIGNS.search(text):
        return
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or "chain"
        start, end = match.span() if kind in ("host", "line") else match.span(kind)
        if kind == "chain":
            end = start + len(match[kind].rstrip())
            yield start, end, tuple(dict.fromkeys(_LABEL.findall(match[kind])))
        else:
            yield start, end, (_OBJECT if kind == "object" else match[kind],)
