"""Templates that show words, and the words that they show; the running text contains no others.

Names are those of the inline templates of the English Wikipedia, many of which other wikis use, too.
"""

from collections.abc import Mapping

_LAST = frozenset(
    """
    lang langx nowrap nobr small big smaller larger nihongo transl transliteration mvar math val formatnum sort nts
    number-table-sorting sic not-a-typo noitalic no-italics resize ipa strong em var kbd code mono lower allcaps
    smallcaps
    unité unit nobreak nobold langue nombre rus nwr date date- avoid-wrap as-written japonais font-color color
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
_FIRST = frozenset(
    [
        "abbr",
        "tooltip",
        "illm",
        "ill",
        "interlanguage-link",
        "flag",
        "flagcountry",
        "lien",
        "iw",
        "visible-anchor",
        "anchor",
        "sort",
    ]
)
_FIXED = {
    "nbsp": " ", "spaces": " ", "sp": " ", "space": " ", "thinsp": " ", "hair space": " ", "ndash": "–", "endash": "–",
    "–": " – ", "snd": " – ", "spnd": " – ", "spaced ndash": " – ", "mdash": "—", "emdash": "—", "em dash": "—",
    "'": "’",
    "!": "|", "·": " · ", "•": " • ", "middot": " · ", "bull": " • ", "dot": " · ", "ap": "'", "=": "=", "--": "—",
    "'s": "’s", "°": "°", "degree": "°", "c.": "c. ", "½": "½", "break": " ", "br": " ", "clear": "",
}  # fmt: skip
_MONEY = {
    "us$": "US$",
    "usd": "US$",
    "£": "£",
    "gbp": "£",
    "€": "€",
    "euro": "€",
    "eur": "€",
    "inr": "₹",
    "¥": "¥",
    "a$": "A$",
}
_DATES = frozenset(
    """
    start-date end-date birth-date death-date birth-date-and-age death-date-and-age dts date film-date release-date
    start-date-and-age
    """.split()  # noqa: SIM905
)
_MEASURES = frozenset(("convert", "cvt"))


def shown_text(name: str, parameters: Mapping[str, str]) -> str | None:
    """Find the words that the template `name` shows; None if it shows none that belong to the text."""
    key = name.replace(" ", "-")
    values = [value for number, value in parameters.items() if number.isdigit()]
    if name in _FIXED:
        return _FIXED[name]
    if name in ("circa", "c"):
        return f"c. {values[0]}" if values else "c. "
    if name in _MONEY and values:
        return _MONEY[name] + values[0]
    if key in _MEASURES and len(values) > 1:
        return f"{values[0]} {values[1]}"
    if key in _DATES and values:
        return "-".join(value for value in values[:3] if value.isdigit())
    if name == "as of" and values:
        return ("since " if "since" in parameters else "As of ") + " ".join(reversed(values[:3]))
    if name in ("frac", "fraction", "sfrac") and values:
        return "/".join(values[-2:]) if len(values) < 3 else f"{values[0]} {values[1]}/{values[2]}"
    if key in _FIRST and values:
        return values[0]
    if key in _LAST or name.startswith(("lang-", "formatnum", "nobr", "nowrap")):
        return values[-1] if values else ""
    return None
