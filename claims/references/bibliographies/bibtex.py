"""BibTeX and BibLaTeX, by bibtexparser; titles without TeX, addresses and DOIs as they are written."""

import logging
import re

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware
from bibtexparser.model import Entry
from pylatexenc.latex2text import LatexNodes2Text

from claims.references.bibliographies.source_entry import SourceEntry, entry_from_fields, rename_fields
from claims.references.entry_dates import read_dates

_FIELDS = {
    "key": ("id",), "title": ("title",), "doi": ("doi",), "url": ("url", "howpublished", "link", "note"),
    "access_date": ("urldate", "accessed", "lastchecked"), "archive_url": ("archiveurl", "archive-url"),
}  # fmt: skip
_TEX = re.compile(r"[\\{}$~]|--")
_LONGEST_TITLE = 2_000  # characters
_PART = re.compile(r"\s*(?:#\s*)?(?:\"([^\"]*)\"|\{([^{}]*)\}|([^\s#\"{}]+))\s*")
_COMMAND = re.compile(r"\\(?:url|href|path)\s{0,9}\{([^{}]{1,4000})\}")
_ESCAPED = re.compile(r"\\([&%$#_{}~^])(?:\{\})?")
_TILDE = re.compile(r"\{?\\(?:text(?:ascii)?tilde|sim)\b(?:\{\})?\}?")

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False  # it reports each entry that it cannot read


def read_bibtex(text: str) -> tuple[SourceEntry, ...]:
    """Read the entries of `text`; skip what cannot be read."""
    library = parse_string(text, parse_stack=[ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware()])
    strings = {string.key.lower(): str(string.value) for string in library.strings}
    entries = [*library.entries, *(block.ignore_error_block for block in library.failed_blocks)]
    found = []
    for entry in entries:
        if isinstance(entry, Entry):
            fields = {field.key.lower(): _value(str(field.value), strings) for field in reversed(entry.fields)}
            found.append(entry_from_fields(rename_fields({**_plain(fields), "id": entry.key}, _FIELDS)))
    return tuple(found)


def _value(value: str, strings: dict[str, str]) -> str:
    """Join the parts of a value (`kyodo # " News"`), which bibtexparser leaves as they are."""
    if "#" not in value or not (value.count('"') or value.split("#")[0].strip().lower() in strings):
        return value
    parts = [_PART.fullmatch(part) for part in value.split(" # ")]
    if len(parts) < 2 or not all(parts):
        return value
    return "".join(
        part[1] or part[2] or strings.get((part[3] or "").lower(), part[3] or "") for part in parts if part is not None
    )


def _plain(fields: dict[str, str]) -> dict[str, str]:
    """Write titles as words and addresses as they are typed; a note may say when the page was read."""
    plain = {name: _words(value) if name == "title" else _address(value) for name, value in fields.items()}
    accessed = read_dates(fields["note"]).access if "note" in fields else None
    return {"accessed": accessed, **plain} if accessed else plain


def _words(title: str) -> str:
    if _TEX.search(title) and len(title) <= _LONGEST_TITLE:
        title = LatexNodes2Text(keep_comments=True).latex_to_text(title)
    return " ".join(title.replace("---", "—").replace("--", "–").split())


def _address(value: str) -> str:
    command = _COMMAND.search(value)
    value = command[1] if command else value
    return _ESCAPED.sub(r"\1", _TILDE.sub("~", value)).replace("{", "").replace("}", "")
