"""Recognises wikitext and reads it."""

import re
from html import unescape

from claims.errors import InputError
from claims.readers.html.recognition import is_html
from claims.readers.interface import Reading
from claims.readers.limits import limit_lines
from claims.readers.wikitext.page import Page
from claims.readers.wikitext.plain_text import OBJECT

_NAMES = (".wiki", ".wikitext", ".mediawiki", ".mw")
_SIGNS = (
    re.compile(r"<ref[\s>/]|&lt;ref[\s&]", re.IGNORECASE),
    re.compile(r"\{\{\s?[^\W\d_][^{}\n\\]{0,200}(?:\}\}|\||\n)"),
    re.compile(r"\[\[[^\[\]\n]{1,300}\]\]"),
    re.compile(r"^={2,6}[^=\n]{1,200}={2,6}\s{0,5}$", re.MULTILINE),
    re.compile(r"'''[^'\n]{1,200}'''"),
    re.compile(r"^\{\|", re.MULTILINE),
)
_ENOUGH_SIGNS = 2


class WikitextReader:
    """Reads wikitext."""

    name = "wikitext"

    def recognises(self, name: str, text: str) -> bool:
        """Whether the name is that of wikitext, or the text has two or more kinds of its signs."""
        if name.lower().endswith(_NAMES):
            return True
        if name.lower().endswith((".md", ".markdown", ".html", ".htm", ".rst")) or is_html(text):
            return False
        return sum(sign.search(text) is not None for sign in _SIGNS) >= _ENOUGH_SIGNS

    def read(self, text: str, name: str) -> Reading:
        """Read `text`; see `Reader.read`.

        Raises:
            claims.errors.InputError: it has no words, or its templates are nested too deeply.
        """
        limit_lines(text)
        notes: tuple[str, ...] = ()
        if "&lt;ref" in text and "<ref" not in text:
            text = unescape(text)
            notes = ("The whole text was escaped as HTML; it is read as wikitext.",)
        try:
            reading = Page(text.replace(OBJECT, " "), exact=not notes).reading(self.name, notes)
        except RecursionError:
            mend = "Give the page with fewer templates in templates."
            raise InputError("Its templates are nested too deeply.", place=name, mend=mend) from None
        if not reading.text and not reading.citations:
            raise InputError("This page has no words.", place=name, mend="Give a page with text.")
        return reading
