"""Bare addresses in running text, and the words that introduce them (`Source: https://…`, `see https://…`)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claims.language.pointing import introduction
from claims.language.source_words import source_words
from claims.readers.assembly.pieces import Piece, PieceKind, part_of
from claims.references.links.urls import clean_url, url_spans

_CONNECTOR = re.compile(r"\s?[:：–—-]\s{0,3}$")  # `It is 31 metres high: https://…`
_ENDED = re.compile(r"[.!?。！？][\"'”’)\]]{0,3}\s*$")
_STOPS = (".", "。")


def with_addresses(piece: Piece) -> Iterator[Piece]:
    """Split a text into words and links, one for each bare address in it."""
    if "://" not in piece.text and "www." not in piece.text:
        yield piece
        return
    position = 0
    for start, end in url_spans(piece.text):
        address = clean_url(piece.text[start:end])
        if not is_public(address):
            continue
        end = start + len(address) - (0 if piece.text[start:].startswith(address) else len("http://"))
        enclosed = piece.text[start - 1 : start] == "<" and piece.text[end : end + 1] == ">"
        yield part_of(piece, position, start - enclosed)
        yield Piece(PieceKind.LINK, piece.text[start:end], piece.line, address, piece.column and piece.column + start)
        position = end + enclosed
    yield part_of(piece, position, len(piece.text))


def is_public(address: str) -> bool:
    """Whether an address may be that of a page on the web, rather than of the reader's own computer."""
    host = address.partition("://")[2].partition("/")[0].partition(":")[0]
    return "." in host.strip(".") and not host.replace(".", "").isdigit()


def without_introductions(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop the words that introduce a bare address, and the stop of a sentence that consists of them."""
    kept = list(pieces)
    for index, piece in enumerate(kept[1:], 1):
        before = kept[index - 1]
        if piece.kind is not PieceKind.LINK or before.kind is not PieceKind.TEXT or not _is_bare(piece):
            continue
        words = _introduction().search(before.text)
        opening = next((mark for mark in "([（" if mark in words[0]), "") if words else ""
        text = before.text[: words.start()] + (f" {opening}" if opening else "") if words else before.text
        if not opening:
            text = _CONNECTOR.sub("", text)
        kept[index - 1] = replace(before, text=text)
        behind = kept[index + 1] if index + 1 < len(kept) else None
        if behind is not None and behind.text.startswith(_STOPS) and (not text.strip() or _ENDED.search(text)):
            kept[index + 1] = replace(behind, text=behind.text[1:], column=behind.column and behind.column + 1)
    return kept


@cache
def _introduction() -> re.Pattern[str]:
    """Return the expression for words at the end of a text that introduce the address behind it."""
    return re.compile(
        r"(?:^|(?<=[.!?;:।؟])\s|(?<=[。！？])\s?|[\s,，、]?[(\[（–—-]|,)\s{0,3}"
        rf"(?:{source_words()}|{introduction()}|links?|refs?|references?|via|from|read|ver)\s{{0,2}}[:：]?\s{{0,3}}$",
        re.IGNORECASE,
    )


def _is_bare(link: Piece) -> bool:
    return clean_url(link.text) == clean_url(link.target)
