"""Count markers and addresses in documents without the readers, so that a check of the readers can fail.

Each counter knows only the plainest signs of one format: the standard library's HTML parser, or a few expressions.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import unquote

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
URL = re.compile(r"https?://[^\s<>\"'{}|\[\]]+", re.IGNORECASE)


def plain(url: str) -> str:
    """Return an address without what varies in print: scheme, `www`, case, escapes, final slash, fragment."""
    url = unquote(url.strip()).split("#:~:")[0].lower()
    url = re.sub(r"^(?:https?:)?//(?:www\.)?", "", url)
    return url.rstrip("/.,;:)]'\"”’")


class HtmlCounter(HTMLParser):
    """Markers in the text of a MediaWiki page by the number they print, and the outside addresses of each entry."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.markers: Counter[str] = Counter()
        self.urls: dict[str, set[str]] = {}
        self._open: list[tuple[str, str]] = []  # of open elements: name, and "entry:<id>", "heading" or ""
        self._marker: str | None = None
        self._outside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name: value or "" for name, value in attrs}
        role = ""
        if names.get("id", "").startswith("cite_note") and tag != "sup":
            role = "entry:" + names["id"]
            self.urls.setdefault(names["id"], set())
        elif re.fullmatch(r"h[1-6]", tag):
            role = "heading"
        elif "navbox" in names.get("class", "") or "mw-references" in names.get("class", ""):
            role = "aside"
        if tag not in VOID:
            self._open.append((tag, role))
        if tag == "a":
            target = names.get("href", "")
            roles = [role for _, role in self._open if role]
            if "#cite_note" in target and not roles:
                self._marker = ""
            entry = next((role for role in reversed(roles) if role.startswith("entry:")), "")
            kind = names.get("rel", "") + " " + names.get("class", "")
            outside = "external" in kind or "ExtLink" in kind
            if entry and outside and target.startswith(("http://", "https://", "//")):
                self.urls[entry.removeprefix("entry:")].add(plain(target))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._marker is not None:
            self.markers[" ".join(self._marker.split()).strip("[]【】() ")] += 1
            self._marker = None
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                break

    def handle_data(self, data: str) -> None:
        if self._marker is not None:
            self._marker += data


def count_html(text: str) -> tuple[Counter[str], dict[str, set[str]]]:
    counter = HtmlCounter()
    counter.feed(text)
    return counter.markers, counter.urls


