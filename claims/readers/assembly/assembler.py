"""Blocks of pieces and notes to a reading: takes reference lists out, then writes the body with its markers.

Each link to a web page is a citation of the sentence that contains it, beside the markers of notes and of a reference
list. A link to a picture shows what the words name and cites nothing; nor does, in a document with such markers, a link
from the words to a wiki, which explains them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from claims.readers.assembly.broken_lines import with_items
from claims.readers.assembly.links.addresses import without_introductions
from claims.readers.assembly.links.labelled_values import is_labelled_value
from claims.readers.assembly.links.link_roles import (
    HERE,
    bare_address,
    bare_number,
    names_site,
    points_to_source,
    without_brackets,
)
from claims.readers.assembly.links.note_links import NoteLinks
from claims.readers.assembly.links.source_lines import names_sources_of_all, without_source_lines
from claims.readers.assembly.links.source_names import names_sources, source_names
from claims.readers.assembly.marker_systems import MarkerSystems, printed_numbers
from claims.readers.assembly.pieces import Note, Piece, PieceBlock, PieceCursor, PieceKind, links, words
from claims.readers.assembly.reading_builder import ReadingBuilder
from claims.readers.assembly.references.citation_registry import CitationRegistry
from claims.readers.assembly.references.reference_lists import ReferenceLists
from claims.readers.assembly.tables.table_blocks import with_statements
from claims.readers.assembly.tables.table_rows import Cell, Statement
from claims.readers.assembly.turns import without_head, without_speakers
from claims.readers.interface import Reading
from claims.readers.limits import limit_entries, limit_parts
from claims.records import BlockKind
from claims.references.links.urls import clean_url, is_picture, is_wiki

_WORD = re.compile(r"\w+")
_PREPOSITION = re.compile(
    r"(?<![.!?:;(] )\b(?:at|on|from|to|in|under|by|unter|auf|bei|über|von|sur|à|de|en|desde|su|da|op|van|на|от|по)\s$"
)
_UNSEEN = " \t\n\u2060\u200b\ufeff\xa0"
_FEWEST_WORDS = 3  # words of a block beside its links; a block with fewer is a list of links


class Assembly:
    """Turns the blocks and notes of one document into a reading.

    Args:
        blocks: its blocks.
        notes: its notes.
        own: the addresses of the document itself, which are never its sources.
        broken: whether the format breaks lines only where its author wants it.

    Raises:
        claims.errors.InputError: it has more parts than one may have; `place` is left to the caller.
    """

    def __init__(
        self, blocks: Sequence[PieceBlock], notes: Sequence[Note], own: Collection[str] = (), *, broken: bool = False
    ) -> None:
        limit_parts(len(blocks) + sum(piece.kind is PieceKind.CELL for block in blocks for piece in block.pieces))
        limit_entries(len(notes))
        blocks = without_head(blocks)
        turns = without_speakers(blocks)
        chat, blocks = turns is not blocks, turns
        self._builder = ReadingBuilder()
        self._registry = CitationRegistry()
        rewritten = NoteLinks(blocks, own)
        blocks = [rewritten.block(block) for block in blocks]
        for note in map(rewritten.note, notes):
            self._registry.add(note.id, note.text, note.links)
        self._lists = ReferenceLists(self._registry, printed_numbers(blocks))
        body = self._lists.taken_out(blocks)
        self._body = list(with_items(body) if broken else body)
        self._block = PieceBlock(BlockKind.PARAGRAPH, [])  # the one that is being written
        self._markers = MarkerSystems(self._body, self._registry, self._lists.parens, has_notes=bool(notes))
        self._names_sources = chat or names_sources(self._body)
        self._site_labels = any(names_site(piece.text) for block in self._body for piece in block.pieces)

    def reading(
        self,
        name: str,
        *,
        title: str | None = None,
        language: str | None = None,
        as_of: str | None = None,
        revision: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> Reading:
        """Write the reading.

        Args:
            name: the name of the format.
            title: the title of the document; that of its first title block if None.
            language: the language of the document, or None.
            as_of: the date of the document, ISO 8601, or None.
            revision: the number of the revision, or None.
            notes: messages for the user.
        """
        for each in with_statements(self._body, self._cell):
            if isinstance(each, tuple):
                self._write_statement(*each)
                continue
            if each.kind is BlockKind.TITLE:
                title = title or each.text
            self._write(each)
        return self._builder.finish(
            name,
            self._registry.citations,
            title=title,
            language=language,
            as_of=as_of,
            revision=revision,
            notes=notes,
        )

    def _write(self, block: PieceBlock) -> None:
        """Write a block of the body."""
        if names_sources_of_all(block.pieces, last=block is self._body[-1]):
            for piece in block.pieces:
                if links([piece]):
                    self._registry.add_link(piece.target, "", piece.text.strip())
            return
        self._block = block
        self._builder.open(block.kind)
        beside = words(piece for piece in block.pieces if piece.kind is PieceKind.TEXT)
        labelled = block.kind is BlockKind.ITEM and is_labelled_value(block.pieces)
        self._write_pieces(block.pieces, says_something=labelled or len(_WORD.findall(beside)) >= _FEWEST_WORDS)

    def _write_statement(self, row: PieceBlock, statement: Statement[Sequence[Piece]]) -> None:
        """Write what a row of a table states."""
        self._block = row
        self._builder.open(row.kind)
        for part in statement.parts:
            if isinstance(part, str):
                self._builder.add(part, statement.line)
            elif isinstance(part, Cell):
                self._write_pieces(part.content, says_something=True)
            else:
                self._write_marks(part.content)

    def _write_pieces(self, pieces: Sequence[Piece], *, says_something: bool) -> None:
        for piece, cites in self._roles(pieces, says_something=says_something):
            if piece.kind is PieceKind.TEXT or piece.kind is PieceKind.CELL:
                self._builder.add(piece.text, piece.line, piece.column)
            elif piece.kind is PieceKind.BREAK:
                self._builder.add("\n", piece.line)
            elif piece.kind is PieceKind.NOTE:
                self._builder.mark(piece.target, piece.line, piece.column)
            else:
                self._builder.add(piece.text, piece.line)
                if cites:
                    citation = self._registry.add_link(piece.target, "", piece.text.strip())
                    self._builder.mark(citation, piece.line, piece.column, whole=True)

    def _write_marks(self, pieces: Sequence[Piece]) -> None:
        """Write the markers of a cell without its words, and its links as markers."""
        for piece, cites in self._roles(pieces, says_something=True):
            if piece.kind is PieceKind.NOTE:
                self._builder.mark(piece.target, piece.line, piece.column)
            elif cites:
                citation = self._registry.add_link(piece.target, "", piece.text.strip())
                self._builder.mark(citation, piece.line, piece.column)

    def _cell(self, pieces: Sequence[Piece]) -> Cell[Sequence[Piece]]:
        """Make a cell of its pieces."""
        text = "".join(piece.text for piece in pieces)
        if all(piece.kind is PieceKind.TEXT for piece in pieces) and not (text and self._markers.find(text)):
            # Most cells are such: a table of 1 MB has a hundred thousand.
            return Cell(content=pieces, label=words(pieces), line=0, cites=False)
        found = list(self._roles(pieces, says_something=True, registers=False))
        shown = [piece for piece, _ in found if piece.kind is not PieceKind.NOTE]
        cites = [piece.kind is PieceKind.NOTE or cites for piece, cites in found]
        unlinked = words(piece for piece in shown if piece.kind is not PieceKind.LINK)
        line = next((piece.line for piece, is_cited in zip((p for p, _ in found), cites, strict=True) if is_cited), 0)
        linked = any(cites) and not any(character.isalnum() for character in unlinked)
        return Cell(content=pieces, label=words(shown), line=line, cites=any(cites), linked=linked)

    def _roles(
        self, pieces: Sequence[Piece], *, says_something: bool, registers: bool = True
    ) -> Iterator[tuple[Piece, bool]]:
        """Find the role of each piece: words, a marker (as a note), or words that link to their source (true).

        Args:
            pieces: the pieces of a block or a cell.
            says_something: whether links among the words cite.
            registers: whether to register the targets of links that are markers.
        """
        named = bracketed = frozenset[int]()
        if any(piece.kind is PieceKind.LINK or piece.kind is PieceKind.NOTE for piece in pieces):
            pieces, named = without_source_lines(pieces)
            pieces, bracketed = without_brackets(without_introductions(pieces))
        labels = source_names(pieces, habit=self._names_sources or self._site_labels) if says_something else frozenset()
        texts: list[Piece] = []  # adjacent, since a marker's brackets may be in other pieces than its number
        for index, piece in enumerate(pieces):
            if piece.kind is PieceKind.TEXT:
                texts.append(piece)
                continue
            before = texts[-1].text if texts else ""
            yield from self._with_printed_markers(texts)
            texts = []
            if piece.kind is not PieceKind.LINK:
                yield piece, False
                continue
            number, text = bare_number(piece), piece.text.strip(_UNSEEN)
            behind = pieces[index + 1].text if index + 1 < len(pieces) else ""
            alone = HERE.fullmatch(text) and not before.rstrip()[-1:].isalpha()
            if not links([piece]) or not clean_url(piece.target):
                yield from self._with_printed_markers([replace(piece, kind=PieceKind.TEXT, target="", column=None)])
            elif before and _PREPOSITION.search(before) and bare_address(piece):
                yield piece, says_something  # `available at https://…`: the address is a word of the sentence
            elif alone or number or index in named | bracketed | labels or self._is_pointer(text, piece.target, behind):
                target = self._registry.add_link(piece.target, number, "" if number else text) if registers else ""
                yield replace(piece, kind=PieceKind.NOTE, text="", target=target), False
            else:  # a link without words is around a picture
                shows = is_picture(piece.target) or (self._markers.used and is_wiki(piece.target))
                yield piece, says_something and bool(text) and not shows
        yield from self._with_printed_markers(texts)

    def _is_pointer(self, text: str, target: str, behind: str) -> bool:
        return points_to_source(text, target, behind, site_labels=self._site_labels)

    def _with_printed_markers(self, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, bool]]:
        """Split adjacent texts at the markers in them, which become notes."""
        text = "".join(piece.text for piece in pieces)
        found = self._markers.find(text) if text else ()
        if not found:
            yield from ((piece, False) for piece in pieces)
            return
        cursor = PieceCursor(pieces)
        for start, end, numbers in found:
            yield from _texts(cursor.read_until(start))
            line, column = cursor.line, cursor.column
            for citation in numbers:
                yield Piece(PieceKind.NOTE, "", line, self._lists.of(citation, self._block), column), False
            cursor.read_until(end)
        yield from _texts(cursor.read_until(len(text)))


def _texts(parts: Iterable[tuple[str, int, int | None]]) -> Iterator[tuple[Piece, bool]]:
    return ((Piece(PieceKind.TEXT, text, line, column=column), False) for text, line, column in parts)
