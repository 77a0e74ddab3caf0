"""Text from outside made fit to be shown: control characters, addresses, dates, and links into a page's text."""

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ELLIPSIS = "…"

# C0 and C1 controls but tab and newline, and half surrogate pairs: none may stand in HTML or XML, some drive terminals.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Embeddings, overrides and isolates reorder what is around them ("Trojan Source", CVE-2021-42574). The mere marks
# (U+200E, U+200F, U+061C), which right-to-left prose needs, order only themselves and stay.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WAYBACK = re.compile(r"https?://web\.archive\.org/")
_MEMENTO = re.compile(r"(/\d{14})(/https?:)", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"(\d{4})-?(\d{2})?-?(\d{2})?", re.ASCII)

_ORDER = re.compile(r"^::|##(?=\w*\[)")
WORD_JOINER = "\u2060"

# A text directive is to name words in full, but browsers give up on very long ones; from here on only both ends.
_LONGEST_EXACT = 100
_END_WORDS = 5


def clean(text: str) -> str:
    """`text` without characters that could change how what stands around it is read."""
    if text.isprintable():  # nearly all text is, and no character that is looked for here
        return text
    return _REORDERING.sub("", _CONTROLS.sub("\ufffd", text))


def shorten(text: str, limit: int) -> str:
    """`text`, cut at `limit` characters with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def shorten_front(text: str, limit: int) -> str:
    """The end of `text`, cut to `limit` characters with an ellipsis before it."""
    return text if len(text) <= limit else ELLIPSIS + text[1 - limit :].lstrip()


def one_line(text: str) -> str:
    """`text` cleaned, with every run of white space one space, and no order to a CI system's log reader in it.

    GitHub's runner obeys lines that start with `::`, Azure's and GitHub's older form `##[` or `##vso[` anywhere in a
    line: a word joiner, which nobody sees, comes between.
    """
    return _ORDER.sub(_apart, " ".join(clean(text).split()))


def _apart(order: re.Match[str]) -> str:
    return WORD_JOINER.join(order[0])


def web_address(url: str | None) -> str | None:
    """`url` if following it can only open a web page, else None: no `javascript:`, no `data:`, no file."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def text_fragment(url: str, words: str) -> str:
    """`url` with a text fragment that makes a browser jump to `words` and mark them.

    Format: https://wicg.github.io/scroll-to-text-fragment/. A fragment that the address already has is replaced.
    """
    words = " ".join(words.split())
    base = url.split("#", 1)[0]
    if len(words) <= _LONGEST_EXACT:
        return f"{base}#:~:text={_directive(words)}" if words else base
    return f"{base}#:~:text={_directive(_first(words))},{_directive(_last(words))}"


def unframed(memento: str | None) -> str | None:
    """The address at which an archive shows a copy without a frame of its own around it.

    pywb and its kin put a replayed page into a frame, which a text fragment does not reach (seen with pywb 2 and
    Chromium); the page as it was archived (`id_` behind the time) has none. The Wayback Machine frames nothing.
    """
    if not memento or _WAYBACK.match(memento):
        return memento
    return _MEMENTO.sub(r"\1id_\2", memento, count=1)


def day(date: str | None) -> str:
    """An ISO date or a capture's 14 digits in words: `26 October 2007`, `March 2006`; anything else as it is."""
    found = _DATE.match(date or "")
    if not date or not found:
        return date or ""
    year, month, number = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(number)} {named}" if number and int(number) else named


def sentence(words: str) -> str:
    """`words` as a sentence: a capital in front, a full stop behind."""
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?…。！？" else ".")


def percent(score: float | None) -> str:
    """A probability as whole per cent, or nothing."""
    return "" if score is None else f"{score:.0%}".replace("%", " %")


def language_tag(tag: str | None) -> str:
    """`tag` if it has the form of a language tag (BCP 47: `en`, `zh-Hant`, `sr-Latn-RS`), else nothing."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else ""


def listed(items: Iterable[str]) -> str:
    """`a, b and c`."""
    *most, last = items or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def _directive(words: str) -> str:
    # "-" and "," part the directive's own terms, "&" one directive from the next; quote() leaves "-" alone.
    return quote(words.encode("utf-8", errors="replace"), safe="").replace("-", "%2D")


def _first(words: str) -> str:
    return " ".join(words.split()[:_END_WORDS])[:_LONGEST_EXACT]


def _last(words: str) -> str:
    return " ".join(words.split()[-_END_WORDS:])[-_LONGEST_EXACT:]
