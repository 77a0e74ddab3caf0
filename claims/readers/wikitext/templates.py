"""Templates that show words: inline ones, infoboxes, whose parameters become `label: value`, and those that quote.

The running text contains the words of no others. Names are those of the inline templates of the English Wikipedia, many
of which other wikis use, too.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from claims.readers.wikitext.quantity_templates import shown_quantity
from claims.readers.wikitext.tree import Argument

_LAST = frozenset(
    """
    lang langx nowrap nobr small big smaller larger nihongo transl transliteration mvar math formatnum sort nts
    number-table-sorting sic not-a-typo noitalic no-italics resize ipa strong em var kbd code mono lower allcaps
    smallcaps
    nobreak nobold langue rus nwr avoid-wrap as-written japonais font-color color
    sup sub tlit nastaliq v-jazyku
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
        "border",
        "仮リンク",
        "link-en",
    ]
)
_FIXED = {
    "nbsp": " ", "spaces": " ", "sp": " ", "space": " ", "thinsp": " ", "hair space": " ", "ndash": "–", "endash": "–",
    "–": " – ", "snd": " – ", "spnd": " – ", "spaced ndash": " – ", "mdash": "—", "emdash": "—", "em dash": "—",
    "'": "’",
    "!": "|", "·": " · ", "•": " • ", "middot": " · ", "bull": " • ", "dot": " · ", "ap": "'", "=": "=", "--": "—",
    "co2": "CO2", "h2o": "H2O", "pi": "π", "mdashb": " — ",
    "'s": "’s", "°": "°", "degree": "°", "c.": "c. ", "½": "½", "break": " ", "br": " ", "clear": "",
}  # fmt: skip
_JOINED = frozenset(("chem", "chem2"))
"""Templates whose values make up one word."""
_SHIPS = frozenset("hms hmas hmcs hmnzs uss rms ss sms mv ins usns uscgc".split())  # noqa: SIM905
# The words by which wikis call the parameters of captions, in the infoboxes of the largest Wikipedias.
_CAPTION = re.compile(
    r"caption|legend|légende|leyenda|didascalia|bildunterschrift|bildtext|bildebeskrivelse|pie(?:\b|_)|onderschrift|"
    r"подпись|opis zdjęcia|кэпшэн|图像说明|画像説明|설명",
    re.IGNORECASE,
)
# What sets the parameter of a note apart from that of its value: `population_footnotes`, `EINWOHNER-QUELLE`.
_NOTE = re.compile(
    r"[ _-]?(?:foot ?notes?|notes?|ref(?:erence|s)?s?|sources?|citations?|quellen?|fn|anmerkung|bron|källa|fuente|"
    r"fonte|źródło|примечание|источник|nota)\d{0,2}$",
    re.IGNORECASE,
)
_QUOTES = frozenset(
    """
    quote blockquote quotation quote-box quotebox cquote rquote quote-frame pull-quote centered-pull-quote bq
    cite-quote zitat citation-bloc cita cita-destacada citazione citat cytat цитата quadro-de-citação citação aspa
    引用 quote2 imagequote epigraph verse-translation citaat
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
_MOST_SIBLINGS = 4  # values that one note is of
_SHORTEST_STEM = 3  # letters
_LONGEST_UNIT = 3  # letters
_LONGEST_NAME = 60  # characters
# How infoboxes call the parameter of a value, and the one whose value is its label.
_LABELS = (("info", "name"), ("data", "label"), ("value", "label"), ("value", "name"), ("name", "title"))


def shown_text(name: str, parameters: Mapping[str, str]) -> str | None:
    """Find the words that the template `name` shows; None if it shows none that belong to the text."""
    key = name.replace(" ", "-")
    values = [value for number, value in parameters.items() if number.isdigit()]
    if name in _FIXED:
        return _FIXED[name]
    if (quantity := shown_quantity(key, values, parameters)) is not None:
        return quantity
    if key in _JOINED:
        return "".join(values)
    if key in _SHIPS and values:
        return f"{name.upper()} {values[0]}"
    if key in _FIRST and values:
        return values[0]
    if key in _LAST or name.startswith(("lang-", "formatnum", "nobr", "nowrap")):
        return values[-1] if values else ""
    return None


def is_quote(name: str) -> bool:
    """Whether the template `name` shows a quotation."""
    return name.replace(" ", "-") in _QUOTES


def is_caption(name: str) -> bool:
    """Whether the parameter `name` of an infobox is the caption of a picture."""
    return _CAPTION.match(name) is not None or name.lower().endswith(("caption", "caption1", "caption2"))


def only_notes(name: str) -> bool:
    """Whether a parameter contains notes on the whole box (`footnotes`, `source 2`)."""
    return not _NOTE.sub("", re.sub(r"[ _]?\d{1,2}$", "", name)).strip(" _-")


def label_of_parameter(name: str, values: Mapping[str, str]) -> str:
    """Write the label of a parameter: what another one gives (`data1` and `label1`), or its own name with spaces.

    Args:
        name: the name of the parameter.
        values: the words of all parameters, by name.
    """
    others = [re.sub(rf"(?<![a-z]){one}(?![a-z])", other, name) for one, other in _LABELS]
    for given in (values.get(other, "") for other in [*others, f"{name}_title"] if other != name):
        if any(map(str.isalpha, given)) and len(given) <= _LONGEST_NAME:
            return given.strip(" :")
    return " ".join(name.replace("_", " ").split())


def quoted(arguments: Sequence[Argument], words: Callable[[Argument], str]) -> Argument | None:
    """Find the argument of a template that is the quotation: the longest one."""
    return max(arguments, key=lambda argument: len(words(argument)), default=None)


def values_of_template(parameters: Mapping[str, str]) -> str:
    """Write the values of a template that shows them in its own way: `{{height|m=31}}` as `31 m`."""
    plain = [value for name, value in parameters.items() if name.isdigit() and value[:1].isdigit()]
    return ", ".join(plain) or " ".join(
        f"{value} {name}"
        for name, value in parameters.items()
        if value[:1].isdigit() and name.isalpha() and len(name) <= _LONGEST_UNIT
    )


def siblings(name: str, values: Mapping[str, str]) -> dict[str, str]:
    """Find the parameters that a parameter of notes alone is about, with their values: they share the stem of its name.

    Args:
        name: the name of the parameter of the note.
        values: the words of all parameters, by name.
    """
    stem = _NOTE.sub("", name).lower().rstrip(" _-")
    if len(stem) < _SHORTEST_STEM or stem == name.lower():
        return {}
    found = {
        other: words
        for other, words in values.items()
        if other != name and other.lower().startswith(stem) and any(map(str.isalnum, words)) and not _NOTE.search(other)
    }
    exact = {other: words for other, words in found.items() if other.lower() == stem}
    return exact or dict(islice(found.items(), _MOST_SIBLINGS))
