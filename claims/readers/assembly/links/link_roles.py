"""The roles of links in running text: a number, a pointer such as “source”, a URL in full, a bracketed marker."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import unquote, urlsplit

from claims.language.pointing import introduction
from claims.language.source_words import source_words
from claims.readers.assembly.pieces import Piece, PieceKind, links
from claims.references.links.urls import clean_url

NUMBER = re.compile(r"[\[(【^]?\s?(\d{1,4})\s?[\])】^]?")  # as a link shows it
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
HERE = re.compile(r"\W*here\W*", re.IGNORECASE)  # a pointer, unless it is a word of the sentence: `Read it here`
_SITE_LABEL = re.compile(
    r"[\w.-]{2,40}(?: [\w.-]{2,40}){0,3}\s?\+\d{1,2}|(?:oai_citation(?:_attribution)?:)?\d{1,3}[‡†].{0,200}"
)
_CLOSING = (")", "]", "）")
_BETWEEN = re.compile(r"[\s,;]*(?:(?:and|und|et|y|e|en|och|og)?[\s,;]*)")


def bare_number(piece: Piece) -> str:
    """Read the number that a link shows; empty if it shows anything else, or a year."""
    match = NUMBER.fullmatch(piece.text.strip())
    return match[1] if match and not _YEAR.fullmatch(piece.text.strip()) else ""


def points_to_source(text: str, target: str, behind: str = "", *, site_labels: bool = False) -> bool:
    """Whether a link is a marker of its target: it says “source” or the like, or shows its own URL, host or site.

    Args:
        text: the text of the link.
        target: its URL.
        behind: the words behind it.
        site_labels: whether the document has a habit of links that show the name of a site.
    """
    if (_pointer().fullmatch(text) and not _is_word(text, behind)) or names_site(text) or _is_address(text, target):
        return True
    return site_labels and text.lower().replace(" ", "") in target.lower().split("/")[2:3][0].split(".")


@cache
def _opened() -> re.Pattern[str]:
    """Return the expression for a bracket and words that only introduce markers: `(see, for example, [1] and [2])`."""
    words = rf"(?:{introduction()}|{source_words()}|via)"
    return re.compile(rf"[(\[（]\s{{0,3}}(?:{words}\s?[,:：]?\s{{0,3}}){{0,3}}$", re.IGNORECASE)


@cache
def _pointer() -> re.Pattern[str]:
    """Return the expression for the text of a link that does no more than point to a source."""
    return re.compile(rf"\W*(?:{source_words()}|links?|ref(?:erence)?s?|cite|citation|via|链接)\W*", re.IGNORECASE)


def _is_word(text: str, behind: str) -> bool:
    """Whether a link is a word of its sentence, which goes on behind it, as in `the series [Source](…) won`."""
    return text[:1].isupper() and behind[:1].isspace() and behind.lstrip()[:1].islower()


def bare_address(piece: Piece) -> bool:
    """Whether a link shows its own address in full, be it with its percent signs or decoded."""
    shown = unquote(piece.text.strip()) if "%" in piece.target else piece.text
    target = unquote(piece.target) if "%" in piece.target else piece.target
    return clean_url(shown) != "" and clean_url(shown) == clean_url(target)


def names_site(text: str) -> bool:
    """Whether the text of a link is a label of a chat: `harbour+1` (Perplexity, ChatGPT), `oai_citation:0‡…`."""
    return _SITE_LABEL.fullmatch(text.strip()) is not None


def _is_address(text: str, target: str) -> bool:
    """Whether the text of a link is its URL, or the host of that URL."""
    try:
        host = (urlsplit(target).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return text.lower().removeprefix("www.") == host or clean_url(text) == clean_url(target)


def without_brackets(pieces: Sequence[Piece]) -> tuple[list[Piece], frozenset[int]]:
    """Remove the brackets around markers, as in `([BBC](…), [^1])`; returns the pieces and the markers' indices."""
    kept = list(pieces)
    found: set[int] = set()
    run: list[int] = []
    opened = -1
    for index, piece in enumerate(pieces):
        if piece.kind is PieceKind.NOTE or (piece.kind is PieceKind.LINK and links([piece])):
            run.append(index)
        elif not _BETWEEN.fullmatch(piece.text) or piece.kind is not PieceKind.TEXT:
            if opened >= 0 and run and piece.text.lstrip(" .").startswith(_CLOSING):
                found.update(run)
                kept[opened] = replace(pieces[opened], text=_opened().sub("", kept[opened].text))
                for between in range(opened + 1, index):
                    if kept[between].kind is PieceKind.TEXT and any(map(str.isalnum, kept[between].text)):  # `and`
                        kept[between] = replace(kept[between], text=", ", column=None)
                stop, rest = piece.text.lstrip()[0] == ".", piece.text.lstrip(" .")[1:]
                rest = f".{rest}" if stop else rest
                column = piece.column and piece.column + len(piece.text) - len(rest)
                kept[index] = replace(piece, text=rest, column=column)
            opened, run = (index if _opened().search(piece.text) else -1), []
    return kept, frozenset(found)