class PageCounter(HTMLParser):
    """Markers of notes in a page that no MediaWiki made, by the number that they print.

    It counts links within the page that show a number and lead further down, and superscript numbers with which
    something further down begins. A link that leads up is the way back from a note, which shows its number too.
    """

    BLOCKS = frozenset(
        """
        p li div td th dd dt h1 h2 h3 h4 h5 h6 section article aside ol ul blockquote br hr body
        """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._places: dict[str, int] = {}  # ids and their places
        self._links: list[tuple[int, str, str, bool]] = []  # place, target, label, whether a sign marks it as a note
        self._raised: list[tuple[int, str, bool]] = []  # numbers: place, number, whether a block begins with it
        self._opens: list[str] = []
        self._place = 0
        self._target: str | None = None
        self._label = ""
        self._said = False
        self._linked = False
        self._begins = False
        self._first = True  # whether the block has no text yet

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name: value or "" for name, value in attrs}
        self._place += 1
        for name in filter(None, (names.get("id"), names.get("name") if tag == "a" else None)):
            self._places.setdefault(name, self._place)
        self._first = self._first or tag in self.BLOCKS
        if tag == "a" and names.get("href", "").startswith("#"):
            self._target, self._label = unquote(names["href"][1:]), ""
            self._said = "sup" in self._opens or bool(re.search("note|fn", " ".join(names.values())))
        if tag in ("sup", "strong"):
            self._label, self._begins, self._linked = "", self._first, False
        self._linked = self._linked or tag == "a"
        self._said = self._said or tag == "sup"
        if tag not in VOID:
            self._opens.append(tag)

    def handle_endtag(self, tag: str) -> None:
        label = "".join(self._label.split()).strip("[]().")
        if tag == "a" and self._target is not None:
            self._links.append((self._place, self._target, label, self._said))
            self._target = None
        elif tag in ("sup", "strong") and label.isdecimal() and (tag == "sup" or self._begins):
            self._raised.append((0 if self._linked else self._place, label, self._begins))
        if tag in self._opens:
            del self._opens[len(self._opens) - 1 - self._opens[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self._label += data
        self._first = self._first and not data.strip()

    def markers(self) -> Counter[str]:
        """Return how often each number is cited."""
        found = Counter(
            label
            for place, target, label, said in self._links
            if said and label.isdecimal() and self._places.get(target, 0) > place
        )
        below = {label: place for place, label, begins in self._raised if begins}
        found.update(label for place, label, begins in self._raised if not begins and 0 < place < below.get(label, 0))
        return found


def count_page(text: str) -> Counter[str]:
    counter = PageCounter()
    counter.feed(text)
    return counter.markers()


def count_wikitext(text: str) -> tuple[int, list[set[str]]]:
    """Markers in the body of wikitext, and the addresses in each note with content."""
    if "&lt;ref" in text and "<ref" not in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    text = re.sub(
        r"<!--.*?-->|<nowiki>.*?</nowiki>|<(pre|source|syntaxhighlight|math)\b.*?</\1>", "", text, flags=re.S | re.I
    )
    urls = [set(map(plain, URL.findall(body))) for body in re.findall(r"<ref\b[^>/]*>(.*?)</ref>", text, re.S | re.I)]
    text = re.sub(r"<references\b[^>/]*>.*?</references>", "", text, flags=re.S | re.I)
    text = re.sub(
        r"\{\{\s*(?:reflist|références|примечания)\b[^{}]*\|\s*refs\s*=(?:[^{}]|\{\{(?:[^{}]|\{\{[^{}]*\}\})*\}\})*\}\}",
        "",
        text,
        flags=re.S | re.I,
    )
    text = "\n".join(line for line in text.split("\n") if not re.match(r"==+.*==+\s*$", line))
    return len(re.findall(r"<ref\b", text, re.I)), urls


def count_numbers(text: str, numbers: Iterable[str]) -> Counter[str]:
    """Numbered markers `[n]`, runs and ranges, of the numbers that have an entry, not at the beginning of a line."""
    known = set(numbers)
    text = re.split(r"^\s*1\. \^", text, maxsplit=1, flags=re.M)[0]  # entries quote each other's unnamed links as [1]
    found: Counter[str] = Counter()
    for line in text.split("\n"):
        for match in re.finditer(r"\[(\d{1,4}(?:[\s,–-]+\d{1,4})*)\](?!\()", line):
            if line[: match.start()].strip(" \t>*-."):
                for part in re.split(r"\s*,\s*", match[1]):
                    ends = re.split(r"\s*[–-]\s*", part)
                    span = range(int(ends[0]), int(ends[-1]) + 1) if len(ends) == 2 else map(int, ends[0].split())
                    found.update(str(number) for number in span if str(number) in known)
    return found


def entry_urls(text: str) -> list[set[str]]:
    """The addresses on each line that opens an entry of a list: `[1] …`, `[^1]: …`, `1. ^ …`, `.. [1] …`."""
    for _ in range(2):  # an address wrapped over up to three lines
        text = re.sub(r"(https?://\S*[/_=&?%#-])\n[ \t]+(?=\S{0,80}[./?=&#_%-]\S)", r"\1", text)
    lines = re.findall(r"^\s{0,9}(?:\.\. )?(?:\[\^?\w{1,9}\]:?|\d{1,4}\. \^)\s(.*(?:\n {2,}\S.*)*)", text, re.M)
    return [{plain(url) for url in URL.findall(line) if "(" not in url} for line in lines]


def count_footnotes(text: str) -> Counter[str]:
    return Counter(re.findall(r"\[\^([^\]\s]+)\](?!:)", text))
